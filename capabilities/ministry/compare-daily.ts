import type { DailyMessage, StationReport } from './daily-message.ts'

/** One figure that differs between two reports of a day; null where the station or category is not there. */
export type DailyDifference = { path: string; station: string; item: string; before: string | null; after: string | null }

const itemsOf = ({ name, countyType, buyOrder, saleOrder, commodities }: StationReport): Map<string, string> =>
  new Map([
    ['name', name],
    ['countyType', countyType],
    ['buyOrder', buyOrder],
    ['saleOrder', saleOrder],
    ...commodities.map(({ commId, money }) => [`commId ${commId}`, money] as const),
  ])

/** What one report of a day says otherwise than another, figure by figure. */
export function compareDaily(before: DailyMessage | null, after: DailyMessage | null): DailyDifference[] {
  const [was, is] = [before, after].map(message => new Map((message?.stations ?? []).map(each => [each.code, itemsOf(each)])))
  const head = (message: DailyMessage | null): string | null => message?.userId ?? null
  const own =
    head(before) === head(after) ? [] : [{ path: 'userId', station: '', item: 'userId', before: head(before), after: head(after) }]
  const codes = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort()
  const stations = codes.flatMap(station => {
    const [from, to] = [was?.get(station), is?.get(station)]
    const items = [...new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])]
    return items
      .map(item => ({ path: `${station}/${item}`, station, item, before: from?.get(item) ?? null, after: to?.get(item) ?? null }))
      .filter(each => each.before !== each.after)
  })
  return [...own, ...stations]
}
