import type { RulesNotMet } from '@jincun/applications'
import type { RouteContext } from '@jincun/http'
import { designationData, designationsOfYear, recordDesignations } from '@jincun/designation/server'
import { accept, answerRepeated, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { lastCode } from '@jincun/places'
import { parameterFor } from '@jincun/policy'
import { sha256Hex } from '@jincun/proof'
import { provinceName } from '@jincun/reviews/server'
import {
  checkFinalList,
  designationsOf,
  finalListCan,
  finalStateForbids,
  finalVersionConflict,
  publishFinalList,
  recheckFinalList,
  submitFinalList,
} from '../index.ts'
import type { FinalList, FinalListEntry } from '../index.ts'
import { recordPlansOf } from './approved-plans.ts'
import { findFinalList, finalVersionOfChange, insertFinalVersion, insertStep, stepsOf } from './final-store.ts'
import type { FinalRecord, FinalStep } from './final-store.ts'
import { entryOf, finalFacts, letterDaysOf, subjectOf } from './final-view.ts'
import type { FinalAt } from './final-view.ts'
import { lockSettlement } from './settlement-store.ts'

export type FinalWork = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'audit' | 'publish' | 'caller' | 'newId'>

const stampOf = ({ caller, now }: FinalWork) => ({ realm: caller.realm, personId: caller.personId, now })

const noList: Refusal = {
  kind: 'not-found',
  code: 'no-final-list',
  message: { zh: '本省还没有建立最终名单。', en: 'The province has no final list yet.' },
}

type Content = Pick<FinalList, 'letter' | 'reasons'> & { entries: readonly Pick<FinalListEntry, 'countyCode' | 'type'>[] }

/** Saves a new version; names, ranks and hashes of plans are filled in from the records, never taken from the caller. */
export async function saveFinalList(
  work: FinalWork,
  at: FinalAt,
  content: Content,
  order: { listId: string; changeId: string; seenVersion: number },
): Promise<Result<{ id: string; version: number }>> {
  const facts = await finalFacts(work, at)
  const entries = content.entries.map(({ countyCode, type }) => entryOf(facts, lastCode(designationData().places, countyCode), type))
  const repeated = await finalVersionOfChange(work.tx, at.provinceCode, order.changeId)
  if (repeated) {
    const kept = {
      entries: repeated.list.entries.map(({ countyCode, type }) => ({ countyCode, type })),
      letter: repeated.list.letter,
      reasons: repeated.list.reasons,
    }
    const asked = {
      entries: entries.map(({ countyCode, type }) => ({ countyCode, type })),
      letter: content.letter,
      reasons: content.reasons,
    }
    return answerRepeated({ id: repeated.id, version: repeated.list.version }, kept, asked)
  }
  const standing = await findFinalList(work.tx, at.year, at.provinceCode, true)
  const state = standing?.state ?? 'draft'
  if (!finalListCan('save', state)) return refuse(finalStateForbids('save', state))
  const version = standing?.list.version ?? 0
  if (order.seenVersion !== version) return refuse({ ...finalVersionConflict(version), details: { version, list: standing?.list ?? null } })
  const list: FinalList = { ...at, version: version + 1, entries, letter: content.letter, reasons: content.reasons }
  const id = standing?.id ?? order.listId
  await insertFinalVersion(work.tx, id, list, order.changeId, stampOf(work))
  await work.audit({
    countyCode: at.provinceCode,
    action: 'final-lists.edit',
    recordKind: 'final-list',
    recordId: id,
    before: asJson(standing?.list ?? null),
    after: asJson(list),
  })
  return accept({ id, version: list.version })
}

/** The step an id stands for already, or the list it is to be taken with. `said` is what makes the order beside its verb. */
async function begin(
  work: FinalWork,
  at: FinalAt,
  verb: FinalStep['verb'],
  id: string,
  said: Partial<Pick<FinalStep, 'version' | 'reason'>> = {},
): Promise<Result<{ done: FinalStep } | { record: FinalRecord }>> {
  const record = await findFinalList(work.tx, at.year, at.provinceCode, true)
  if (!record) return refuse(noList)
  const done = (await stepsOf(work.tx, at.provinceCode, record.id)).find(step => step.id === id)
  if (done) return answerRepeated({ done }, done, { ...done, verb, ...said })
  return accept({ record })
}

async function take(
  work: FinalWork,
  record: FinalRecord,
  step: Pick<FinalStep, 'id' | 'verb' | 'reason' | 'packageHash'> & { content: string | null },
  state: FinalRecord['state'],
): Promise<FinalStep> {
  const by = [work.caller.organisationName, work.caller.name].filter(Boolean).join(' ')
  const { content, ...kept } = { ...step, version: record.list.version, at: work.now.toISOString(), by }
  await insertStep(work.tx, record, { ...kept, content }, state, stampOf(work))
  await work.audit({
    countyCode: record.list.provinceCode,
    action: step.verb === 'submit' ? 'final-lists.submit' : 'final-lists.decide',
    recordKind: 'final-list',
    recordId: record.id,
    before: { state: record.state },
    after: asJson({ ...kept, state }),
    ...(step.reason ? { reason: step.reason } : {}),
  })
  return kept
}

/** Hands the list in by letter of the provincial government (5.5): judged by the server's clock, frozen with its hash. */
export async function submitFinal(
  work: FinalWork,
  at: FinalAt,
  order: { id: string; seenVersion: number },
): Promise<Result<FinalStep, Refusal | RulesNotMet>> {
  const begun = await begin(work, at, 'submit', order.id, { version: order.seenVersion })
  if (!begun.ok) return begun
  if ('done' in begun.value) return accept(begun.value.done)
  const { record } = begun.value
  const facts = await finalFacts(work, at)
  const findings = checkFinalList(work.policy, subjectOf(record.list, facts, work.now))
  const result = submitFinalList(record.list, record.state, order.seenVersion, findings, letterDaysOf(at.year, facts, work.now))
  if (!result.ok) return result
  const shown = findings.map(({ code, status, clause, measured, required }) => ({ code, status, clause, measured, required }))
  const content = canonicalJson(
    asJson({ kind: 'final-list-package', provinceName: provinceName(at.provinceCode), ...record.list, findings: shown }),
  )
  return accept(
    await take(work, record, { id: order.id, verb: 'submit', reason: null, packageHash: sha256Hex(content), content }, result.value.state),
  )
}

/** The centre gives a submitted list back for amendment, with its reason. */
export async function returnFinal(work: FinalWork, at: FinalAt, order: { id: string; reason: string }): Promise<Result<FinalStep>> {
  const begun = await begin(work, at, 'return', order.id, { reason: order.reason })
  if (!begun.ok) return begun
  if ('done' in begun.value) return accept(begun.value.done)
  const { record } = begun.value
  if (!finalListCan('return', record.state)) return refuse(finalStateForbids('return', record.state))
  return accept(await take(work, record, { id: order.id, verb: 'return', reason: order.reason, packageHash: null, content: null }, 'draft'))
}

/** Publishes a submitted list, judged once more by the facts of this moment: from the date of the letter its counties are demonstration counties of the year (4.6, 4.7, 5.5). */
export async function publishFinal(work: FinalWork, at: FinalAt, order: { id: string }): Promise<Result<FinalStep, Refusal | RulesNotMet>> {
  await lockSettlement(work.tx, at.year) // The number that is checked here must still be the number when the list is public.
  const begun = await begin(work, at, 'publish', order.id)
  if (!begun.ok) return begun
  if ('done' in begun.value) return accept(begun.value.done)
  const { record } = begun.value
  const findings = recheckFinalList(work.policy, subjectOf(record.list, await finalFacts(work, at), work.now))
  const result = publishFinalList(record.list, record.state, findings)
  if (!result.ok) return result
  const known = await designationsOfYear(work.tx, at.year, at.provinceCode.slice(0, 2))
  const orders = designationsOf(record.list, new Set(known.map(designation => designation.countyCode)), work.newId)
  if (!orders.ok) return orders
  const recorded = await recordDesignations(work, orders.value)
  if (!recorded.ok) return recorded
  const plans = await recordPlansOf(work, record.list)
  if (!plans.ok) return plans
  const name = provinceName(at.provinceCode)
  await work.publish({
    id: order.id,
    countyCode: at.provinceCode,
    kind: 'final-list',
    year: at.year,
    title: { zh: `${name}${at.year}年电子商务进农村综合示范县最终名单`, en: `${name}: demonstration counties of ${at.year}` },
    content: asJson({ ...record.list, provinceName: name, packageHash: record.packageHash }),
    clause: parameterFor(work.policy, 'final-list-deadline', at.year).clause,
  })
  return accept(
    await take(work, record, { id: order.id, verb: 'publish', reason: null, packageHash: null, content: null }, result.value.state),
  )
}
