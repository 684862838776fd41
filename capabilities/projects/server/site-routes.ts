import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { z } from 'zod'
import { citing, clausesOf, DatedPhoto, isOpen, ProgressReport, Site } from '../index.ts'
import type { Bare } from '../index.ts'
import { keepFile, readFileBytes, uploadBytesMaximum } from './file-store.ts'
import { holdProject, siteMoved, sitesFixed } from './fixed-sites.ts'
import { progressReports, sites } from './kinds.ts'
import { wantPhotos } from './photo-uses.ts'
import { registered, setStage } from './register.ts'
import { addOnce, saveVersioned } from './save-record.ts'
import { siteKeepsStandard } from './site-rules.ts'
import { AtCounty, AtRecord, notFound, place, today } from './work.ts'

const path = '/api/projects/:county/register' as const
const action = 'projects.write'

const saveSite = route({
  method: 'PUT',
  path: '/api/projects/:county/sites/:id',
  action,
  summary: 'Enter or change a supported site; over-cap and duplicate support are answered as findings',
  clauses: ['notice-2020/6.2', 'notice-2020/3.2'],
  params: AtRecord,
  body: Site.omit({ id: true, countyCode: true, version: true }).extend({ seenVersion: z.number().int().min(0) }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const { seenVersion, ...content } = body
    const held = await holdProject(tx, params.county, body.projectId)
    const [found] = await registered(tx, params.county, null, body.projectId)
    if (!held || !found) return refuse(notFound)
    if (held.sitesFixed || !isOpen(held.stage)) return refuse(citing(sitesFixed, clausesOf(held.year).register))
    const site: Site = { ...content, id: params.id, countyCode: params.county, version: 1 }
    const kept = await siteKeepsStandard(context, site, found.project.year)
    if (!kept.ok) return kept
    // A site of a project whose sites are fixed cannot leave it by naming another project.
    const may = (standing: Site) =>
      standing.projectId === site.projectId ? accept(true) : refuse(citing(siteMoved, clausesOf(held.year).register))
    return saveVersioned(context, sites, site, seenVersion, action, may)
  },
})

const progressAhead: Bare = {
  kind: 'invalid',
  code: 'progress-in-the-future',
  message: {
    zh: '进度日期不能晚于今天，照片不能晚于进度日期。',
    en: 'Progress is not of the future, nor a photo later than the progress.',
  },
  where: 'asOf',
}

const ProgressBody = ProgressReport.omit({ countyCode: true, projectId: true }).extend({ photos: z.array(DatedPhoto).max(20) })

const progress = route({
  method: 'POST',
  path: `${path}/:id/progress`,
  action,
  summary: 'Report progress with dated photos',
  clauses: ['notice-2020/6.2', 'notice-2020/6.3'],
  params: AtRecord,
  body: ProgressBody,
  place,
  handle: async context => {
    const { tx, params, body } = context
    const [found] = await registered(tx, params.county, null, params.id)
    if (!found) return refuse(notFound)
    if (body.asOf > today(context) || body.photos.some(photo => photo.takenOn > body.asOf))
      return refuse(citing(progressAhead, clausesOf(found.project.year).register))
    const use = {
      countyCode: params.county,
      kind: 'progress',
      recordId: body.id,
      projectId: params.id,
      label: body.asOf,
      opens: `${params.county}/${found.project.year}/${params.id}`,
    } as const
    const files = await wantPhotos(
      context,
      use,
      body.photos.map(photo => photo.fileId),
    )
    if (!files.ok) return files
    const kept = await addOnce(context, progressReports, { ...body, countyCode: params.county, projectId: params.id }, action)
    if (kept.ok && ['planned', 'procuring', 'contracted'].includes(found.stage) && body.percent > 0)
      await setStage(tx, found.project, 'under-way')
    return kept
  },
})

const upload = route({
  method: 'POST',
  path: '/api/projects/:county/files',
  action,
  summary: 'Send a paper or photo; its kind is told by its bytes',
  params: AtCounty,
  query: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(200) }),
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context => keepFile(context, context.params.county, context.query, context.upload, action),
})

const download = route({
  method: 'GET',
  path: '/api/projects/:county/files/:id',
  action: 'projects.read',
  summary: 'A paper or photo of the register',
  params: AtRecord,
  place,
  handle: async ({ tx, params }) => {
    const found = await readFileBytes(tx, params.county, params.id)
    return found ? accept(new Download(found.bytes, found.name, found.mediaType)) : refuse(notFound)
  },
})

export const siteRoutes = [saveSite, progress, upload, download]
