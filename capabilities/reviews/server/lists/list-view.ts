import type { RouteContext } from '@jincun/http'
import { mayProceed, workPlanFor } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { designationData } from '@jincun/designation/server'
import { extensionOf, followCode, rankedListActions, rankedListCan, rankedListStateAt } from '../../index.ts'
import type { ListedCounty, RankedListContent, RankedListRecord, RankedListState, RankedListVerb } from '../../index.ts'
import { closingOf, findingsOf, provinceName, roundFacts, subjectOf } from './list-facts.ts'
import { findList, findVersion, shownFindings } from './list-store.ts'

type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'may'>

/** A list nobody has begun: version 0, so that its first save makes version 1. */
export function emptyList(year: number, provinceCode: string, quota: number | null): RankedListRecord {
  return {
    id: '00000000-0000-0000-0000-000000000000',
    list: { provinceCode, year, version: 0, quota, entries: [], basis: { kind: 'review', reference: null, text: '' }, reasons: {} },
    plan: { sections: {}, goals: [] },
    events: [],
  }
}

/** Who may do which verb of the lifecycle; the buttons show what state and role both permit. */
const permissionOf: Record<RankedListVerb, string> = {
  save: 'ranked-lists.edit',
  submit: 'ranked-lists.submit',
  recall: 'ranked-lists.submit',
  forfeit: 'ranked-lists.rule',
  reopen: 'ranked-lists.rule',
}

export const verbsFor = (state: RankedListState, provinceCode: string, may: Context['may']): RankedListVerb[] =>
  (Object.keys(rankedListActions) as RankedListVerb[]).filter(verb => rankedListCan(verb, state) && may(permissionOf[verb], provinceCode))

/**
 * What a reader of this list may see: its own authorities see the work in hand, everyone else only what was handed in. Undefined when the
 * list is not begun, or not handed in and not the reader's own.
 */
export async function visibleList(context: Context, year: number, provinceCode: string): Promise<RankedListRecord | undefined> {
  const record = await findList(context.tx, year, provinceCode)
  if (!record || context.may('ranked-lists.edit', provinceCode)) return record
  const last = record.events.findLast(event => event.verb === 'submit')
  const version = last ? await findVersion(context.tx, record, last.version) : null
  return version ? { ...record, ...version } : { ...emptyList(year, provinceCode, null), id: record.id, events: record.events }
}

const eligibilityOf = (findings: readonly Finding[] | null): Finding['status'] | null => {
  if (findings === null) return null
  const musts = findings.filter(finding => finding.force === 'must')
  if (musts.some(finding => finding.status === 'unmet')) return 'unmet'
  return musts.some(finding => finding.status === 'unknown') ? 'unknown' : 'met'
}

const countyView = (county: ListedCounty) => ({
  rank: county.rank,
  countyCode: county.countyCode,
  writtenCode: county.writtenCode ?? null,
  name: county.name,
  type: county.type,
  score: county.score,
  reviewId: county.reviewId ?? null,
  nationalPovertyCounty: county.standing?.nationalPovertyCounty ?? null,
  notYetOutOfPoverty: county.standing?.countyNotYetOutOfPoverty ?? null,
  eligibility: eligibilityOf(county.eligibility),
})

/** The heading a plan's section has and what it asks, in the year's words. */
const planStructure = (policy: PolicyPack, year: number) =>
  workPlanFor(policy, year, 'province').sections.map(({ id, title, hint, kind, minimumCharacters, clause }) => ({
    id,
    title,
    hint,
    kind,
    minimumCharacters,
    clause,
  }))

/** What the rules say of a content that is not saved, with the counties as the records know them. */
export async function checkContent(
  { tx, now, policy }: Omit<Context, 'may'>,
  at: { year: number; provinceCode: string },
  content: RankedListContent,
) {
  const facts = await roundFacts(tx, policy, at.year, at.provinceCode, now)
  const standing = (await findList(tx, at.year, at.provinceCode)) ?? emptyList(at.year, at.provinceCode, facts.quota)
  const entries = content.entries.map(entry => followCode(designationData(), entry))
  const record = { ...standing, plan: content.plan, list: { ...standing.list, entries, basis: content.basis, reasons: content.reasons } }
  const subject = subjectOf(policy, record, facts, now)
  const findings = findingsOf(policy, record, subject)
  return { counties: subject.counties.map(countyView), findings, submittable: entries.length > 0 && mayProceed(findings, content.reasons) }
}

/** Everything a page needs of a province's list at this moment, in a constant number of queries. */
export async function listView(context: Context, year: number, provinceCode: string) {
  const { tx, now, policy, may } = context
  const facts = await roundFacts(tx, policy, year, provinceCode, now)
  const record = (await visibleList(context, year, provinceCode)) ?? emptyList(year, provinceCode, facts.quota)
  const closes = closingOf(policy, year)
  const state = rankedListStateAt(record.events, closes, now)
  // What was handed in is judged at the instant at which it was handed in, and its findings stay as they were shown.
  const submission = state === 'submitted' ? record.events.findLast(event => event.verb === 'submit') : undefined
  const subject = subjectOf(policy, record, facts, submission ? new Date(submission.at) : now)
  const findings = submission ? await shownFindings(tx, record, submission.packageHash ?? '') : findingsOf(policy, record, subject)
  const own = may('ranked-lists.edit', provinceCode)
  return {
    /** False for a reader who may not see a list before it is handed in. */
    shown: own || record.list.version > 0,
    id: record.list.version === 0 ? null : record.id,
    provinceCode,
    provinceName: provinceName(provinceCode),
    year,
    version: record.list.version,
    state,
    closes: closes.toISOString(),
    extension: extensionOf(record.events),
    quota: facts.quota,
    counties: subject.counties.map(countyView),
    basis: record.list.basis,
    reasons: record.list.reasons,
    plan: record.plan,
    planStructure: planStructure(policy, year),
    findings,
    submittable: record.list.entries.length > 0 && mayProceed(findings, record.list.reasons),
    events: record.events,
    candidates: own
      ? [...facts.candidates.values()].map(({ findings: found, ...candidate }) => ({ ...candidate, eligibility: eligibilityOf(found) }))
      : [],
    verbs: verbsFor(state, provinceCode, may),
    asOf: now.toISOString(),
  }
}
