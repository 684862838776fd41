import { findProvisionalQuota } from '@jincun/allocation/server'
import type { RuleRefusal } from '@jincun/http'
import { accept, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { parameterFor, ratioOf } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { sha256Hex } from '@jincun/proof'
import { checkSheetsComplete, confirmRound, contenderOf, outcomeDocument, outcomeOf, permitInState, reviewerLetters } from '../../index.ts'
import type { BasisChange, Line, Outcome, OutcomeDocument, OutcomeInput, ReviewRound } from '../../index.ts'
import { applicationsOf, assignmentsOf } from './assignment-store.ts'
import { getOutcome, insertOutcome } from './outcome-store.ts'
import { noSuchRound } from './round-refusals.ts'
import { getRound } from './round-store.ts'
import type { RoundRecord } from './round-store.ts'
import { countingSheets, releaseSheets, sheetsOf, totalsOf } from './score-store.ts'
import type { SheetRecord } from './score-store.ts'
import { moveRound, seenRound, stampOf } from './review-work.ts'
import type { ReviewWork } from './review-work.ts'

/** Where the list is cut: at the provisional number, and at the most that may be applied for (5.2). Empty while no number is known. */
export function linesFor(policy: PolicyPack, year: number, quota: number | null): Line[] {
  if (quota === null) return []
  const { numerator, denominator } = ratioOf(parameterFor(policy, 'application-cap-percent', year))
  return [
    { id: 'quota', places: quota },
    { id: 'cap', places: Number((BigInt(quota) * numerator) / denominator) },
  ]
}

/** Ends scoring once every application has its sheets, and shows them to the office. */
export async function closeRound(
  work: ReviewWork,
  id: string,
  order: { version: number },
): Promise<Result<ReviewRound, Refusal | RuleRefusal>> {
  const found = await seenRound(work, id, order.version)
  if (!found.ok) return found
  const { round, scorecard } = found.value
  const permitted = permitInState('close', round.state)
  if (!permitted.ok) return permitted
  const contenders = (await applicationsOf(work.tx, id)).map(each => contenderOf(each, scorecard, each.settled))
  const handedIn = (await assignmentsOf(work.tx, id)).filter(each => each.endedAt === null && each.submittedAt !== null)
  // The office may not see scores yet; that a sheet is there is all this check asks.
  const complete = checkSheetsComplete(
    round,
    contenders,
    handedIn.map(each => ({ ...each, halfPoints: 0 })),
  )
  if (complete.status !== 'met') return refuse({ kind: 'rules', code: 'sheets-missing', message: complete.message, findings: [complete] })
  const moved = await moveRound(work, round, { state: 'closed', closedAt: work.now }, 'reviews.run')
  if (moved.ok) await releaseSheets(work.tx, round.provinceCode, round.id)
  return moved
}

export type Scored = { record: RoundRecord; input: OutcomeInput; sheets: SheetRecord[]; letters: Map<string, string> }

/** Everything the outcome of a closed round is made from; a constant number of queries. */
export async function scoredRound(
  work: Pick<ReviewWork, 'tx' | 'policy'>,
  id: string,
  quota: number | null = null,
): Promise<Result<Scored, Refusal>> {
  const record = await getRound(work.tx, id)
  if (!record) return noSuchRound()
  const { round, scorecard } = record
  const applications = await applicationsOf(work.tx, id)
  const sheets = await sheetsOf(work.tx, id)
  const scores = totalsOf(countingSheets(sheets, await assignmentsOf(work.tx, id)))
  const known = quota ?? (await findProvisionalQuota(work.tx, round.year, round.provinceCode))?.quota ?? null
  const letters = reviewerLetters(scores.map(score => score.expertId))
  const contenders = applications.map(each => contenderOf(each, scorecard, each.settled))
  const lines = linesFor(work.policy, round.year, known)
  const nameOf = (expertId: string): string => `专家${letters.get(expertId) ?? ''}`
  return accept({ record, sheets, letters, input: { round, scorecard, contenders, scores, lines, nameOf } })
}

export type OutcomeView = {
  document: OutcomeDocument
  /** Of the frozen outcome; null while it is worked out anew. */
  hash: string | null
  /** Why the basis settled before scoring cannot be used; the document then shows plain means. */
  basisProblem: { zh: string; en: string } | null
}

/** The outcome as it stands: worked out anew while the round is closed, as it was frozen once it is confirmed. */
export async function outcomeView(
  work: Pick<ReviewWork, 'tx'>,
  { input }: Scored,
  quota: number | null,
): Promise<Result<OutcomeView, Refusal>> {
  const frozen = quota === null ? await getOutcome(work.tx, input.round) : undefined
  if (frozen) return accept({ document: JSON.parse(frozen.content) as OutcomeDocument, hash: frozen.hash, basisProblem: null })
  const outcome = outcomeOf(input)
  if (outcome.ok) return accept({ document: documentOf(input, outcome.value, null), hash: null, basisProblem: null })
  if (outcome.reason.code !== 'no-leniency') return outcome
  const onMeans = { ...input, round: { ...input.round, settings: { ...input.round.settings, basis: 'mean' as const } } }
  const instead = outcomeOf(onMeans)
  return instead.ok
    ? accept({ document: documentOf(onMeans, instead.value, null), hash: null, basisProblem: outcome.reason.message })
    : instead
}

const documentOf = (input: OutcomeInput, outcome: Outcome, basisChange: BasisChange | null): OutcomeDocument =>
  outcomeDocument({ ...input, outcome, reasons: {}, basisChange })

/** The province stands by the outcome; it is frozen with the reasons given and its hash. */
export async function confirm(
  work: ReviewWork,
  id: string,
  order: { version: number; reasons: Record<string, string>; basisChange: BasisChange | null },
): Promise<Result<{ round: ReviewRound; hash: string }, Refusal | RuleRefusal>> {
  const seen = await seenRound(work, id, order.version)
  if (!seen.ok) return seen
  const scored = await scoredRound(work, id)
  if (!scored.ok) return scored
  const { input } = scored.value
  const confirmed = confirmRound(input, order.reasons, order.basisChange)
  if (!confirmed.ok) return confirmed
  const document = outcomeDocument({ ...input, outcome: confirmed.value, reasons: order.reasons, basisChange: order.basisChange })
  const content = canonicalJson(asJson(document))
  const hash = sha256Hex(content)
  await insertOutcome(work.tx, input.round, { content, hash }, stampOf(work))
  const moved = await moveRound(work, input.round, { state: 'confirmed', confirmedAt: work.now }, 'reviews.run', {
    after: { hash, reasons: order.reasons, basisChange: order.basisChange },
  })
  return moved.ok ? accept({ round: moved.value, hash }) : moved
}

/** Makes a confirmed outcome public, as it was frozen. */
export async function publishOutcome(
  work: ReviewWork,
  id: string,
  order: { id: string; version: number },
): Promise<Result<unknown, Refusal>> {
  const seen = await seenRound(work, id, order.version)
  if (!seen.ok) return seen
  const { round } = seen.value
  const permitted = permitInState('publish', round.state)
  if (!permitted.ok) return permitted
  const frozen = await getOutcome(work.tx, round)
  if (!frozen) return noSuchRound()
  const leaf = await work.publish({
    id: order.id,
    countyCode: round.provinceCode,
    kind: 'review-outcome',
    year: round.year,
    title: { zh: `${round.title}：评审结果`, en: `${round.title}: outcome of the review` },
    content: JSON.parse(frozen.content),
    clause: round.settings.clause,
  })
  const moved = await moveRound(work, round, { publishedAt: work.now }, 'reviews.run', { after: { leaf: leaf.toString() } })
  return moved.ok ? accept({ round: moved.value, leaf }) : moved
}
