import { accept, answerRepeated, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { orderHashOf, saveSections } from './saving.ts'
import * as store from './store.ts'
import * as files from './store-files.ts'
import type { ImportRow, ImportSheet } from './store-files.ts'
import { readSheet } from './workbook.ts'
import { notFound } from './work.ts'
import type { Work } from './work.ts'

export type WantedImport = { id: string; sheet: ImportSheet; name: string; version: number; saveId: string }

/**
 * Takes an Excel file into the plan. With errors nothing of it is taken; they are kept, by sheet, row and column, until a later file of that
 * sheet is taken. Without, it is a save like any other, with the same refusals.
 */
export async function importSheet(
  work: Work,
  county: string,
  id: string,
  wanted: WantedImport,
  bytes: Uint8Array,
  newId: () => string,
): Promise<Result<ImportRow>> {
  const { tx, now, policy, by, realm, audit } = work
  const stored = await store.findApplication(tx, county, id, 'change')
  if (!stored) return refuse(notFound)
  const sent = await files.findImport(tx, county, wanted.id)
  const { sheet, name, version } = wanted
  const orderHash = orderHashOf({ id, sheet, name, version, sha256: sha256Hex(bytes) })
  if (sent) {
    const { orderHash: kept, ...row } = sent
    return answerRepeated(row, kept, orderHash)
  }
  const read = readSheet(wanted.sheet, bytes, wanted.name, stored.application, policy, newId)
  if (!read.ok) return read
  const { errors, notes, edits } = read.value
  const taken = errors.length === 0
  // A file with errors still meets the refusals of a save (state, deadline, version), so that nobody mends one that could not be taken.
  const saved = await saveSections(work, county, id, {
    id: wanted.saveId,
    version: wanted.version,
    edits: taken ? edits : {},
    via: 'workbook',
  })
  if (!saved.ok) return saved
  const row = {
    id: wanted.id,
    sheet: wanted.sheet,
    fileName: wanted.name,
    errors,
    notes,
    version: taken ? saved.value.version : null,
    importedBy: by.name,
  }
  await files.insertImport(tx, stored.application, { ...row, orderHash }, { realm, now })
  const event = { countyCode: county, action: 'applications.import', recordKind: 'application', recordId: id }
  await audit({
    ...event,
    before: { version: wanted.version },
    after: { sheet: wanted.sheet, file: wanted.name, errors: errors.length, version: row.version },
  })
  return accept({ ...row, importedAt: now.toISOString() })
}
