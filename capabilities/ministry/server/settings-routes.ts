import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { AtCounty, place } from '@jincun/projects/server'
import { z } from 'zod'
import { EnterpriseCode, StationKind } from '../index.ts'
import { endpointOf, insertEndpoint, insertSettings, insertStation, settingsOf, stationsOf } from './settings-store.ts'

const clauses = ['notice-2020/6.4c']
const Day = z.iso.date('应为日期，如 2020-05-08 / a day such as 2020-05-08')
const Version = z.number().int().min(0)

const stale = (version: number): Refusal => ({
  kind: 'conflict',
  code: 'record-version',
  message: {
    zh: `设置已更新到第${version}版，请刷新后再改。`,
    en: `This is at version ${version} by now; reload and make the change again.`,
  },
  details: { version },
})

const read = route({
  method: 'GET',
  path: '/api/ministry/:county/settings',
  action: 'ministry.read',
  summary: 'What a county reports as: system, enterprise code, stations, address, and the versions of the ministry’s system there are',
  clauses,
  params: AtCounty,
  place,
  handle: async ({ tx, params, policy, now, may }) => {
    const endpoint = await endpointOf(tx, params.county)
    return accept({
      settings: (await settingsOf(tx, params.county)) ?? null,
      stations: await stationsOf(tx, params.county),
      // Where the program calls is told to those who set it; the others see that it is set.
      endpoint: {
        version: endpoint.version,
        isSet: endpoint.address !== '',
        address: may('ministry.address', params.county) ? endpoint.address : '',
      },
      systems: [...policy.ministrySystems.values()].map(({ id, title, stationTypes, source, note, origin }) => ({
        id,
        title,
        stationTypes,
        source,
        note,
        origin,
      })),
      asOf: now.toISOString(),
    })
  },
})

const set = route({
  method: 'PUT',
  path: '/api/ministry/:county/settings',
  action: 'ministry.report',
  summary: 'Set which system a county reports to, its enterprise code and from which day on; every version is kept',
  clauses,
  params: AtCounty,
  body: z.strictObject({
    system: z.string().min(1).max(60),
    enterpriseCode: EnterpriseCode,
    startsOn: Day,
    reason: z.string().max(500).default(''),
    seenVersion: Version,
  }),
  place,
  handle: async ({ tx, params, body, policy, now, caller, audit }) => {
    if (!policy.ministrySystems.has(body.system))
      return refuse({
        kind: 'invalid',
        code: 'no-such-system',
        where: 'system',
        message: { zh: '没有这一版部系统。', en: 'There is no such version of the ministry’s system.' },
      })
    const before = await settingsOf(tx, params.county)
    if ((before?.version ?? 0) !== body.seenVersion) return refuse(stale(before?.version ?? 0))
    const { system, enterpriseCode, startsOn, reason } = body
    const next = { countyCode: params.county, version: body.seenVersion + 1, system, enterpriseCode, startsOn }
    const added = await insertSettings(tx, next, { realm: caller.realm, reason, now, personId: caller.personId })
    if (added === 0) return refuse(stale(next.version))
    await audit({
      countyCode: params.county,
      action: 'ministry.report',
      recordKind: 'ministry_settings',
      recordId: params.county,
      before: before ?? null,
      after: next,
    })
    return accept(next)
  },
})

/** An address a report can be posted to: http or https, without a name and password in it. */
const Address = z.union([
  z.literal(''),
  z
    .url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 地址 / an http or https address' })
    .max(500)
    .refine(
      text => new URL(text).username === '' && new URL(text).password === '',
      '地址中不能有用户名和密码 / without a name and password',
    ),
])

const setAddress = route({
  method: 'PUT',
  path: '/api/ministry/:county/endpoint',
  action: 'ministry.address',
  summary: 'Set where reports of a county are sent; an empty address takes it away',
  clauses,
  params: AtCounty,
  body: z.strictObject({ address: Address, seenVersion: Version }),
  place,
  handle: async ({ tx, params, body, now, caller, audit }) => {
    const before = await endpointOf(tx, params.county)
    if (before.version !== body.seenVersion) return refuse(stale(before.version))
    const next = { countyCode: params.county, version: before.version + 1, address: body.address }
    const added = await insertEndpoint(tx, next, { realm: caller.realm, reason: '', now, personId: caller.personId })
    if (added === 0) return refuse(stale(next.version))
    const after = { address: next.address, version: next.version }
    await audit({
      countyCode: params.county,
      action: 'ministry.address',
      recordKind: 'ministry_endpoint',
      recordId: params.county,
      before,
      after,
    })
    return accept(after)
  },
})

const Station = z
  .strictObject({
    code: z.string().trim().max(64),
    name: z.string().trim().max(100),
    kind: StationKind,
    leftOutBecause: z.string().trim().max(500).default(''),
    seenVersion: Version,
  })
  .refine(({ code, name, leftOutBecause }) => leftOutBecause !== '' || (code !== '' && name !== ''), {
    message: '请填写部里的站点编码和名称，或写明不上报的原因 / give the ministry’s code and name, or say why it is not reported',
    path: ['code'],
  })

const setStation = route({
  method: 'PUT',
  path: '/api/ministry/:county/stations/:station',
  action: 'ministry.report',
  summary: 'Register a station under the ministry’s code, or say why it is not reported; every version is kept',
  clauses,
  params: z.strictObject({
    ...AtCounty.shape,
    station: z.string().regex(/^\d{6}[A-Za-z0-9]{1,26}$/, '应以县代码开头 / begins with the county’s code'),
  }),
  body: Station,
  place,
  handle: async ({ tx, params, body, now, caller, audit }) => {
    const before = (await stationsOf(tx, params.county)).find(({ station }) => station === params.station)
    if ((before?.version ?? 0) !== body.seenVersion) return refuse(stale(before?.version ?? 0))
    const { seenVersion, ...content } = body
    const next = { countyCode: params.county, station: params.station, version: seenVersion + 1, ...content }
    const added = await insertStation(tx, next, { realm: caller.realm, reason: '', now, personId: caller.personId })
    if (added === 0) return refuse(stale(next.version))
    await audit({
      countyCode: params.county,
      action: 'ministry.report',
      recordKind: 'ministry_station',
      recordId: params.station,
      before: before ?? null,
      after: next,
    })
    return accept(next)
  },
})

export const settingsRoutes = [read, set, setAddress, setStation]
