import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, asJson } from '@jincun/kernel'
import { clausesOf } from '@jincun/projects'
import {
  AtCounty,
  AtRecord,
  auditRecord,
  byOf,
  correctionsOf,
  listRecords,
  place,
  saveRecord,
  signedContracts,
  stampOf,
  today,
} from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { z } from 'zod'
import { acceptanceVerbs, checklistOf, concludeAcceptance, concludeCountyCheck, drawAcceptanceSample, gateFindings } from '../index.ts'
import type { Acceptance } from '../index.ts'
import { closeAccepted } from './close-project.ts'
import { loadAcceptance } from './ground.ts'
import { acceptances } from './kinds.ts'

const path = '/api/acceptance/:county/requests' as const

const list = route({
  method: 'GET',
  path,
  action: 'acceptance.read',
  summary: 'Requests for acceptance of a county',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  place,
  handle: async ({ tx, params, now }) => {
    const contracts = new Map(
      (await signedContracts(tx, params.county)).map(({ id, number, title, party }) => [id, { number, title, party }]),
    )
    const rows = await listRecords(tx, acceptances, sql`county_code = ${params.county}`)
    return accept({
      rows: rows.map(row => ({ ...row, contract: contracts.get(row.contractId) ?? null })),
      asOf: now.toISOString(),
    })
  },
})

const read = route({
  method: 'GET',
  path: `${path}/:id`,
  action: 'acceptance.read',
  summary: 'One request: its gate, checklists, visits, sample and result',
  clauses: ['notice-2020/6.2', 'notice-2020/6.4d'],
  params: AtRecord,
  place,
  handle: async context => {
    const { params, now, may, policy } = context
    const loaded = await loadAcceptance(context, params.county, params.id)
    if (!loaded.ok) return loaded
    const { acceptance, ground } = loaded.value
    return accept({
      acceptance,
      contract: ground.contract,
      gate: gateFindings(ground),
      sites: ground.sites.map(site => ({ site, checklist: checklistOf(site, acceptance.year, policy) })),
      inspections: ground.inspections,
      corrections: await correctionsOf(context.tx, params.county, acceptance.projectId),
      mayCorrect: may('acceptance.correct-site', params.county) && acceptance.state !== 'accepted',
      verbs: Object.entries(acceptanceVerbs).flatMap(([verb, states]) => (states.includes(acceptance.state) ? [verb] : [])),
      mayCheck: may('acceptance.check', params.county),
      mayVisit: may('acceptance.visit', params.county),
      mayDecide: may('acceptance.decide', params.county),
      asOf: now.toISOString(),
    })
  },
})

async function keep(context: Work, before: Acceptance, after: Acceptance, action: string): Promise<void> {
  await saveRecord(context.tx, acceptances, after, stampOf(context), ['version', 'state'])
  await auditRecord(context, { countyCode: after.countyCode, action, recordKind: 'acceptance', recordId: after.id, before, after })
}

const check = route({
  method: 'POST',
  path: `${path}/:id/county-check`,
  action: 'acceptance.check',
  summary: 'Conclude the county check: the data gate, assets, signs and every site',
  clauses: ['notice-2020/6.2', 'notice-2020/6.4d', 'notice-2020/6.4b'],
  params: AtRecord,
  body: z.strictObject({}),
  place,
  handle: async context => {
    const loaded = await loadAcceptance(context, context.params.county, context.params.id, true)
    if (!loaded.ok) return loaded
    const { acceptance, ground } = loaded.value
    const checked = concludeCountyCheck(acceptance, ground)
    if (checked.ok) await keep(context, acceptance, checked.value, 'acceptance.check')
    return checked
  },
})

const sample = route({
  method: 'POST',
  path: `${path}/:id/sample`,
  action: 'acceptance.decide',
  summary: 'Draw the sample of city and province; what the seed is made of and the sites drawn are published',
  clauses: ['notice-2020/6.2', 'notice-2020/6.3'],
  params: AtRecord,
  body: z.strictObject({ id: z.uuid() }),
  place,
  handle: async context => {
    const { params, body, now, newId, publish } = context
    const loaded = await loadAcceptance(context, params.county, params.id, true)
    if (!loaded.ok) return loaded
    const { acceptance, ground } = loaded.value
    const drawn = drawAcceptanceSample(acceptance, ground, newId(), now)
    if (!drawn.ok) return drawn
    await keep(context, acceptance, drawn.value, 'acceptance.decide')
    await publish({
      id: body.id,
      countyCode: params.county,
      kind: 'acceptance-sample',
      year: acceptance.year,
      title: { zh: `验收抽样（第${drawn.value.draws}次）`, en: `Acceptance sample, draw ${drawn.value.draws}` },
      content: asJson({
        acceptanceId: acceptance.id,
        sites: ground.sites.map(({ id, kind }) => ({ id, kind })),
        sample: drawn.value.sample,
      }),
      clause: clausesOf(acceptance.year).register,
    })
    return drawn
  },
})

const result = route({
  method: 'POST',
  path: `${path}/:id/result`,
  action: 'acceptance.decide',
  summary: 'Conclude: accepted when the gate holds at this moment and every drawn site meets its standard, else back to be mended',
  clauses: ['notice-2020/6.2', 'notice-2020/6.4d'],
  params: AtRecord,
  body: z.strictObject({ id: z.uuid() }),
  place,
  handle: async context => {
    const { params, body, publish } = context
    const loaded = await loadAcceptance(context, params.county, params.id, true)
    if (!loaded.ok) return loaded
    const { acceptance, ground } = loaded.value
    const concluded = concludeAcceptance(acceptance, ground, today(context), byOf(context))
    if (!concluded.ok) return concluded
    await keep(context, acceptance, concluded.value, 'acceptance.decide')
    const words = await closeAccepted(context, concluded.value)
    await publish({
      id: body.id,
      countyCode: params.county,
      kind: 'acceptance-result',
      year: acceptance.year,
      title: words,
      content: asJson(concluded.value),
      clause: clausesOf(acceptance.year).register,
    })
    return concluded
  },
})

export const acceptanceRoutes = [list, read, check, sample, result]
