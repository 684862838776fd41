import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { addRecord, findRecord, saveRecord } from './records.ts'
import type { Kind } from './records.ts'
import { auditRecord, stale, stampOf } from './work.ts'
import type { Work } from './work.ts'

type Versioned = { id: string; countyCode: string; version: number }

/**
 * Saves a record a person writes: version 1 makes it, a later one follows the version that was seen. The same save twice is one save.
 * `may` says whether the standing record may still be written.
 */
export async function saveVersioned<T extends Versioned>(
  work: Work,
  kind: Kind<T>,
  wanted: T,
  seenVersion: number,
  action: string,
  may: (standing: T) => Result<unknown> = accept,
  changing: readonly string[] = ['version'],
): Promise<Result<T>> {
  const standing = await findRecord(work.tx, kind, wanted.countyCode, wanted.id, true)
  const record = { ...wanted, version: (standing?.version ?? 0) + 1 }
  if (standing && JSON.stringify(kind.schema.parse({ ...wanted, version: standing.version })) === JSON.stringify(standing))
    return accept(standing)
  if ((standing?.version ?? 0) !== seenVersion) return refuse(stale(standing?.version ?? 0, standing ?? null))
  if (standing) {
    const permitted = may(standing)
    if (!permitted.ok) return permitted
    await saveRecord(work.tx, kind, record, stampOf(work), changing)
  } else {
    const added = await addRecord(work.tx, kind, record, stampOf(work))
    if (!added.ok) return added
  }
  await auditRecord(work, {
    countyCode: record.countyCode,
    action,
    recordKind: kind.table,
    recordId: record.id,
    before: standing ?? null,
    after: record,
  })
  return accept(record)
}

/** Adds a record that is never changed; sent twice it is one. */
export async function addOnce<T extends { id: string; countyCode: string }>(
  work: Work,
  kind: Kind<T>,
  record: T,
  action: string,
): Promise<Result<T>> {
  const added = await addRecord(work.tx, kind, record, stampOf(work))
  if (!added.ok) return added
  if (added.value.isNew)
    await auditRecord(work, {
      countyCode: record.countyCode,
      action,
      recordKind: kind.table,
      recordId: record.id,
      before: null,
      after: record,
    })
  return accept(record)
}
