import { route } from '@jincun/http'
import type { NoReason } from '@jincun/http'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { citing, clausesOf } from '@jincun/projects'
import type { Bare } from '@jincun/projects'
import {
  addOnce,
  AtCounty,
  AtRecord,
  byOf,
  keepFile,
  notFound,
  place,
  today,
  uploadBytesMaximum,
  wantPhotos,
} from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { z } from 'zod'
import { acceptanceCan, Inspection } from '../index.ts'
import { loadAcceptance } from './ground.ts'
import { inspections } from './kinds.ts'

const path = '/api/acceptance/:county/requests' as const

const VisitBody = Inspection.omit({ countyCode: true, requestId: true, inspector: true, level: true })

const visitNotPossible: Bare = {
  kind: 'wrong-state',
  code: 'visit-not-possible',
  message: {
    zh: '县级自验在申请后、抽样复核在抽样后且只对抽中的站点；检查日期不能晚于今天。',
    en: 'The county visits after the request; city and province visit drawn sites after the draw; no visit lies in the future.',
  },
}

/** Notes down a visit; only while the request is open, of a site of its project. */
async function keepVisit(
  context: Work,
  county: string,
  id: string,
  body: z.infer<typeof VisitBody>,
  level: Inspection['level'],
  action: string,
): Promise<Result<Inspection, NoReason>> {
  const loaded = await loadAcceptance(context, county, id)
  if (!loaded.ok) return loaded
  const { acceptance, ground } = loaded.value
  const site = ground.sites.find(({ id: siteId }) => siteId === body.siteId)
  if (!site) return refuse(notFound)
  const open =
    level === 'county'
      ? acceptanceCan('check', acceptance.state)
      : acceptance.sample?.[level].includes(body.siteId) === true && acceptance.state === 'sampled'
  if (!open || body.visitedOn > today(context)) return refuse(citing(visitNotPossible, clausesOf(acceptance.year).register))
  const use = {
    countyCode: county,
    kind: 'visit',
    recordId: body.id,
    projectId: acceptance.projectId,
    label: `${site.name} ${body.visitedOn}`,
    opens: `${county}/${id}`,
  } as const
  const files = await wantPhotos(
    context,
    use,
    body.items.flatMap(item => item.evidenceFileIds),
  )
  if (!files.ok) return files
  const visit = {
    ...body,
    siteVersion: body.siteVersion ?? site.version,
    countyCode: county,
    requestId: id,
    level,
    inspector: byOf(context),
  }
  return addOnce(context, inspections, visit, action)
}

const countyVisit = route({
  method: 'POST',
  path: `${path}/:id/county-visits`,
  action: 'acceptance.check',
  summary: "The county's visit to a site, by the checklist",
  clauses: ['notice-2020/6.2'],
  params: AtRecord,
  body: VisitBody,
  place,
  handle: async context => keepVisit(context, context.params.county, context.params.id, context.body, 'county', 'acceptance.check'),
})

const sampleVisit = route({
  method: 'POST',
  path: `${path}/:id/sample-visits`,
  action: 'acceptance.visit',
  summary: 'A visit of city or province to a drawn site',
  clauses: ['notice-2020/6.3'],
  params: AtRecord,
  body: VisitBody.extend({ level: z.enum(['city', 'province']) }),
  place,
  handle: async context => {
    const { level, ...body } = context.body
    return keepVisit(context, context.params.county, context.params.id, body, level, 'acceptance.visit')
  },
})

const visitFile = route({
  method: 'POST',
  path: '/api/acceptance/:county/visit-files',
  action: 'acceptance.visit',
  summary: 'Send a photo or paper that shows what was seen at a drawn site',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  query: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(200) }),
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context => keepFile(context, context.params.county, context.query, context.upload, 'acceptance.visit'),
})

export const visitRoutes = [countyVisit, sampleVisit, visitFile]
