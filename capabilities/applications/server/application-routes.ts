import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { applyEdits, ApplicationType, differenceBetween, emptyContent } from '../index.ts'
import type { ApplicationContent } from '../index.ts'
import { openApplication, saveSections } from './saving.ts'
import { findApplication, versionsOf } from './store.ts'
import type { Stored, VersionRow } from './store.ts'
import { findSubmission } from './store-records.ts'
import { viewOf } from './view.ts'
import { notFound, workOf } from './work.ts'

export const At = z.strictObject({ county: PlaceCode, id: z.uuid() })
/** The county is in the address, so that the jurisdiction is checked before anything is loaded. */
export const place = ({ params }: { params: z.infer<typeof At> }): string => params.county

const open = route({
  method: 'POST',
  path: '/api/applications',
  action: 'applications.write',
  summary: "Open a county's application in a year's round",
  clauses: ['notice-2020/4.3', 'notice-2020/4.4', 'notice-2020/4.6', 'notice-2020/4.7'],
  body: z.strictObject({ id: z.uuid(), countyCode: PlaceCode, year: z.number().int().min(2014).max(2100), type: ApplicationType }),
  place: ({ body }) => body.countyCode,
  handle: async context => {
    const opened = await openApplication(workOf(context), context.body)
    return opened.ok ? viewOf(context, opened.value) : opened
  },
})

const read = route({
  method: 'GET',
  path: '/api/applications/:county/:id',
  action: 'applications.read',
  summary: 'An application with its facts, findings, history and what may be done with it',
  clauses: ['notice-2020/4.3'],
  params: At,
  place,
  handle: async context => {
    const stored = await findApplication(context.tx, context.params.county, context.params.id, 'read')
    return stored ? viewOf(context, stored) : refuse(notFound)
  },
})

const save = route({
  method: 'POST',
  path: '/api/applications/:county/:id/saves',
  action: 'applications.write',
  summary: 'Save sections; 409 with the readable difference when someone else changed the same one',
  clauses: ['notice-2020/A.1'],
  params: At,
  body: z.strictObject({ id: z.uuid(), version: z.number().int().min(1), edits: z.record(z.string().max(80), z.unknown()) }),
  place,
  handle: async context => {
    const { params, body } = context
    return saveSections(workOf(context), params.county, params.id, { ...body, via: 'form' })
  },
})

const versions = route({
  method: 'GET',
  path: '/api/applications/:county/:id/versions',
  action: 'applications.read',
  summary: 'Who saved which sections when',
  params: At,
  place,
  handle: async ({ tx, params }) => {
    const rows = await versionsOf(tx, params.county, params.id)
    return accept({ versions: rows.map(({ edits, ...row }) => ({ ...row, sections: Object.keys(edits) })) })
  },
})

const noVersion = (version: number) => ({
  kind: 'not-found' as const,
  code: 'version-not-found',
  message: { zh: `没有第 ${version} 版。`, en: `There is no version ${version}.` },
})

/** The content of a version: the fold of the saves up to it over an empty first application. */
function contentAt(saves: readonly VersionRow[], version: number, { application }: Stored): Result<ApplicationContent> {
  if (version > application.version) return refuse(noVersion(version))
  const kept = saves.filter(save => save.version <= version)
  return accept(kept.reduce((content, save) => applyEdits(content, save.edits), emptyContent('first')))
}

const difference = route({
  method: 'GET',
  path: '/api/applications/:county/:id/difference',
  action: 'applications.read',
  summary: 'What changed between two versions, in the words of the form',
  params: At,
  query: z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  place,
  handle: async ({ tx, params, query, policy }) => {
    const stored = await findApplication(tx, params.county, params.id, 'read')
    if (!stored) return refuse(notFound)
    const saves = await versionsOf(tx, params.county, params.id, Math.max(query.from, query.to))
    const before = contentAt(saves, query.from, stored)
    const after = contentAt(saves, query.to, stored)
    if (!before.ok) return before
    if (!after.ok) return after
    return accept({ ...query, difference: differenceBetween(before.value, after.value, policy, stored.application.year) })
  },
})

const submission = route({
  method: 'GET',
  path: '/api/applications/:county/:id/submissions/:submission',
  action: 'applications.read',
  summary: 'What was submitted, exactly as it was shown, with its hash',
  clauses: ['notice-2020/5.2'],
  params: At.extend({ submission: z.uuid() }),
  place,
  handle: async ({ tx, params }) => {
    const found = await findSubmission(tx, params.county, params.submission)
    return found ? accept({ hash: found.hash, text: found.content, submission: JSON.parse(found.content) }) : refuse(notFound)
  },
})

export const applicationRoutes = [open, read, save, versions, difference, submission]
