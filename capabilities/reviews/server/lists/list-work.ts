import type { RouteContext } from '@jincun/http'
import { designationData } from '@jincun/designation/server'
import { accept, answerRepeated, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { RulesNotMet } from '@jincun/applications'
import { followCode, packageHash, saveRankedList, submissionPackage, submitRankedList } from '../../index.ts'
import type { ListOrder, RankedListContent, RankedListEvent, RankedListRecord } from '../../index.ts'
import { closingOf, findingsOf, provinceName, roundFacts, subjectOf } from './list-facts.ts'
import { noList } from './list-refusals.ts'
import { findList, findVersion, insertEvent, insertPackage, insertVersion, versionOfChange } from './list-store.ts'
import { emptyList } from './list-view.ts'

/** What every step on a list needs of its request; the demo seed makes one itself. */
export type ListWork = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'audit' | 'publish'> & {
  caller: Pick<RouteContext<unknown, unknown, unknown>['caller'], 'personId' | 'name' | 'organisationName' | 'realm'>
}
type At = { year: number; provinceCode: string }

const stampOf = ({ caller, now }: ListWork) => ({ realm: caller.realm, personId: caller.personId, name: caller.name, now })
const orderOf = ({ caller, now }: ListWork, id: string, seenVersion: number): ListOrder => ({
  id,
  seenVersion,
  now,
  by: [caller.organisationName, caller.name].filter(Boolean).join(' '),
})

/** Saves a new version; the first save begins the list under the id the caller made. Sent twice it is one version. */
export async function saveList(
  work: ListWork,
  { year, provinceCode }: At,
  content: RankedListContent,
  order: { listId: string; changeId: string; seenVersion: number },
): Promise<Result<{ id: string; version: number }>> {
  const { tx, now, policy } = work
  const kept: RankedListContent = { ...content, entries: content.entries.map(entry => followCode(designationData(), entry)) }
  const repeated = await versionOfChange(tx, provinceCode, order.changeId)
  if (repeated) {
    const { entries, basis, reasons } = repeated.list
    const answer = { id: repeated.listId, version: repeated.list.version }
    return answerRepeated(answer, { entries, basis, reasons, plan: repeated.plan }, kept)
  }
  const facts = await roundFacts(tx, policy, year, provinceCode, now)
  const standing = await findList(tx, year, provinceCode, true)
  const record = standing ?? { ...emptyList(year, provinceCode, facts.quota), id: order.listId }
  const seen = standing && order.seenVersion !== standing.list.version ? await findVersion(tx, standing, order.seenVersion) : null
  const saved = saveRankedList(record, kept, orderOf(work, order.changeId, order.seenVersion), closingOf(policy, year), seen?.list ?? null)
  if (!saved.ok) return saved
  const next = { ...record, ...saved.value, list: { ...saved.value.list, quota: facts.quota } }
  await insertVersion(tx, next, order.changeId, stampOf(work))
  await work.audit({
    countyCode: provinceCode,
    action: 'ranked-lists.edit',
    recordKind: 'ranked-list',
    recordId: record.id,
    before: standing ? asJson(standing.list) : null,
    after: asJson(next.list),
  })
  return accept({ id: record.id, version: next.list.version })
}

async function keep(work: ListWork, record: RankedListRecord, event: RankedListEvent): Promise<void> {
  if (record.events.some(known => known.id === event.id)) return
  const { provinceCode } = record.list
  await insertEvent(work.tx, record, event, stampOf(work))
  const action = event.verb === 'submit' ? 'ranked-lists.submit' : event.verb === 'recall' ? 'ranked-lists.submit' : 'ranked-lists.rule'
  const before = asJson(record.events.at(-1) ?? null)
  await work.audit({
    countyCode: provinceCode,
    action,
    recordKind: 'ranked-list',
    recordId: record.id,
    before,
    after: asJson(event),
    ...(event.reason ? { reason: event.reason } : {}),
  })
}

/** Hands in the version the caller saw: judged at this instant by the server's clock, frozen with all that was shown (5.3). */
export async function submitList(
  work: ListWork,
  { year, provinceCode }: At,
  order: { id: string; seenVersion: number },
): Promise<Result<{ event: RankedListEvent; hash: string }, Refusal | RulesNotMet>> {
  const { tx, now, policy } = work
  const stored = await findList(tx, year, provinceCode, true)
  if (!stored) return refuse(noList)
  const facts = await roundFacts(tx, policy, year, provinceCode, now)
  const record = { ...stored, list: { ...stored.list, quota: facts.quota } }
  const subject = subjectOf(policy, record, facts, now)
  const findings = findingsOf(policy, record, subject)
  const contents = submissionPackage(policy, {
    realm: work.caller.realm,
    list: record.list,
    provinceName: provinceName(provinceCode),
    counties: subject.counties,
    plan: record.plan,
    findings,
  })
  const hash = packageHash(contents)
  const result = submitRankedList(record, findings, hash, orderOf(work, order.id, order.seenVersion), closingOf(policy, year))
  if (!result.ok) return result
  const isNew = !record.events.some(event => event.id === order.id)
  if (isNew) await insertPackage(tx, record, { hash, content: canonicalJson(asJson(contents)), findings }, work.caller.realm)
  await keep(work, record, result.value)
  return accept({ event: result.value, hash: result.value.packageHash ?? hash })
}

/** A step whose answer is an event; a province that never began a list gets an empty one, so that its forfeiture and ruling have a place. */
export async function actOnList(
  work: ListWork,
  { year, provinceCode }: At,
  order: { id: string; seenVersion: number },
  decide: (record: RankedListRecord, order: ListOrder, closes: Date) => Result<RankedListEvent>,
): Promise<Result<{ record: RankedListRecord; event: RankedListEvent }>> {
  const standing = await findList(work.tx, year, provinceCode, true)
  const begun = standing ?? { ...emptyList(year, provinceCode, null), id: order.id }
  const record = standing ?? { ...begun, list: { ...begun.list, version: 1 } }
  const result = decide(record, orderOf(work, order.id, standing ? order.seenVersion : 1), closingOf(work.policy, year))
  if (!result.ok) return result
  if (!standing) await insertVersion(work.tx, record, order.id, stampOf(work))
  await keep(work, record, result.value)
  return accept({ record, event: result.value })
}
