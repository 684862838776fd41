import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { ReportType } from '@jincun/policy'
import { filesOf } from '@jincun/projects/server'
import { compareForms, formDueOn, proposeForm, withPeriod } from '../index.ts'
import type { FormOccasion, FormRow, FormVersion } from '../index.ts'
import { maskedRows } from './form-answer.ts'
import { formBefore, versionsOfForm } from './form-store.ts'
import { registeredProjects } from './registered-projects.ts'

/** Where the rows to begin with come from. */
export type DraftOrigin = 'standing' | 'previous' | 'register' | 'empty'

/** What the register knows of a form before anyone types. */
export type Propose = () => Promise<FormRow[]>

/** The rows of every project of a county that a form asks of. */
export const ofProjects =
  (tx: Transaction, type: ReportType, { countyCode, period }: FormOccasion): Propose =>
  async () =>
    proposeForm(type, period, type.supportAreas.length > 0 ? await registeredProjects(tx, countyCode, period) : [])

/** What a period begins with: what stands, else what the register knows, else the period before without what only that period can say. */
async function draftOf(
  tx: Transaction,
  type: ReportType,
  occasion: FormOccasion,
  standing: FormVersion | undefined,
  propose: Propose,
): Promise<{ origin: DraftOrigin; rows: FormRow[] }> {
  if (standing) return { origin: 'standing', rows: [...standing.rows] }
  const known = await propose()
  if (known.length > 0) return { origin: 'register', rows: known }
  const before = await formBefore(tx, occasion)
  if (before && before.typeVersion === type.version) {
    const said = type.fields.filter(({ kind, id }) => kind === 'month' || id === 'year').map(({ id }) => id)
    const cleared = before.rows.map(row => ({ ...row, ...Object.fromEntries(said.map(id => [id, ''])) }))
    return { origin: 'previous', rows: cleared.map(row => withPeriod(type, occasion.period, row)) }
  }
  return { origin: 'empty', rows: [withPeriod(type, occasion.period, Object.fromEntries(type.fields.map(({ id }) => [id, ''])))] }
}

/** Names of the files that rows point at and of the papers they were typed from, by id. */
async function fileNames(
  tx: Transaction,
  countyCode: string,
  type: ReportType,
  rows: readonly FormRow[],
  papers: readonly string[],
): Promise<Record<string, string>> {
  const fields = type.fields.filter(({ kind }) => kind === 'file').map(({ id }) => id)
  const ids = [...new Set([...papers, ...rows.flatMap(row => fields.map(id => row[id] ?? ''))].filter(id => id !== ''))]
  return Object.fromEntries((await filesOf(tx, countyCode, ids)).map(({ id, name }) => [id, name]))
}

/** Names of persons by id, in one query. */
async function namesOf(tx: Transaction, ids: readonly (string | null)[]): Promise<Map<string, string | null>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  const rows = await tx.rows<{ id: string; name: string | null }>(
    sql`select id, person_name(id) as name from unnest(${wanted}::text[]) as wanted (id)`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A form of a period with every version, what each changed, and what to begin with; personal fields in full for who fills it in only. */
export async function formView(tx: Transaction, type: ReportType, occasion: FormOccasion, mayEnter: boolean, propose: Propose) {
  const versions = await versionsOfForm(tx, occasion)
  const standing = versions.at(-1)
  const draft = mayEnter ? await draftOf(tx, type, occasion, standing, propose) : null
  const shown = (rows: readonly FormRow[]): readonly FormRow[] => (mayEnter ? rows : maskedRows(type, rows))
  const names = await namesOf(
    tx,
    versions.map(({ enteredBy }) => enteredBy),
  )
  return {
    type,
    ...occasion,
    dueOn: formDueOn(type, occasion.period),
    mayEnter,
    draft,
    files: await fileNames(
      tx,
      occasion.countyCode,
      type,
      [...versions.flatMap(({ rows }) => rows), ...(draft?.rows ?? [])],
      versions.map(({ paperFileId }) => paperFileId ?? ''),
    ),
    versions: versions.map((version, index) => ({
      version: version.version,
      typeVersion: version.typeVersion,
      enteredAt: version.enteredAt,
      enteredBy: version.enteredBy === null ? null : (names.get(version.enteredBy) ?? null),
      channel: version.channel,
      paperFileId: version.paperFileId,
      reason: version.reason,
      rows: shown(version.rows),
      differences: index === 0 ? [] : compareForms(type, shown(versions[index - 1]?.rows ?? []), shown(version.rows)),
    })),
  }
}
