import { sql } from '@jincun/db'
import { Download, route } from '@jincun/http'
import { accept, asJson, canonicalJson, refuse } from '@jincun/kernel'
import { z } from 'zod'
import {
  clausesOf,
  moveProcurement,
  ocdsPackage,
  Procurement,
  procurementFindings,
  procurementForbids,
  projectOpen,
  redFlagsOf,
  topBids,
} from '../index.ts'
import type { OcdsSource } from '../index.ts'
import { holdOpen } from './fixed-sites.ts'
import { findProject } from './front-door.ts'
import { contracts, procurements } from './kinds.ts'
import { findRecord, listRecords, saveRecord } from './records.ts'
import { registered, setStage } from './register.ts'
import { saveVersioned } from './save-record.ts'
import { AtCounty, AtRecord, auditRecord, notFound, place, stale, stampOf, today, Year } from './work.ts'

const path = '/api/projects/:county/procurements' as const
const action = 'projects.write'

const list = route({
  method: 'GET',
  path,
  action: 'projects.read',
  summary: 'Procurements of a county with losing bids and red flags: a reason to open the file, never a verdict',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  query: z.strictObject({ year: Year }),
  place,
  handle: async ({ tx, params, query, policy, now, may }) => {
    const all = (await listRecords(tx, procurements, sql`county_code = ${params.county}`)).filter(({ year }) => year === query.year)
    const rows = all.map(procurement => ({ procurement, flags: redFlagsOf(procurement, all, policy) }))
    return accept({ rows, mayWrite: may(action, params.county), asOf: now.toISOString() })
  },
})

const read = route({
  method: 'GET',
  path: `${path}/:id`,
  action: 'projects.read',
  summary: 'One procurement: notices, all bids, scores, award, findings and red flags',
  clauses: ['notice-2020/6.3', 'notice-2020/3.0'],
  params: AtRecord,
  place,
  handle: async ({ tx, params, policy, now, may }) => {
    const procurement = await findRecord(tx, procurements, params.county, params.id)
    if (!procurement) return refuse(notFound)
    const all = await listRecords(tx, procurements, sql`county_code = ${params.county}`)
    return accept({
      procurement,
      project: (await findProject(tx, params.county, procurement.projectId)) ?? null,
      findings: procurementFindings(procurement.bids.length === 0 ? 'publish' : 'award', procurement, policy),
      flags: redFlagsOf(
        procurement,
        all.filter(({ year }) => year === procurement.year),
        policy,
      ),
      top: topBids(procurement).map(({ id }) => id),
      mayWrite: may(action, params.county),
      asOf: now.toISOString(),
    })
  },
})

const Content = Procurement.omit({ id: true, countyCode: true, version: true, state: true }).extend({
  seenVersion: z.number().int().min(0),
})

const save = route({
  method: 'PUT',
  path: `${path}/:id`,
  action,
  summary: 'Write a procurement before its notice is published',
  clauses: ['notice-2020/6.3'],
  params: AtRecord,
  body: Content,
  place,
  handle: async context => {
    const { tx, params, body } = context
    const { seenVersion, ...content } = body
    const [found] = await registered(tx, params.county, null, body.projectId)
    if (!found) return refuse(notFound)
    const open = projectOpen(found.stage, found.project.year)
    if (!open.ok) return open
    const wanted: Procurement = { ...content, id: params.id, countyCode: params.county, version: 1, state: 'draft' }
    return saveVersioned(context, procurements, wanted, seenVersion, action, standing =>
      standing.state === 'draft' ? accept(true) : refuse(procurementForbids('save', standing)),
    )
  },
})

const step = route({
  method: 'POST',
  path: `${path}/:id/steps`,
  action,
  summary: 'Publish the notice, open the bids, award, or cancel',
  clauses: ['notice-2020/6.3', 'notice-2020/3.0'],
  params: AtRecord,
  body: z.strictObject({ step: z.enum(['publish', 'open', 'award', 'cancel']), content: Content }),
  place,
  handle: async context => {
    const { tx, params, body, policy, publish } = context
    const standing = await findRecord(tx, procurements, params.county, params.id, true)
    if (!standing) return refuse(notFound)
    const { seenVersion, ...content } = body.content
    if (standing.version !== seenVersion) return refuse(stale(standing.version, standing))
    const changed: Procurement = {
      ...content,
      id: params.id,
      countyCode: params.county,
      version: standing.version,
      state: standing.state,
      projectId: standing.projectId,
      year: standing.year,
    }
    // A procedure of a project that is finished can only be cancelled.
    const open = body.step === 'cancel' ? accept(true) : await holdOpen(tx, params.county, standing.projectId)
    if (!open.ok) return open
    const moved = moveProcurement(body.step, standing, changed, policy, today(context))
    if (!moved.ok) return moved
    await saveRecord(tx, procurements, moved.value, stampOf(context), ['version', 'state'])
    await auditRecord(context, {
      countyCode: params.county,
      action,
      recordKind: 'procurement',
      recordId: params.id,
      before: standing,
      after: moved.value,
    })
    const [found] = await registered(tx, params.county, null, standing.projectId)
    if (found?.stage === 'planned' && body.step === 'publish') await setStage(tx, found.project, 'procuring')
    if (body.step === 'award')
      await publish({
        id: params.id,
        countyCode: params.county,
        kind: 'procurement-award',
        year: standing.year,
        title: { zh: `${standing.title}中标结果`, en: `Award: ${standing.title}` },
        content: asJson({
          ...moved.value,
          bids: moved.value.bids.map(bid => ({ ...bid, bidder: { name: bid.bidder.name, creditCode: bid.bidder.creditCode } })),
        }),
        clause: clausesOf(standing.year).selection,
      })
    return accept(moved.value)
  },
})

const ocds = route({
  method: 'GET',
  path: '/api/projects/:county/ocds',
  action: 'projects.read',
  summary: 'Procurements as OCDS 1.1 releases, with losing bids',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  query: z.strictObject({ year: Year }),
  place,
  handle: async ({ tx, params, query, now }) => {
    const all = (await listRecords(tx, procurements, sql`county_code = ${params.county}`)).filter(
      ({ year, state }) => year === query.year && state !== 'draft',
    )
    const signed = await listRecords(tx, contracts, sql`county_code = ${params.county}`)
    const projects = new Map((await registered(tx, params.county, null)).map(({ project }) => [project.id, project]))
    const publishedAt = now.toISOString()
    const sources = all.flatMap((procurement): OcdsSource[] => {
      const project = projects.get(procurement.projectId)
      return project ? [{ procurement, project, contracts: signed.filter(each => each.procurementId === procurement.id), publishedAt }] : []
    })
    const uri = `urn:jincun:ocds:${params.county}:${query.year}`
    const text = canonicalJson(asJson(ocdsPackage(sources, { name: `${params.county} 综合示范项目`, uri }, publishedAt)))
    return accept(
      new Download(new TextEncoder().encode(text), `${params.county}-${query.year}-ocds.json`, 'application/json; charset=utf-8'),
    )
  },
})

export const procurementRoutes = [list, read, save, step, ocds]
