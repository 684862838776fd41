import type { DesignationOrder } from '@jincun/designation'
import type { Refusal, Result } from '@jincun/kernel'
import { accept, refuse } from '@jincun/kernel'
import type { FinalList } from './final-list.ts'

const ways = { first: 'application', repeat: 'application', regionWide: 'region-wide', directDesignation: 'incentive' } as const

/**
 * The designations that follow from a published final list: each county becomes a demonstration county of the year from the date of the
 * provincial government's letter (5.5), incentive counties (4.7) and a region as a whole (4.6) by their own clauses. `newId` gives an id for
 * each county; the same list and ids give the same orders. Counties designated already (`designated`) are left out.
 */
export function designationsOf(list: FinalList, designated: ReadonlySet<string>, newId: () => string): Result<DesignationOrder[], Refusal> {
  const { letter } = list
  if (!letter)
    return refuse({
      kind: 'invalid',
      code: 'letter-missing',
      message: {
        zh: '最终名单须以省级人民政府函报送；请先填写函的文号、日期和签发单位。',
        en: 'The final list goes by letter of the provincial government; enter its number, date and signatory first.',
      },
      where: 'letter',
    })
  return accept(
    list.entries
      .filter(entry => !designated.has(entry.countyCode))
      .map(entry => ({
        id: newId(),
        countyCode: entry.countyCode,
        year: list.year,
        from: letter.date,
        way: ways[entry.type],
        document: letter.number,
      })),
  )
}
