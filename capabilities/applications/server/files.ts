import { createHash } from 'node:crypto'
import { accept, answerRepeated, idUsed, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { fileTypeFromBuffer } from 'file-type'
import { attachFile, detachFile } from '../attach-file.ts'
import type { Attachment } from '../index.ts'
import { keep } from './saving.ts'
import * as store from './store.ts'
import * as files from './store-files.ts'
import { notFound } from './work.ts'
import type { Work } from './work.ts'

/** More than this is not read at all; the year's own limit is below it and answers with its number. */
export const uploadBytesMaximum = 32 * 1_048_576

/** What the bytes are; the sender's word for it counts for nothing. */
export const sniff = async (bytes: Uint8Array): Promise<string | null> => (await fileTypeFromBuffer(bytes))?.mime ?? null

/** Adds a file to an application, once however often it is sent. */
export async function attach(
  work: Work,
  county: string,
  id: string,
  wanted: { id: string; name: string },
  bytes: Uint8Array,
): Promise<Result<Attachment>> {
  const { tx, now, policy: pack, by, realm, audit } = work
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const stored = await store.findApplication(tx, county, id, 'change')
  if (!stored) return refuse(notFound)
  const sent = await files.findAttachment(tx, county, wanted.id)
  const same = stored.application.attachments.find(file => file.id === wanted.id)
  if (sent) return same ? answerRepeated(same, [sent.sha256, same.name], [sha256, wanted.name]) : refuse(idUsed)
  const taken = attachFile(stored.application, { ...wanted, sniffed: await sniff(bytes), size: bytes.length, sha256 }, { by, pack, now })
  if (!taken.ok) return taken
  const { application, attachment } = taken.value
  await files.insertAttachment(tx, application, attachment, bytes, { realm, now })
  const kept = await keep(work, application, { id: wanted.id, edits: {}, via: 'attachment' })
  if (!kept.ok) return kept
  const event = { countyCode: county, action: 'applications.attach', recordKind: 'application', recordId: id }
  await audit({ ...event, before: null, after: { attachment: wanted.id, name: attachment.name, sha256 } })
  return accept(attachment)
}

/** Takes a file off; sending it again changes nothing. */
export async function detach(
  work: Work,
  county: string,
  id: string,
  attachmentId: string,
  versionId: string,
): Promise<Result<{ removed: string }>> {
  const { tx, now, policy: pack, by, realm, audit } = work
  const stored = await store.findApplication(tx, county, id, 'change')
  if (!stored) return refuse(notFound)
  const found = stored.application.attachments.find(file => file.id === attachmentId)
  const taken = detachFile(stored.application, attachmentId, { by, pack, now })
  if (!taken.ok) return taken
  if (!found) return accept({ removed: attachmentId })
  await files.removeAttachment(tx, stored.application, attachmentId, { realm, now })
  const kept = await keep(work, taken.value.application, { id: versionId, edits: {}, via: 'attachment' })
  if (!kept.ok) return kept
  const event = { countyCode: county, action: 'applications.detach', recordKind: 'application', recordId: id }
  await audit({ ...event, before: { attachment: attachmentId, sha256: found.sha256 }, after: null })
  return accept({ removed: attachmentId })
}
