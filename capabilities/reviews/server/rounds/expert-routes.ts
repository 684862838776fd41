import { route } from '@jincun/http'
import { accept, asJson, canonicalJson } from '@jincun/kernel'
import { fullName, PlaceCode } from '@jincun/places'
import { places } from '@jincun/places/server'
import { peopleWithRole } from '@jincun/identity/server'
import { z } from 'zod'
import { Expert } from '../../index.ts'
import { expertsOf, getExpert, insertExpert, updateExpert } from './expert-store.ts'
import { fieldLabels } from './field-labels.ts'
import { conflictOf, idInUse, stale } from './round-refusals.ts'

const clauses = ['notice-2020/5.2'] as const

/** Names of the counties that experts come from or are tied to, by code. */
function placeNames(experts: readonly Expert[]): Record<string, string> {
  const codes = experts.flatMap(expert => [
    expert.homeCountyCode,
    ...expert.declaredRelations.flatMap(relation => (relation.countyCode ? [relation.countyCode] : [])),
    ...expert.pastContracts.map(contract => contract.countyCode),
  ])
  return Object.fromEntries([...new Set(codes)].map(code => [code, fullName(places(), code)]))
}

const listExperts = route({
  method: 'GET',
  path: '/api/experts',
  action: 'reviews.read',
  summary: "A province's pool of experts, and the reviewers' accounts that can be linked",
  clauses,
  query: z.strictObject({ province: PlaceCode }),
  place: ({ query }) => query.province,
  handle: async ({ query, tx, now, may, policy }) => {
    const experts = await expertsOf(tx, query.province)
    return accept({
      fields: fieldLabels(policy),
      provinceCode: query.province,
      experts,
      placeNames: placeNames(experts.map(record => record.expert)),
      accounts: await peopleWithRole(tx, 'reviewer', query.province),
      mayManage: may('reviews.manage-experts', query.province),
      asOf: now.toISOString(),
    })
  },
})

const putExpert = route({
  method: 'PUT',
  path: '/api/experts/:id',
  action: 'reviews.manage-experts',
  summary: 'Add an expert (version 0) or change one',
  clauses,
  params: z.strictObject({ id: z.uuid() }),
  body: z.strictObject({ version: z.number().int().min(0), expert: Expert }),
  place: ({ body }) => body.expert.provinceCode,
  handle: async ({ params, body, tx, now, caller, audit }) => {
    const { expert, version } = body
    if (expert.id !== params.id) return idInUse()
    if (expert.personId !== null && !(await peopleWithRole(tx, 'reviewer', expert.provinceCode)).some(({ id }) => id === expert.personId))
      return conflictOf('no-reviewer-account', '所选账号不是本省的评审专家账号。', 'The account chosen is not a reviewer of this province.')
    const before = await getExpert(tx, expert.provinceCode, expert.id)
    const unchanged = before !== undefined && canonicalJson(asJson(before.expert)) === canonicalJson(asJson(expert))
    if (unchanged) return accept(before)
    if (version === 0) {
      if ((await insertExpert(tx, expert, { realm: caller.realm, now })) === 0) return idInUse()
    } else if ((await updateExpert(tx, expert, version, now)) === 0) return stale(before ?? null)
    await audit({
      countyCode: expert.provinceCode,
      action: 'reviews.manage-experts',
      recordKind: 'expert',
      recordId: expert.id,
      before: asJson(before?.expert ?? null),
      after: asJson(expert),
    })
    return accept(await getExpert(tx, expert.provinceCode, expert.id))
  },
})

export const expertRoutes = [listExperts, putExpert]
