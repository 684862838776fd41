import { submissionHashes } from '@jincun/applications/server'
import type { RouteContext } from '@jincun/http'
import { designationData } from '@jincun/designation/server'
import { shanghaiDate } from '@jincun/kernel'
import { findCounty, lastCode } from '@jincun/places'
import { deadlineOf, mayProceed, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { provinceName, submittedLists } from '@jincun/reviews/server'
import { checkFinalList, finalListActions, finalListCan } from '../index.ts'
import type { FinalList, FinalListEntry, FinalListState, FinalListVerb, FinalSubject, LetterDays, RankedCounty } from '../index.ts'
import { findFinalList, lastRuling, stepsOf } from './final-store.ts'
import { latestApprovals } from './settlement-store.ts'
import { incentiveCountiesOf } from './settlement-view.ts'

type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'may'>
export type FinalAt = { year: number; provinceCode: string }

/** What a final list is held against; four queries. */
export async function finalFacts({ tx, now, policy }: Omit<Context, 'may'>, { year, provinceCode }: FinalAt) {
  const submitted = (await submittedLists(tx, policy, year, now)).get(provinceCode)
  const approved = (await latestApprovals(tx, year)).get(provinceCode)?.approved ?? null
  const hashes = await submissionHashes(tx, year, provinceCode.slice(0, 2))
  const ruling = await lastRuling(tx, year, provinceCode)
  const { places } = designationData()
  const ranked: RankedCounty[] | null =
    submitted?.contents?.entries.map(({ countyCode, name, type, rank }) => ({ countyCode, name: name ?? countyCode, type, rank })) ?? null
  return {
    ranked,
    approved,
    planHashes: new Map([...hashes].map(([code, hash]) => [lastCode(places, code), hash])),
    rankedOn: submitted?.submittedAt ? shanghaiDate(submitted.submittedAt) : null,
    extension: ruling && { until: new Date(ruling.until), ruling: ruling.ruling },
    incentive: incentiveCountiesOf(policy, year, provinceCode),
  }
}
export type FinalFacts = Awaited<ReturnType<typeof finalFacts>>

/** The first instant that is too late for a year's final lists (5.5). */
export const finalClosingOf = (policy: PolicyPack, year: number): Date => deadlineOf(parameterFor(policy, 'final-list-deadline', year))

/** A county with what the records add: its name, its rank, the hash of its plan. */
export function entryOf(facts: FinalFacts, countyCode: string, type: FinalListEntry['type']): FinalListEntry {
  const ranked = facts.ranked?.find(county => county.countyCode === countyCode)
  const planHash = type === 'directDesignation' ? null : (facts.planHashes.get(countyCode) ?? null)
  const name = ranked?.name ?? findCounty(designationData().places, countyCode)?.name ?? countyCode
  return { countyCode, name, type, rank: ranked?.rank ?? null, planHash }
}

/** 按照三部门提供数量确定: the first of the ranked list up to the approved number, and the incentive counties beside them. */
export function proposedEntries(facts: FinalFacts): FinalListEntry[] {
  const applied = (facts.ranked ?? []).filter(county => county.type !== 'directDesignation')
  const order = (county: RankedCounty) => county.rank ?? Number.POSITIVE_INFINITY
  const taken = applied.toSorted((a, b) => order(a) - order(b)).slice(0, facts.approved ?? 0)
  const direct = facts.incentive.map(code => entryOf(facts, code, 'directDesignation'))
  return [...taken.map(county => entryOf(facts, county.countyCode, county.type)), ...direct]
}

/** Between which days the letter of the list can be dated at this instant. */
export const letterDaysOf = (year: number, facts: FinalFacts, now: Date): LetterDays => ({
  earliest: facts.rankedOn ?? `${year}-01-01`,
  today: shanghaiDate(now),
})

export const subjectOf = (list: Pick<FinalList, 'provinceCode' | 'year' | 'entries'>, facts: FinalFacts, now: Date): FinalSubject => ({
  year: list.year,
  provinceCode: list.provinceCode,
  entries: list.entries,
  ranked: facts.ranked,
  approved: facts.approved,
  at: now,
  extension: facts.extension,
})

const permissionOf: Record<FinalListVerb, string> = {
  save: 'final-lists.edit',
  submit: 'final-lists.submit',
  return: 'final-lists.decide',
  publish: 'final-lists.decide',
}

export const verbsFor = (state: FinalListState, provinceCode: string, may: Context['may']): FinalListVerb[] =>
  (Object.keys(finalListActions) as FinalListVerb[]).filter(verb => finalListCan(verb, state) && may(permissionOf[verb], provinceCode))

/** Everything a page needs of a province's final list; a list nobody began shows what the ranked list and the approved number propose. */
export async function finalView(context: Context, at: FinalAt) {
  const { tx, now, policy, may } = context
  const facts = await finalFacts(context, at)
  const found = await findFinalList(tx, at.year, at.provinceCode)
  const visible = found && (found.state !== 'draft' || may('final-lists.edit', at.provinceCode)) ? found : undefined
  const list: FinalList = visible?.list ?? { ...at, version: 1, entries: [], letter: null, reasons: {} }
  const state = visible?.state ?? 'draft'
  const entries = visible ? list.entries : may('final-lists.edit', at.provinceCode) ? proposedEntries(facts) : []
  const steps = visible ? await stepsOf(tx, at.provinceCode, visible.id) : []
  // What was handed in is judged at the instant at which it was handed in.
  const submission = state === 'draft' ? undefined : steps.findLast(step => step.verb === 'submit')
  const findings = checkFinalList(policy, subjectOf({ ...list, entries }, facts, submission ? new Date(submission.at) : now))
  return {
    ...at,
    id: visible?.id ?? null,
    provinceName: provinceName(at.provinceCode),
    version: visible?.list.version ?? 0,
    state,
    entries,
    letter: list.letter,
    reasons: list.reasons,
    approved: facts.approved,
    ranked: facts.ranked,
    incentive: facts.incentive.map(code => entryOf(facts, code, 'directDesignation')),
    findings,
    submittable: entries.length > 0 && list.letter !== null && mayProceed(findings, list.reasons),
    closes: finalClosingOf(policy, at.year).toISOString(),
    extension: facts.extension,
    packageHash: visible?.packageHash ?? null,
    steps,
    verbs: verbsFor(state, at.provinceCode, may),
    asOf: now.toISOString(),
  }
}
