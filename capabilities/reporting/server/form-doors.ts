import { writeTemplate } from '@jincun/documents'
import { Download } from '@jincun/http'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import type { Work } from '@jincun/projects/server'
import { z } from 'zod'
import type { FormOccasion } from '../index.ts'
import { formHasFaults } from './form-answer.ts'
import { formColumns, readFormFile } from './form-file.ts'
import type { formView } from './form-view.ts'
import { takeForm } from './take-form.ts'
import type { TakenForm } from './take-form.ts'

const Cells = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/), z.string().max(10_000))

export const uploadBytesMaximum = 10 * 1_048_576

/** A form as a page sends it; with `paperFileId` it was typed from that photo or scan. */
export const FormBody = z.strictObject({
  id: z.uuid(),
  rows: z.array(Cells).max(5_000),
  reason: z.string().max(2_000).default(''),
  seenVersion: z.number().int().min(0),
  validateOnly: z.boolean().default(false),
  paperFileId: z.uuid().nullable().default(null),
})

export const FormFileQuery = z.strictObject({
  id: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
  reason: z.string().max(2_000).default(''),
  seenVersion: z.coerce.number().int().min(0),
  validate: z.coerce.number().int().min(0).max(1).default(0),
})

/** Hands in what a page sends, for whoever's form it is. */
export const takeFormBody = (
  work: Work,
  type: ReportType,
  occasion: FormOccasion,
  body: z.output<typeof FormBody>,
): Promise<Result<TakenForm>> => takeForm(work, type, occasion, { ...body, channel: body.paperFileId === null ? 'page' : 'paper' })

/** Hands in a CSV or Excel file, for whoever's form it is; faults are told by sheet, row and column. */
export async function takeFormFile(
  work: Work,
  type: ReportType,
  occasion: FormOccasion,
  query: z.output<typeof FormFileQuery>,
  bytes: Uint8Array,
): Promise<Result<TakenForm>> {
  const table = readFormFile(type, bytes, query.fileName)
  if (!table.ok) return table
  const { rows, errors, sheet } = table.value
  if (errors.length > 0) return refuse(formHasFaults(errors))
  const { id, reason, seenVersion } = query
  const order = {
    id,
    reason,
    seenVersion,
    channel: 'file' as const,
    paperFileId: null,
    validateOnly: query.validate === 1,
    rows: rows.map(({ cells }) => cells),
  }
  return takeForm(work, type, occasion, order, { rows: rows.map(({ at }) => at), sheet })
}

/** The form as an Excel file to fill in, with what is known filled in. */
export async function workbookOf(view: Awaited<ReturnType<typeof formView>>, now: Date): Promise<Download> {
  const { draft, files, dueOn, type, period } = view
  const { fields, title } = type
  const cellOf = (id: string, text: string) => (fields.find(field => field.id === id)?.kind === 'file' ? (files[text] ?? text) : text)
  const bytes = await writeTemplate(
    {
      name: period,
      columns: formColumns(type),
      instructions: [
        { zh: `${title.zh} ${period}`, en: `${title.en} ${period}` },
        {
          zh: `应于 ${dueOn} 前上报；文件栏填已上传文件的文件名。`,
          en: `Due by ${dueOn}; in columns of files write the name of a file sent before.`,
        },
      ],
      rows: (draft?.rows ?? []).map(row => fields.map(({ id }) => cellOf(id, row[id] ?? '') || null)),
    },
    now,
  )
  return new Download(bytes, `${title.zh} ${period}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}
