import { route } from '@jincun/http'
import { accept, asJson } from '@jincun/kernel'
import { designationData } from '@jincun/designation/server'
import { provisionalQuotas } from '@jincun/allocation/server'
import { parameterFor } from '@jincun/policy'
import { z } from 'zod'
import { extensionOf, forfeitRankedList, rankedListStateAt, reopenRankedList } from '../../index.ts'
import type { RankedListEvent, RankedListRecord, SubmissionPackage } from '../../index.ts'
import { closingOf, provinceName } from './list-facts.ts'
import { At } from './list-routes.ts'
import { listsOfYear, packagesOf } from './list-store.ts'
import { actOnList } from './list-work.ts'
import type { ListWork } from './list-work.ts'

const place = ({ params }: { params: z.infer<typeof At> }) => params.provinceCode

/** What the centre sees of a province: that there is a list and how it stands; what is in it only once it was handed in. */
function overviewRow(
  provinceCode: string,
  quota: number | null,
  record: RankedListRecord | undefined,
  closes: Date,
  now: Date,
  packages: ReadonlyMap<string, SubmissionPackage>,
) {
  const events = record?.events ?? []
  const last = events.findLast(event => event.verb === 'submit')
  const state = rankedListStateAt(events, closes, now)
  const contents = state === 'draft' || state === 'reopened' ? undefined : packages.get(last?.packageHash ?? '')
  const unmet = (contents?.findings ?? []).filter(finding => finding.status !== 'met')
  return {
    provinceCode,
    provinceName: provinceName(provinceCode),
    quota,
    begun: record !== undefined,
    state,
    version: record?.list.version ?? 0,
    listed: contents?.entries.length ?? null,
    poverty: contents?.entries.filter(entry => entry.nationalPovertyCounty).length ?? null,
    unmet: unmet.map(finding => ({ code: finding.code, reason: contents?.reasons[finding.code] ?? null })),
    submittedAt: state === 'submitted' ? (last?.at ?? null) : null,
    packageHash: state === 'submitted' ? (last?.packageHash ?? null) : null,
    closes: (extensionOf(events)?.until ?? closes).toISOString(),
    lastReason: events.at(-1)?.reason ?? null,
  }
}

const overview = route({
  method: 'GET',
  path: '/api/ranked-lists/:year',
  action: 'ranked-lists.read',
  summary: 'How the ranked lists of the provinces in scope stand',
  clauses: ['notice-2020/5.3'],
  params: z.strictObject({ year: At.shape.year }),
  handle: async ({ params: { year }, tx, now, policy, may }) => {
    const records = new Map((await listsOfYear(tx, year)).map(record => [record.list.provinceCode, record]))
    const quotas = new Map((await provisionalQuotas(tx, year)).map(row => [row.provinceCode, row.quota]))
    const hashes = [...records.values()].flatMap(record => record.events.flatMap(event => event.packageHash ?? []))
    const packages = await packagesOf(tx, hashes)
    const closes = closingOf(policy, year)
    const provinces = designationData().places.provinces.filter(({ code }) => may('ranked-lists.read', code))
    return accept({
      year,
      closes: closes.toISOString(),
      asOf: now.toISOString(),
      rows: provinces.map(({ code }) => overviewRow(code, quotas.get(code) ?? null, records.get(code), closes, now, packages)),
    })
  },
})

/** A ruling on a list is public: who, when, why, and until when. */
async function publishRuling(work: ListWork, record: RankedListRecord, event: RankedListEvent): Promise<void> {
  const { provinceCode, year } = record.list
  if (record.events.some(known => known.id === event.id)) return
  const reopened = event.verb === 'reopen'
  const name = provinceName(provinceCode)
  await work.publish({
    id: event.id,
    countyCode: provinceCode,
    kind: 'ranked-list-ruling',
    year,
    title: reopened
      ? { zh: `裁定重新开放${name}${year}年排序名单报送`, en: `${name}: submission of the ${year} ranked list reopened by ruling` }
      : { zh: `${name}${year}年排序名单视同自动放弃`, en: `${name}: the ${year} ranked list is forfeited` },
    content: asJson({ provinceCode, year, ...event, by: undefined }),
    clause: parameterFor(work.policy, 'ranked-list-deadline', year).clause,
  })
}

const Seen = { id: z.uuid(), seenVersion: z.number().int().min(0) }
const Reason = z.string().trim().max(4_000)

const forfeiture = route({
  method: 'POST',
  path: '/api/ranked-lists/:year/:provinceCode/forfeiture',
  action: 'ranked-lists.rule',
  summary: 'Record that a late or irregular list is forfeited',
  clauses: ['notice-2020/5.3'],
  params: At,
  body: z.strictObject({ ...Seen, reason: Reason }),
  place,
  handle: async context => {
    const done = await actOnList(context, context.params, context.body, (record, order, closes) =>
      forfeitRankedList(record, context.body.reason, order, closes),
    )
    if (!done.ok) return done
    await publishRuling(context, done.value.record, done.value.event)
    return accept(done.value.event)
  },
})

const reopening = route({
  method: 'POST',
  path: '/api/ranked-lists/:year/:provinceCode/reopening',
  action: 'ranked-lists.rule',
  summary: 'Reopen a forfeited list by a ruling with number, reason and new deadline',
  clauses: ['notice-2020/5.3'],
  params: At,
  body: z.strictObject({
    ...Seen,
    ruling: z.string().trim().min(1, '请填写裁定文号 / give the number of the ruling').max(100),
    reason: Reason.min(1, '请写明理由 / give the reason'),
    until: z.iso.datetime({ offset: true, error: '新期限应为带时区的时刻 / an instant with its offset' }),
  }),
  place,
  handle: async context => {
    const { ruling, reason, until } = context.body
    const done = await actOnList(context, context.params, context.body, (record, order, closes) =>
      reopenRankedList(record, { ruling, reason, until: new Date(until) }, order, closes),
    )
    if (!done.ok) return done
    await publishRuling(context, done.value.record, done.value.event)
    return accept(done.value.event)
  },
})

export const centralListRoutes = [overview, forfeiture, reopening]
