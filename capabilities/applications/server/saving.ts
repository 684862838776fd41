import { accept, answerRepeated, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { createApplication, readEdits, saveApplication } from '../index.ts'
import type { Application, ApplicationType } from '../index.ts'
import { summaryOf } from '../summary.ts'
import * as store from './store.ts'
import type { Stored } from './store.ts'
import { findingsOf, groundsOf } from './grounds.ts'
import { notFound } from './work.ts'
import type { Work } from './work.ts'

/** The hash of all that an order says, its id left out: kept with what the order made. */
export const orderHashOf = (order: object): string => sha256Hex(canonicalJson(asJson(order)))

export type WantedApplication = { id: string; countyCode: string; year: number; type: ApplicationType }

/** Opens an application, once however often it is sent. */
export async function openApplication(work: Work, wanted: WantedApplication): Promise<Result<Stored>> {
  const { tx, now, policy, by, realm, audit } = work
  const same = await store.findApplication(tx, wanted.countyCode, wanted.id, 'read')
  if (same) {
    const first = await store.findSave(tx, wanted.countyCode, wanted.id)
    return answerRepeated(same, first?.orderHash ?? null, orderHashOf(wanted))
  }
  const grounds = await groundsOf(work, wanted.countyCode, wanted.year)
  if (!grounds.ok) return grounds
  const existing = await store.findStanding(tx, wanted.countyCode, wanted.year)
  const created = createApplication(wanted, existing?.application ?? null, { by, pack: policy, now })
  if (!created.ok) return created
  const application = created.value
  const summary = summaryOf(application.content, findingsOf(application, grounds.value, policy))
  await store.insertApplication(tx, application, summary, { realm, now })
  // The first version is a save too, so that every version is a fold over the saves up to it.
  const made = { id: application.id, version: 1, edits: { type: application.content.type }, via: 'form' as const }
  await store.insertVersion(tx, application, { ...made, orderHash: orderHashOf(wanted) }, { realm, now, by })
  const { id: recordId, countyCode, year, content } = application
  const after = { year, type: content.type, state: application.state }
  await audit({ countyCode, action: 'applications.write', recordKind: 'application', recordId, before: null, after })
  return accept({ application, summary, createdAt: now.toISOString(), updatedAt: now.toISOString() })
}

export type WantedSave = { id: string; version: number; edits: Readonly<Record<string, unknown>>; via: store.VersionRow['via'] }

/** What made a version: the caller's id for it, the sections it changed, and the way it came. */
export type Made = Pick<store.VersionRow, 'id' | 'edits' | 'via'> & { orderHash?: string }

/** Writes an application that was changed, with its summary anew, and the version when there is a new one. */
export async function keep(work: Work, application: Application, made?: Made): Promise<Result<Stored['summary']>> {
  const grounds = await groundsOf(work, application.countyCode, application.year)
  if (!grounds.ok) return grounds
  const summary = summaryOf(application.content, findingsOf(application, grounds.value, work.policy))
  await store.updateApplication(work.tx, application, summary, work.now)
  if (made) await store.insertVersion(work.tx, application, { ...made, version: application.version }, work)
  return accept(summary)
}

/** Saves sections, once however often it is sent; answers the version there is now. */
export async function saveSections(
  work: Work,
  county: string,
  id: string,
  wanted: WantedSave,
): Promise<Result<{ version: number; summary: Stored['summary'] }>> {
  const { tx, now, policy, by, audit } = work
  const stored = await store.findApplication(tx, county, id, 'change')
  if (!stored) return refuse(notFound)
  const { application, summary } = stored
  const sent = await store.findSave(tx, county, wanted.id)
  const { id: saveId, ...said } = wanted
  const orderHash = orderHashOf({ ...said, applicationId: id })
  if (sent) return answerRepeated({ version: application.version, summary }, sent.orderHash, orderHash)
  const edits = readEdits(wanted.edits, policy, application.year)
  if (!edits.ok) return edits
  const later = wanted.version < application.version ? await store.savesAfter(tx, county, id, wanted.version) : []
  const saved = saveApplication(application, { edits: edits.value, seen: wanted.version, later }, { by, pack: policy, now })
  if (!saved.ok) return saved
  const sections = Object.keys(saved.value.edits)
  if (sections.length === 0) return accept({ version: application.version, summary })
  const kept = await keep(work, saved.value.application, { id: saveId, edits: saved.value.edits, via: wanted.via, orderHash })
  if (!kept.ok) return kept
  const { version } = saved.value.application
  const event = { countyCode: county, action: 'applications.write', recordKind: 'application', recordId: id }
  await audit({ ...event, before: { version: application.version }, after: { version, sections } })
  return accept({ version, summary: kept.value })
}
