import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { fullName } from '@jincun/places'
import { places } from '@jincun/places/server'
import { z } from 'zod'
import { applicationBlocks, demoMark } from '../application-document.ts'
import { At, place } from './application-routes.ts'
import { attach, detach, uploadBytesMaximum } from './files.ts'
import { importSheet } from './importing.ts'
import { findApplication } from './store.ts'
import type { Stored } from './store.ts'
import { readAttachment } from './store-files.ts'
import { applicationLetter } from './word-document.ts'
import { sheetNames, templateOf } from './workbook.ts'
import { findingsOf, groundsOf } from './grounds.ts'
import { notFound, workOf } from './work.ts'
import type { Work } from './work.ts'

const FileName = z
  .string()
  .trim()
  .min(1, '请带上文件名 / name the file')
  .max(200, '文件名最多 200 个字 / a file name has at most 200 characters')
  .regex(
    /^[^\p{Cc}\p{Bidi_Control}/\\]+$/u,
    '文件名不能含有斜杠、换行和控制字符 / a file name has no slashes, line breaks or control characters',
  )
const SheetName = z.enum(['budget', 'goals'])
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const upload = route({
  method: 'POST',
  path: '/api/applications/:county/:id/attachments',
  action: 'applications.write',
  summary: 'Attach a file; its kind is told by its bytes',
  params: At,
  query: z.strictObject({ id: z.uuid(), name: FileName }),
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context => attach(workOf(context), context.params.county, context.params.id, context.query, context.upload),
})

const download = route({
  method: 'GET',
  path: '/api/applications/:county/:id/attachments/:attachment',
  action: 'applications.read',
  summary: 'An attached file',
  params: At.extend({ attachment: z.uuid() }),
  place,
  handle: async ({ tx, params }) => {
    const found = await readAttachment(tx, { countyCode: params.county, id: params.id }, params.attachment)
    return found ? accept(new Download(found.bytes, found.name, found.mediaType)) : refuse(notFound)
  },
})

const remove = route({
  method: 'DELETE',
  path: '/api/applications/:county/:id/attachments/:attachment',
  action: 'applications.write',
  summary: 'Take a file off an application that is not submitted',
  params: At.extend({ attachment: z.uuid() }),
  place,
  handle: async context => detach(workOf(context), context.params.county, context.params.id, context.params.attachment, context.newId()),
})

const template = route({
  method: 'GET',
  path: '/api/applications/:county/:id/workbook',
  action: 'applications.read',
  summary: 'Budget or goals as an Excel file to fill in and hand back',
  params: At,
  query: z.strictObject({ sheet: SheetName }),
  place,
  handle: async ({ tx, params, query, policy, now, caller }) => {
    const stored = await findApplication(tx, params.county, params.id, 'read')
    if (!stored) return refuse(notFound)
    const { application } = stored
    const bytes = await templateOf(
      query.sheet,
      { application, countyName: fullName(places(), params.county), realm: caller.realm },
      policy,
      now,
    )
    return accept(new Download(bytes, `${params.county}-${application.year}-${sheetNames[query.sheet]}.xlsx`, types.xlsx))
  },
})

const takeWorkbook = route({
  method: 'POST',
  path: '/api/applications/:county/:id/imports',
  action: 'applications.write',
  summary: 'Hand in a filled workbook: taken whole, or its errors by sheet, row and column',
  params: At,
  query: z.strictObject({ id: z.uuid(), saveId: z.uuid(), sheet: SheetName, name: FileName, version: z.coerce.number().int().min(1) }),
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context =>
    importSheet(workOf(context), context.params.county, context.params.id, context.query, context.upload, context.newId),
})

/** What is printed of an application now. */
async function printedOf({ application }: Stored, asked: Pick<Work, 'tx' | 'policy' | 'now'>) {
  const grounds = await groundsOf(asked, application.countyCode, application.year)
  if (!grounds.ok) return grounds
  return accept({
    application,
    facts: grounds.value.facts,
    findings: findingsOf(application, grounds.value, asked.policy),
    countyName: grounds.value.standing.name,
  })
}

const word = route({
  method: 'GET',
  path: '/api/applications/:county/:id/document',
  action: 'applications.read',
  summary: 'The application as a Word document',
  clauses: ['notice-2020/A.1'],
  params: At,
  place,
  handle: async ({ tx, params, policy, now, caller }) => {
    const stored = await findApplication(tx, params.county, params.id, 'read')
    if (!stored) return refuse(notFound)
    const printed = await printedOf(stored, { tx, policy, now })
    if (!printed.ok) return printed
    const bytes = await applicationLetter({ ...printed.value, realm: caller.realm }, policy, now)
    return accept(new Download(bytes, `${params.county}-${stored.application.year}-申报书.docx`, types.docx))
  },
})

const print = route({
  method: 'GET',
  path: '/api/applications/:county/:id/print',
  action: 'applications.read',
  summary: 'The same parts for the print page',
  clauses: ['notice-2020/A.1'],
  params: At,
  place,
  handle: async ({ tx, params, policy, now, caller }) => {
    const stored = await findApplication(tx, params.county, params.id, 'read')
    if (!stored) return refuse(notFound)
    const printed = await printedOf(stored, { tx, policy, now })
    if (!printed.ok) return printed
    const { countyName, application } = printed.value
    const mark = caller.realm === 'demo' ? demoMark : null
    return accept({ countyName, year: application.year, mark, blocks: applicationBlocks(printed.value, policy), asOf: now.toISOString() })
  },
})

export const fileRoutes = [upload, download, remove, template, takeWorkbook, word, print]
