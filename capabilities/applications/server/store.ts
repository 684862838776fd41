import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import type {
  Application,
  ApplicationContent,
  ApplicationState,
  Attachment,
  Edits,
  FactConfirmation,
  LaterSave,
  LineRuling,
} from '../index.ts'
import type { Summary } from '../summary.ts'

export type Stored = { application: Application; summary: Summary; createdAt: string; updatedAt: string }

type Row = {
  county_code: string
  id: string
  year: number
  state: ApplicationState
  version: bigint
  content: ApplicationContent
  summary: Summary
  extended_to: Date | null
  created_at: Date
  updated_at: Date
  attachments: Attachment[]
  rulings: LineRuling[]
  confirmations: FactConfirmation[]
}

/** Instants inside JSON, written as JavaScript writes them. */
const instant = (column: Fragment): Fragment => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const by = sql`jsonb_build_object('personId', r.person_id, 'name', r.person_name, 'office', r.office)`
const ofApplication = sql`r.county_code = a.county_code and r.application_id = a.id`

/** An application with everything that belongs to it, in one query. */
const select = sql`select a.county_code, a.id, a.year, a.state, a.version, a.content, a.summary, a.extended_to, a.created_at, a.updated_at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'mediaType', r.media_type, 'size', r.size, 'sha256', r.sha256,
     'uploadedBy', r.uploaded_by, 'uploadedAt', ${instant(sql`r.uploaded_at`)}) order by r.uploaded_at, r.id), '[]')
   from application_attachment r where ${ofApplication} and r.removed_at is null) as attachments,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'lineId', r.line_id, 'lineName', r.line_name, 'decision', r.decision,
     'reason', r.reason, 'clause', r.clause, 'ruledBy', ${by}, 'ruledAt', ${instant(sql`r.ruled_at`)}) order by r.ruled_at, r.id), '[]')
   from application_ruling r where ${ofApplication}) as rulings,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'rule', r.rule, 'holds', r.holds, 'reason', r.reason, 'confirmedBy', ${by},
     'confirmedAt', ${instant(sql`r.confirmed_at`)}) order by r.confirmed_at, r.id), '[]')
   from application_confirmation r where ${ofApplication}) as confirmations
  from application a`

const storedOf = (row: Row): Stored => ({
  application: {
    id: row.id,
    countyCode: row.county_code,
    year: row.year,
    state: row.state,
    version: Number(row.version),
    content: row.content,
    attachments: row.attachments,
    rulings: row.rulings,
    confirmations: row.confirmations,
    extendedTo: row.extended_to?.toISOString() ?? null,
  },
  summary: row.summary,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

/** `change` locks the row, so that two who decide at once are served one after the other. */
export async function findApplication(
  tx: Transaction,
  county: string,
  id: string,
  purpose: 'read' | 'change',
): Promise<Stored | undefined> {
  const lock = purpose === 'change' ? sql`for update of a` : sql``
  const row = await tx.row<Row>(sql`${select} where a.county_code = ${county} and a.id = ${id} ${lock}`)
  return row && storedOf(row)
}

/** The county's application of a year that is not withdrawn. */
export async function findStanding(tx: Transaction, county: string, year: number): Promise<Stored | undefined> {
  const row = await tx.row<Row>(sql`${select} where a.county_code = ${county} and a.year = ${year} and a.state <> 'withdrawn'`)
  return row && storedOf(row)
}

/** Several applications at once, by county: for other slices and for comparisons. */
export async function findApplications(tx: Transaction, condition: Fragment): Promise<Stored[]> {
  return (await tx.rows<Row>(sql`${select} where ${condition} order by a.county_code, a.id`)).map(storedOf)
}

export async function insertApplication(
  tx: Transaction,
  application: Application,
  summary: Summary,
  stamp: { realm: string; now: Date },
): Promise<void> {
  const { countyCode, id, year, state, version, content } = application
  await tx.run(sql`insert into application (county_code, id, realm, year, type, state, version, content, summary, created_at, updated_at)
    values (${countyCode}, ${id}, ${stamp.realm}, ${year}, ${content.type}, ${state}, ${version}, ${JSON.stringify(content)}::jsonb,
      ${JSON.stringify(summary)}::jsonb, ${stamp.now}, ${stamp.now})`)
}

/** Writes what changed. The row is locked since it was read, so no version can be lost. */
export async function updateApplication(tx: Transaction, application: Application, summary: Summary, now: Date): Promise<void> {
  const { countyCode, id, state, version, content, extendedTo } = application
  await tx.run(sql`update application set type = ${content.type}, state = ${state}, version = ${version}, extended_to = ${extendedTo},
    content = ${JSON.stringify(content)}::jsonb, summary = ${JSON.stringify(summary)}::jsonb, updated_at = ${now}
    where county_code = ${countyCode} and id = ${id}`)
}

export type VersionRow = {
  id: string
  version: number
  edits: Edits
  via: 'form' | 'workbook' | 'attachment' | 'ruling' | 'confirmation'
  savedAt: string
  savedBy: string
}

export async function insertVersion(
  tx: Transaction,
  { countyCode, id }: Application,
  save: { id: string; version: number; edits: Edits; via: VersionRow['via']; orderHash?: string },
  stamp: { realm: string; now: Date; by: { personId: string; name: string } },
): Promise<void> {
  await tx.run(sql`insert into application_version
    (county_code, id, application_id, realm, version, edits, via, saved_at, saved_by, saved_by_name, order_hash)
    values (${countyCode}, ${save.id}, ${id}, ${stamp.realm}, ${save.version}, ${JSON.stringify(save.edits)}::jsonb, ${save.via},
      ${stamp.now}, ${stamp.by.personId}, ${stamp.by.name}, ${save.orderHash ?? null})`)
}

/** Every save of an application up to a version, oldest first; folded over the empty content they give that version. */
export async function versionsOf(tx: Transaction, county: string, id: string, upTo?: number): Promise<VersionRow[]> {
  const rows = await tx.rows<{ id: string; version: bigint; edits: Edits; via: VersionRow['via']; saved_at: Date; saved_by_name: string }>(
    sql`select id, version, edits, via, saved_at, saved_by_name from application_version
      where county_code = ${county} and application_id = ${id} and version <= coalesce(${upTo ?? null}::bigint, version) order by version`,
  )
  return rows.map(row => ({ ...row, version: Number(row.version), savedAt: row.saved_at.toISOString(), savedBy: row.saved_by_name }))
}

/** A save by its own id, for one that is sent twice. */
export async function findSave(
  tx: Transaction,
  county: string,
  saveId: string,
): Promise<{ applicationId: string; orderHash: string | null } | undefined> {
  const row = await tx.row<{ application_id: string; order_hash: string | null }>(
    sql`select application_id, order_hash from application_version where county_code = ${county} and id = ${saveId}`,
  )
  return row && { applicationId: row.application_id, orderHash: row.order_hash }
}

/** Who changed which sections after a version. */
export async function savesAfter(tx: Transaction, county: string, id: string, seen: number): Promise<LaterSave[]> {
  const rows = await tx.rows<{ version: bigint; saved_by_name: string; sections: string[] }>(
    sql`select version, saved_by_name, array(select jsonb_object_keys(edits)) as sections from application_version
      where county_code = ${county} and application_id = ${id} and version > ${seen} order by version`,
  )
  return rows.map(row => ({ version: Number(row.version), savedBy: row.saved_by_name, sections: row.sections }))
}
