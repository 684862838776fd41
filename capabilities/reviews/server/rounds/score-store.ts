import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { ItemScore, TotalScore } from '../../index.ts'
import type { AssignmentRecord } from './assignment-store.ts'

export type DraftRecord = { items: ItemScore[]; comment: string; version: number; savedAt: Date }

/** The caller's own unfinished sheet; nobody else's can be seen. */
export const getDraft = (
  tx: Transaction,
  { countyCode, roundId, applicationId, expertId }: AssignmentRecord,
): Promise<DraftRecord | undefined> =>
  tx.row(sql`select items, comment, version, saved_at as "savedAt" from score_draft
    where county_code = ${countyCode} and round_id = ${roundId} and application_id = ${applicationId} and expert_id = ${expertId}`)

/** Saves a draft over the version that was seen (0 = none yet); answers how many rows were written. */
export const saveDraft = (
  tx: Transaction,
  assignment: AssignmentRecord,
  { items, comment, version }: { items: readonly ItemScore[]; comment: string; version: number },
  { realm, now }: { realm: string; now: Date },
): Promise<number> =>
  tx.run(sql`insert into score_draft (county_code, round_id, application_id, expert_id, realm, person_id, items, comment, version, saved_at)
    values (${assignment.countyCode}, ${assignment.roundId}, ${assignment.applicationId}, ${assignment.expertId}, ${realm}, ${assignment.personId},
      ${JSON.stringify(items)}::jsonb, ${comment}, ${version + 1}, ${now})
    on conflict (county_code, round_id, application_id, expert_id)
    do update set items = excluded.items, comment = excluded.comment, version = excluded.version, saved_at = excluded.saved_at
    where score_draft.version = ${version}`)

export type SheetRecord = {
  id: string
  countyCode: string
  applicationId: string
  expertId: string
  revision: number
  items: ItemScore[]
  comment: string
  /** Half points. */
  total: number
  revisionReason: string | null
  submittedAt: Date
}

const columns = sql`id, county_code as "countyCode", application_id as "applicationId", expert_id as "expertId", revision, items, comment,
  total, revision_reason as "revisionReason", submitted_at as "submittedAt"`

/** Every sheet of a round that may be seen: one's own, or after the close all of them. Oldest revision first. */
export const sheetsOf = (tx: Transaction, roundId: string): Promise<SheetRecord[]> =>
  tx.rows(sql`select ${columns} from score_sheet where round_id = ${roundId} order by county_code, application_id, expert_id, revision`)

export const getSheet = (tx: Transaction, countyCode: string, id: string): Promise<SheetRecord | undefined> =>
  tx.row(sql`select ${columns} from score_sheet where county_code = ${countyCode} and id = ${id}`)

/** Adds a sheet; sheets are never changed. One handed in after the close, on request, is shown to the office at once. */
export const insertSheet = (
  tx: Transaction,
  assignment: AssignmentRecord,
  sheet: Pick<SheetRecord, 'id' | 'revision' | 'items' | 'comment' | 'total' | 'revisionReason'>,
  { realm, now, released }: { realm: string; now: Date; released: boolean },
): Promise<number> =>
  tx.run(sql`insert into score_sheet (county_code, id, round_id, application_id, expert_id, realm, person_id, revision, items, comment, total,
      revision_reason, submitted_at, released)
    values (${assignment.countyCode}, ${sheet.id}, ${assignment.roundId}, ${assignment.applicationId}, ${assignment.expertId}, ${realm},
      ${assignment.personId}, ${sheet.revision}, ${JSON.stringify(sheet.items)}::jsonb, ${sheet.comment}, ${sheet.total}, ${sheet.revisionReason}, ${now}, ${released})`)

/** Shows the sheets of a closed round to its office. */
export const releaseSheets = (tx: Transaction, provinceCode: string, roundId: string): Promise<unknown> =>
  tx.row(sql`select release_score_sheets(${provinceCode}, ${roundId}) as shown`)

/** The sheets that count: the latest revision of each assignment that stands. */
export function countingSheets(sheets: readonly SheetRecord[], assignments: readonly AssignmentRecord[]): SheetRecord[] {
  const standing = new Set(assignments.filter(each => each.endedAt === null).map(each => `${each.applicationId}/${each.expertId}`))
  const latest = new Map(sheets.map(sheet => [`${sheet.applicationId}/${sheet.expertId}`, sheet]))
  return [...latest].filter(([key]) => standing.has(key)).map(([, sheet]) => sheet)
}

export const totalsOf = (sheets: readonly SheetRecord[]): TotalScore[] =>
  sheets.map(({ applicationId, expertId, total }) => ({ applicationId, expertId, halfPoints: total }))
