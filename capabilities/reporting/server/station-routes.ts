import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { nodeKindLabels } from '@jincun/projects'
import { AtCounty, notFound, place, placedSitesOf, signedContracts } from '@jincun/projects/server'
import { z } from 'zod'
import { Station } from '../index.ts'
import { insertStation, stationsOf } from './station-store.ts'

const action = 'reporting.stations'
const clauses = ['notice-2020/6.4c']

const list = route({
  method: 'GET',
  path: '/api/reporting/:county/stations',
  action: 'reporting.see-all',
  summary: 'Sites of a county and the code each reports under; those without one are told',
  clauses,
  params: AtCounty,
  place,
  handle: async ({ tx, params, now, may }) => {
    const signed = await signedContracts(tx, params.county)
    const names = new Map(signed.map(({ party }) => [party.creditCode, party.name]))
    const stations = await stationsOf(tx, params.county)
    const rows = (await placedSitesOf(tx, params.county, signed)).map(({ site, partyCode }) => ({
      siteId: site.id,
      name: site.name,
      kind: nodeKindLabels[site.kind],
      contractor: partyCode === null ? null : (names.get(partyCode) ?? null),
      stations: stations.filter(({ siteId }) => siteId === site.id),
    }))
    return accept({ rows, mayRegister: may(action, params.county), asOf: now.toISOString() })
  },
})

const stale = (version: number): Refusal => ({
  kind: 'conflict',
  code: 'record-version',
  message: {
    zh: version === 0 ? '这个编码还没有登记过。' : `这个站点已登记到第${version}版，请按最新内容再改。`,
    en: version === 0 ? 'This code was not registered yet.' : `The station is at version ${version} by now; make the change again on it.`,
  },
  details: { version },
})

const wrongCounty: Refusal = {
  kind: 'invalid',
  code: 'station-of-another-county',
  where: 'params.code',
  message: { zh: '站点编码要以本县的6位代码开头。', en: 'The code begins with the six digits of this county.' },
}

const siteMoved: Refusal = {
  kind: 'conflict',
  code: 'station-of-another-site',
  message: {
    zh: '编码登记后不能改到另一个站点；请给那个站点另编一个码。',
    en: 'A code does not move to another site; give that one a code of its own.',
  },
}

const lastBeforeFirst: Refusal = {
  kind: 'invalid',
  code: 'ends-before-start',
  where: 'body.endsOn',
  message: { zh: '停报日不能早于起报日；请核对两个日期。', en: 'The last day is before the first; check both.' },
}

const reasonNeeded: Refusal = {
  kind: 'invalid',
  code: 'reason-needed',
  where: 'body.reason',
  message: { zh: '更改已登记的站点须写明原因。', en: 'Give the reason for changing a registered station.' },
}

const register = route({
  method: 'PUT',
  path: '/api/reporting/:county/stations/:code',
  action,
  summary: 'Register the code a site reports under and since when, or change it with a reason; every version is kept',
  clauses,
  params: z.strictObject({ ...AtCounty.shape, code: Station.shape.code }),
  body: Station.pick({ siteId: true, startsOn: true, endsOn: true }).extend({
    reason: z.string().trim().max(500).default(''),
    seenVersion: z.number().int().min(0),
  }),
  place,
  handle: async ({ tx, params, body, now, caller, audit }) => {
    const { county, code } = params
    if (!code.startsWith(county)) return refuse(wrongCounty)
    if (body.endsOn !== null && body.endsOn < body.startsOn) return refuse(lastBeforeFirst)
    const site = await tx.row<{ id: string }>(sql`select id from project_site where county_code = ${county} and id = ${body.siteId}`)
    if (!site) return refuse(notFound)
    const before = (await stationsOf(tx, county)).find(each => each.code === code)
    if ((before?.version ?? 0) !== body.seenVersion) return refuse(stale(before?.version ?? 0))
    if (before && before.siteId !== body.siteId) return refuse(siteMoved)
    if (before && body.reason === '') return refuse(reasonNeeded)
    const { reason, seenVersion, ...content } = body
    const next: Station = { countyCode: county, code, version: seenVersion + 1, ...content }
    if ((await insertStation(tx, next, { realm: caller.realm, reason, now, personId: caller.personId })) === 0)
      return refuse(stale(next.version))
    await audit({
      countyCode: county,
      action,
      recordKind: 'report_station',
      recordId: code,
      before: before ?? null,
      after: next,
      ...(reason ? { reason } : {}),
    })
    return accept(next)
  },
})

export const stationRoutes = [list, register]
