import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { CellError, ReadingNote } from '@jincun/documents'
import type { Application, Attachment } from '../index.ts'

type Stamp = { realm: string; now: Date }
type Owner = Pick<Application, 'countyCode' | 'id'>

export async function insertAttachment(
  tx: Transaction,
  { countyCode, id }: Owner,
  attachment: Attachment,
  bytes: Uint8Array,
  { realm }: Stamp,
): Promise<void> {
  const { name, mediaType, size, sha256, uploadedBy, uploadedAt } = attachment
  await tx.run(sql`insert into application_attachment
    (county_code, id, application_id, realm, name, media_type, size, sha256, bytes, uploaded_by, uploaded_at)
    values (${countyCode}, ${attachment.id}, ${id}, ${realm}, ${name}, ${mediaType}, ${size}, ${sha256}, ${Buffer.from(bytes)}, ${uploadedBy}, ${uploadedAt})`)
}

export type AttachmentRow = { applicationId: string; name: string; mediaType: string; sha256: string }

/** A file without its bytes, removed or not; for one that is sent twice. */
export async function findAttachment(tx: Transaction, county: string, id: string): Promise<AttachmentRow | undefined> {
  return tx.row(sql`select application_id as "applicationId", name, media_type as "mediaType", sha256 from application_attachment
    where county_code = ${county} and id = ${id}`)
}

export async function readAttachment(
  tx: Transaction,
  { countyCode, id }: Owner,
  attachmentId: string,
): Promise<(AttachmentRow & { bytes: Buffer }) | undefined> {
  return tx.row(sql`select application_id as "applicationId", name, media_type as "mediaType", sha256, bytes from application_attachment
    where county_code = ${countyCode} and application_id = ${id} and id = ${attachmentId}`)
}

export async function removeAttachment(tx: Transaction, { countyCode, id }: Owner, attachmentId: string, { now }: Stamp): Promise<void> {
  await tx.run(sql`update application_attachment set removed_at = ${now}
    where county_code = ${countyCode} and application_id = ${id} and id = ${attachmentId} and removed_at is null`)
}

export type ImportSheet = 'budget' | 'goals'
export type ImportRow = {
  id: string
  sheet: ImportSheet
  fileName: string
  errors: CellError[]
  notes: ReadingNote[]
  /** The version it made; null when it was not taken. */
  version: number | null
  importedAt: string
  importedBy: string
}

export async function insertImport(
  tx: Transaction,
  { countyCode, id }: Owner,
  row: Omit<ImportRow, 'importedAt'> & { orderHash: string },
  { realm, now }: Stamp,
): Promise<void> {
  await tx.run(sql`insert into application_import
    (county_code, id, application_id, realm, sheet, file_name, errors, notes, version, imported_at, imported_by_name, order_hash, number)
    values (${countyCode}, ${row.id}, ${id}, ${realm}, ${row.sheet}, ${row.fileName}, ${JSON.stringify(row.errors)}::jsonb,
      ${JSON.stringify(row.notes)}::jsonb, ${row.version}, ${now}, ${row.importedBy}, ${row.orderHash},
      (select count(*) + 1 from application_import where county_code = ${countyCode} and application_id = ${id}))`)
}

type ImportColumns = {
  id: string
  application_id: string
  sheet: ImportSheet
  file_name: string
  errors: CellError[]
  notes: ReadingNote[]
  version: bigint | null
  imported_at: Date
  imported_by_name: string
}

const importOf = (row: ImportColumns): ImportRow & { applicationId: string } => ({
  id: row.id,
  applicationId: row.application_id,
  sheet: row.sheet,
  fileName: row.file_name,
  errors: row.errors,
  notes: row.notes,
  version: row.version === null ? null : Number(row.version),
  importedAt: row.imported_at.toISOString(),
  importedBy: row.imported_by_name,
})

/** The last file of each sheet: its errors stand until a later file is taken. */
export async function lastImports(tx: Transaction, { countyCode, id }: Owner): Promise<ImportRow[]> {
  const rows = await tx.rows<ImportColumns>(sql`select distinct on (sheet) * from application_import
    where county_code = ${countyCode} and application_id = ${id} order by sheet, number desc`)
  return rows.map(importOf)
}

export async function findImport(
  tx: Transaction,
  county: string,
  id: string,
): Promise<(ImportRow & { applicationId: string; orderHash: string | null }) | undefined> {
  const row = await tx.row<ImportColumns & { order_hash: string | null }>(
    sql`select * from application_import where county_code = ${county} and id = ${id}`,
  )
  return row && { ...importOf(row), orderHash: row.order_hash }
}
