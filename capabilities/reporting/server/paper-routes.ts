import { sql } from '@jincun/db'
import { sniffAttachment } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { AtCounty, AtRecord, keepFile, notFound, place, readFileBytes } from '@jincun/projects/server'
import { z } from 'zod'
import { visibleContractor } from './own-contractor.ts'

const notPaper: Refusal = {
  kind: 'invalid',
  code: 'paper-not-a-picture',
  message: { zh: '纸质报表请拍照或扫描，上传 JPG、PNG 或 PDF。', en: 'Photograph or scan the paper and send JPG, PNG or PDF.' },
}

const pictures: readonly string[] = ['jpg', 'png', 'pdf']

const keep = route({
  method: 'POST',
  path: '/api/reporting/:county/report-papers',
  action: 'reporting.submit',
  summary: 'Keep the photo or scan of a report on paper, by its hash; its entry is typed beside it',
  clauses: ['notice-2020/6.4c'],
  params: AtCounty,
  query: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(200) }),
  upload: { maximumBytes: 10 * 1_048_576 },
  place,
  handle: async context => {
    const { params, query, upload } = context
    const sniffed = await sniffAttachment(upload, query.name)
    if (!sniffed.ok) return sniffed
    if (!pictures.includes(sniffed.value.type)) return refuse(notPaper)
    return keepFile(context, params.county, query, upload, 'reporting.submit')
  },
})

const show = route({
  method: 'GET',
  path: '/api/reporting/:county/report-papers/:id',
  action: 'reporting.batches',
  summary: 'The photo or scan a report was typed from, for whoever may see the report',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: AtRecord,
  place,
  handle: async context => {
    const { tx, params } = context
    const whose = await visibleContractor(context, params.county)
    const own = whose === 'all' ? null : (whose.code ?? '')
    // Only papers of reports: the other files of the county are for whoever may see what they belong to.
    const shown = await tx.row<{ ok: boolean }>(sql`select exists (select from station_sheet where county_code = ${params.county}
        and paper_file_id = ${params.id} and (${own}::text is null or contractor = ${own}))
      or exists (select from form_version f where f.county_code = ${params.county} and f.paper_file_id = ${params.id}
        and (${own}::text is null or exists (select from contract c where c.county_code = f.county_code and c.id::text = f.reporter
          and c.content->'party'->>'creditCode' = ${own}))) as ok`)
    const file = shown?.ok ? await readFileBytes(tx, params.county, params.id) : undefined
    return file ? accept(new Download(new Uint8Array(file.bytes), file.name, file.mediaType)) : refuse(notFound)
  },
})

/** Reports on paper: the photo kept, and shown beside its entry (6.4c). */
export const paperRoutes = [keep, show]
