import { designationData } from '@jincun/designation/server'
import { route } from '@jincun/http'
import type { RouteContext } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import { places } from '@jincun/places/server'
import { z } from 'zod'
import { currentRoundYear, historyRows, historyYears, roundStages, roundYears } from '../index.ts'
import type { PublishedFinalList, PublishedQuotas, PublishedRankedList } from './published-contents.ts'
import { countByKind, findPublications, latestOf } from './store.ts'

const Year = z.coerce.number().int().min(2014).max(2100)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'caller'>

/** The figures of the home page; null where nothing was published. */
async function figures({ tx, caller }: Context, year: number) {
  const [quotas] = await latestOf<PublishedQuotas>(tx, caller.realm, 'provisional-quotas', year)
  const ranked = await latestOf<PublishedRankedList>(tx, caller.realm, 'ranked-list', year)
  const final = await latestOf<PublishedFinalList>(tx, caller.realm, 'final-list', year)
  const data = designationData()
  return {
    quota: quotas ? sum(Object.values(quotas.content.quotas)) : null,
    rankedCounties: ranked.length > 0 ? sum(ranked.map(list => list.content.entries.length)) : null,
    finalCounties: final.length > 0 ? sum(final.map(list => list.content.entries.length)) : null,
    earlierCounties: new Set(historyRows(data).map(row => row.countyCode)).size,
    earlierAnnounced: sum(
      historyYears(data)
        .filter(row => row.year < year)
        .map(row => row.announced ?? 0),
    ),
  }
}

const round = route({
  method: 'GET',
  path: '/api/public/rounds/:year',
  action: 'public',
  summary: 'The round of a year as far as it is public: stages with clauses and deadlines, and its figures',
  clauses: ['notice-2020/5.1', 'notice-2020/5.2', 'notice-2020/5.3', 'notice-2020/5.4', 'notice-2020/5.5'],
  params: z.strictObject({ year: z.union([z.literal('current'), Year]) }),
  handle: async context => {
    const { tx, caller, policy, now, params } = context
    const year = params.year === 'current' ? currentRoundYear(policy, Number(shanghaiDate(now).slice(0, 4))) : params.year
    const latest = await findPublications(tx, { realm: caller.realm, year, page: 1, size: 8 })
    return accept({
      year,
      years: roundYears(policy),
      realm: caller.realm,
      asOf: now,
      provinces: places().provinces.length,
      stages: roundStages(policy, year, await countByKind(tx, caller.realm, year)),
      figures: await figures(context, year),
      latest: latest.rows.map(({ leaf, entry }) => ({ leaf, ...entry })),
    })
  },
})

const history = route({
  method: 'GET',
  path: '/api/public/demonstration-counties',
  action: 'public',
  summary: 'Demonstration counties of earlier years as far as published lists name them, with certainty and source',
  clauses: ['notice-2020/4.4'],
  handle: async () => {
    const data = designationData()
    const source = data.factSources.find(one => one.id === 'demonstration-counties') ?? null
    return accept({ rows: historyRows(data), years: historyYears(data), source })
  },
})

export const roundRoutes = [round, history]
