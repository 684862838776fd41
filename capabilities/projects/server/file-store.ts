import { createHash } from 'node:crypto'
import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { sniffAttachment } from '@jincun/documents'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { idUsed } from './records.ts'
import { auditRecord, stampOf } from './work.ts'
import type { Work } from './work.ts'

/** More than this is not read at all. */
export const uploadBytesMaximum = 20 * 1_048_576

export type FileRow = { id: string; name: string; mediaType: string; size: number; sha256: string; uploadedAt: Date }

/** Files of a county without their bytes. */
export async function filesOf(tx: Transaction, countyCode: string, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  return tx.rows(sql`select id, name, media_type as "mediaType", size, sha256, uploaded_at as "uploadedAt" from project_file
    where county_code = ${countyCode} and id = any(${[...ids]}::uuid[])`)
}

/** Files of a county by the names they were sent under, without their bytes; the newest first. */
export async function filesNamed(tx: Transaction, countyCode: string, names: readonly string[]): Promise<FileRow[]> {
  if (names.length === 0) return []
  return tx.rows(sql`select id, name, media_type as "mediaType", size, sha256, uploaded_at as "uploadedAt" from project_file
    where county_code = ${countyCode} and name = any(${[...names]}::text[]) order by uploaded_at desc, id`)
}

export async function readFileBytes(tx: Transaction, countyCode: string, id: string): Promise<(FileRow & { bytes: Buffer }) | undefined> {
  return tx.row(sql`select id, name, media_type as "mediaType", size, sha256, uploaded_at as "uploadedAt", bytes from project_file
    where county_code = ${countyCode} and id = ${id}`)
}

/** Files of a county with their bytes. */
export async function fileBytesOf(
  tx: Transaction,
  countyCode: string,
  ids: readonly string[],
): Promise<{ id: string; name: string; sha256: string; bytes: Buffer }[]> {
  if (ids.length === 0) return []
  return tx.rows(sql`select id, name, sha256, bytes from project_file
    where county_code = ${countyCode} and id = any(${[...ids]}::uuid[]) order by id`)
}

/** Keeps a file; its kind is told by its bytes. Sent twice it is one. */
export async function keepFile(
  work: Work,
  countyCode: string,
  wanted: { id: string; name: string },
  bytes: Uint8Array,
  action: string,
): Promise<Result<{ id: string; sha256: string }>> {
  const sniffed = await sniffAttachment(bytes, wanted.name)
  if (!sniffed.ok) return sniffed
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { realm, personId, now } = stampOf(work)
  const added = await work.tx.run(sql`insert into project_file
    (county_code, id, realm, name, media_type, size, sha256, bytes, uploaded_at, uploaded_by)
    values (${countyCode}, ${wanted.id}, ${realm}, ${sniffed.value.fileName}, ${sniffed.value.contentType}, ${bytes.length}, ${sha256},
      ${Buffer.from(bytes)}, ${now}, ${personId}) on conflict (county_code, id) do nothing`)
  if (added === 0) {
    const [there] = await filesOf(work.tx, countyCode, [wanted.id])
    return there?.sha256 === sha256 ? accept({ id: wanted.id, sha256 }) : refuse(idUsed)
  }
  await auditRecord(work, {
    countyCode,
    action,
    recordKind: 'project_file',
    recordId: wanted.id,
    before: null,
    after: { name: sniffed.value.fileName, sha256 },
  })
  return accept({ id: wanted.id, sha256 })
}

const fileMissing = (ids: readonly string[]): Refusal => ({
  kind: 'invalid',
  code: 'file-not-on-file',
  message: {
    zh: '所附文件不在册；请先上传文件，再填写它。',
    en: 'A file named here is not on file; send the file first.',
  },
  details: { ids },
})

/** Refuses ids of files that were never sent: a record must not point at nothing. */
export async function wantFiles(tx: Transaction, countyCode: string, ids: readonly (string | null)[]): Promise<Result<true>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  const known = new Set((await filesOf(tx, countyCode, wanted)).map(({ id }) => id))
  const missing = wanted.filter(id => !known.has(id))
  return missing.length === 0 ? accept(true) : refuse(fileMissing(missing))
}
