import { designationData } from '@jincun/designation/server'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { findCounty, findProvince } from '@jincun/places'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import type { OutcomeDocument } from '@jincun/reviews'
import { z } from 'zod'
import type { PublishedFinalList, PublishedRankedList, PublishedSettlement } from './published-contents.ts'
import { latestOf } from './store.ts'
import type { Published } from './store.ts'

const Year = z.strictObject({ year: z.coerce.number().int().min(2014).max(2100) })
const Province = Year.extend({ provinceCode: z.string().regex(/^\d{2}0000$/, '应为省级代码，如 510000 / a province code like 510000') })

const unpublished = (zh: string, en: string): Refusal => ({ kind: 'not-found', code: 'not-published', message: { zh, en } })

/** Where a publication stands in the log, for the line under a title. */
const originOf = ({ leaf, entry }: Published<unknown>) => ({ leaf, ...entry })

const rankedLists = route({
  method: 'GET',
  path: '/api/public/ranked-lists/:year',
  action: 'public',
  summary: 'Which provinces have published their ranked list of a year',
  clauses: ['notice-2020/5.2'],
  params: Year,
  handle: async ({ params: { year }, tx, caller, now }) => {
    const lists = new Map(
      (await latestOf<PublishedRankedList>(tx, caller.realm, 'ranked-list', year)).map(list => [list.entry.countyCode, list]),
    )
    const outcomes = new Set((await latestOf<OutcomeDocument>(tx, caller.realm, 'review-outcome', year)).map(one => one.entry.countyCode))
    const rows = designationData().places.provinces.map(({ code, name }) => {
      const list = lists.get(code)
      return {
        code,
        name,
        quota: list?.content.quota ?? null,
        counties: list?.content.entries.length ?? null,
        publishedAt: list?.entry.publishedAt ?? null,
        publicationId: list?.entry.id ?? null,
        reviewed: outcomes.has(code),
      }
    })
    return accept({ year, asOf: now, rows })
  },
})

/** The titles of the rules and of the parts of the plan that were judged with a list, so that a finding is read in words. */
function ruleTitles(policy: PolicyPack, year: number): Record<string, Bilingual> {
  const rules = (policy.ruleBooks.get(year)?.list ?? []).flatMap(({ rule, title }) => (title ? [[rule, title] as const] : []))
  const sections = policy.workPlans.get(`${year}-province`)?.sections ?? []
  const parts = sections.map(({ id, title }) => [`plan-${id}`, { zh: `工作方案：${title.zh}`, en: `Work plan: ${title.en}` }] as const)
  return Object.fromEntries([...rules, ...parts])
}

const rankedList = route({
  method: 'GET',
  path: '/api/public/ranked-lists/:year/:provinceCode',
  action: 'public',
  summary: 'The ranked list of a province as it was published, with the scores of its review where those are public',
  clauses: ['notice-2020/5.2', 'notice-2020/5.3'],
  params: Province,
  handle: async ({ params: { year, provinceCode }, tx, caller, policy }) => {
    const [list] = await latestOf<PublishedRankedList>(tx, caller.realm, 'ranked-list', year, provinceCode)
    const [outcome] = await latestOf<OutcomeDocument>(tx, caller.realm, 'review-outcome', year, provinceCode)
    const name = findProvince(designationData().places, provinceCode)?.name
    if (!name) return refuse(unpublished(`没有代码为 ${provinceCode} 的省份。`, `There is no province ${provinceCode}.`))
    if (!list && !outcome)
      return refuse(unpublished(`${name}尚未公开${year}年排序名单。`, `The ${year} ranked list of ${name} is not public yet.`))
    return accept({
      year,
      provinceCode,
      provinceName: name,
      list: list ? { origin: originOf(list), ...list.content } : null,
      outcome: outcome ? { origin: originOf(outcome), ...outcome.content } : null,
      ruleTitles: ruleTitles(policy, year),
    })
  },
})

/** Final lists joined to one table, each county with its point for the map. */
export function finalRows(lists: readonly Published<PublishedFinalList>[]) {
  const data = designationData()
  return lists.flatMap(({ content, entry: { id, publishedAt } }) =>
    content.entries.map(entry => ({
      provinceCode: content.provinceCode,
      provinceName: content.provinceName,
      countyCode: entry.countyCode,
      countyName: entry.name,
      type: entry.type,
      rank: entry.rank,
      letterNumber: content.letter?.number ?? null,
      letterDate: content.letter?.date ?? null,
      nationalPovertyCounty: data.povertyOf.has(entry.countyCode),
      point: findCounty(data.places, entry.countyCode)?.point ?? null,
      publicationId: id,
      publishedAt,
    })),
  )
}

const finalLists = route({
  method: 'GET',
  path: '/api/public/final-lists/:year',
  action: 'public',
  summary: 'Demonstration counties of a year by the published final lists, with points for a map',
  clauses: ['notice-2020/5.5'],
  params: Year,
  handle: async ({ params: { year }, tx, caller, now }) => {
    const lists = await latestOf<PublishedFinalList>(tx, caller.realm, 'final-list', year)
    const origins = lists.map(list => ({
      ...originOf(list),
      provinceCode: list.content.provinceCode,
      provinceName: list.content.provinceName,
      counties: list.content.entries.length,
      letter: list.content.letter,
    }))
    return accept({ year, asOf: now, provinces: designationData().places.provinces.length, lists: origins, rows: finalRows(lists) })
  },
})

const settlement = route({
  method: 'GET',
  path: '/api/public/settlement/:year',
  action: 'public',
  summary: 'How the money of a year was settled against the advances, in 分',
  clauses: ['notice-2020/5.4'],
  params: Year,
  handle: async ({ params: { year }, tx, caller }) => {
    const [published] = await latestOf<PublishedSettlement>(tx, caller.realm, 'settlement', year)
    if (!published) return refuse(unpublished(`${year}年的资金结算尚未公开。`, `The settlement of ${year} is not public yet.`))
    return accept({ origin: originOf(published), ...published.content })
  },
})

export const listRoutes = [rankedLists, rankedList, finalLists, settlement]
