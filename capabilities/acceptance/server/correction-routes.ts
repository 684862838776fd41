import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { citing, clausesOf, Site, SiteCorrection } from '@jincun/projects'
import type { Bare } from '@jincun/projects'
import { AtCounty, auditRecord, correctionsOf, correctSite, listRecords, place, saveRecord, stampOf } from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { z } from 'zod'
import { reopenAfterCorrection } from '../index.ts'
import type { Acceptance } from '../index.ts'
import { acceptances } from './kinds.ts'

const action = 'acceptance.correct-site'

const concluded: Bare = {
  kind: 'wrong-state',
  code: 'site-judged',
  message: {
    zh: '项目已有合同验收合格，站点以验收时的为准，不能再更正；与实际不符的，在运营回访中写明。',
    en: 'A contract of the project is accepted: its sites stand as they were judged. Note what differs in the checks of operation.',
  },
}

/** Requests of a project, held before the project is: a conclusion holds them in the same order. */
async function holdRequests({ tx }: Work, countyCode: string, projectId: string): Promise<Acceptance[]> {
  const here = sql`county_code = ${countyCode} and project_id = ${projectId}`
  await tx.rows(sql`select 1 from acceptance where ${here} order by id for update`)
  return listRecords(tx, acceptances, here)
}

async function reopen(work: Work, requests: readonly Acceptance[], reason: string): Promise<void> {
  for (const before of requests) {
    const after = reopenAfterCorrection(before)
    if (after === before) continue
    await saveRecord(work.tx, acceptances, after, stampOf(work), ['version', 'state'])
    const { countyCode, id: recordId } = after
    await auditRecord(work, { countyCode, action, recordKind: 'acceptance', recordId, before, after, reason })
  }
}

const correct = route({
  method: 'POST',
  path: '/api/acceptance/:county/site-corrections',
  action,
  summary: 'Put a site right that a request for acceptance fixed, with the reason; what was concluded about the sites is concluded again',
  clauses: ['notice-2020/6.2', 'notice-2020/6.3'],
  params: AtCounty,
  body: z.strictObject({
    id: z.uuid(),
    reason: SiteCorrection.shape.reason,
    seenVersion: z.number().int().min(0),
    site: Site.omit({ countyCode: true, version: true }),
  }),
  place,
  handle: async context => {
    const { params, body } = context
    const site = { ...body.site, countyCode: params.county }
    const requests = await holdRequests(context, params.county, site.projectId)
    const same = (await correctionsOf(context.tx, params.county, site.projectId)).find(({ id }) => id === body.id)
    if (same) return accept(same)
    const judged = requests.find(({ state }) => state === 'accepted')
    if (judged) return refuse(citing(concluded, clausesOf(judged.year).register))
    const corrected = await correctSite(context, { ...body, site }, action)
    if (!corrected.ok) return corrected
    await reopen(context, requests, body.reason)
    return accept(corrected.value)
  },
})

export const correctionRoutes = [correct]
