import type { Ratio } from '@jincun/kernel'
import type { Finding, Reasons, Scorecard } from '@jincun/policy'
import type { BasisChange, Outcome, ReviewedEntry } from './confirm-round.ts'
import { fractionText } from './exact.ts'
import { formatHalfPoints } from './half-points.ts'
import type { PreferenceShown } from './preferences.ts'
import type { Line } from './rank-stability.ts'
import type { ReviewRound } from './review-round.ts'
import type { TotalScore } from './score-sheet.ts'

/** A fraction for people and for re-computing: '256/3' and '85.3333'. */
export type ExactText = { exact: string; text: string }

export const exactText = (value: Ratio): ExactText => ({
  exact: `${value.numerator}/${value.denominator}`,
  text: fractionText(value, 4),
})

/** A statistic with six digits, so that the same scores give the same text everywhere. */
const statistic = (value: number | null): string | null => (value === null || !Number.isFinite(value) ? null : value.toFixed(6))

export type OutcomeRow = {
  rank: number
  applicationId: string
  countyCode: string
  countyName: string
  reviews: number
  /** One score a reviewer, by the reviewer's letter; points as text. */
  scores: { reviewer: string; points: string }[]
  rawMean: ExactText
  basisScore: ExactText
  adjusted: ExactText | null
  preferences: PreferenceShown[]
  preferencePoints: number
  total: ExactText
  tiedWith: string[]
  tieBrokenBy: string | null
  range: string
  deviation: string | null
}

/** What a round came to, in a form that is shown, frozen, hashed and published. Reviewers are letters; who they are is not in it. */
export type OutcomeDocument = {
  form: 'review-outcome/1'
  roundId: string
  title: string
  provinceCode: string
  year: number
  basis: ReviewRound['settings']['basis']
  settings: ReviewRound['settings']
  scorecard: { id: string; items: Scorecard['items']; preferences: Scorecard['preferences'] }
  lines: Line[]
  rows: OutcomeRow[]
  reviewers: { reviewer: string; reviews: number; leniency: ExactText | null }[]
  leniency:
    | { status: 'fitted'; degreesOfFreedom: number; residualDeviation: string | null }
    | { status: 'not-adjusted'; reason: string; message: { zh: string; en: string } }
  agreement: { single: string | null; average: string | null; alpha: string | null }
  stability: { crossings: { reviewer: string; line: Line['id']; up: string[]; down: string[] }[]; undecided: string[]; unstable: string[] }
  findings: Finding[]
  reasons: Reasons
  basisChange: BasisChange | null
}

/** Letters for reviewers in the order of their ids: A … Z, AA …; the same in every figure of a round. */
export function reviewerLetters(expertIds: readonly string[]): Map<string, string> {
  const letter = (index: number): string => (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
  return new Map([...new Set(expertIds)].sort().map((id, index) => [id, letter(index)]))
}

type Source = {
  round: ReviewRound
  scorecard: Scorecard
  scores: readonly TotalScore[]
  lines: readonly Line[]
  outcome: Outcome
  reasons: Reasons
  basisChange: BasisChange | null
}

function rowsOf({ outcome, scores }: Source, letters: ReadonlyMap<string, string>): OutcomeRow[] {
  const { leniency, spreads } = outcome.statistics
  const adjusted = new Map(leniency.status === 'fitted' ? leniency.adjusted.map(each => [each.applicationId, each.score]) : [])
  return outcome.ranking.map(row => {
    const spread = spreads.find(each => each.applicationId === row.applicationId)
    const own = scores.filter(score => score.applicationId === row.applicationId)
    const score = adjusted.get(row.applicationId)
    return {
      rank: row.rank,
      applicationId: row.applicationId,
      countyCode: row.countyCode,
      countyName: row.countyName,
      reviews: row.reviews,
      scores: own
        .map(each => ({ reviewer: letters.get(each.expertId) ?? '', points: formatHalfPoints(each.halfPoints) }))
        .sort((a, b) => a.reviewer.length - b.reviewer.length || (a.reviewer < b.reviewer ? -1 : 1)),
      rawMean: exactText(row.rawMean),
      basisScore: exactText(row.basisScore),
      adjusted: score ? exactText(score) : null,
      preferences: [...row.preferences],
      preferencePoints: row.preferencePoints,
      total: exactText(row.total),
      tiedWith: row.tiedWith,
      tieBrokenBy: row.tieBrokenBy,
      range: formatHalfPoints(spread?.range ?? 0),
      deviation: statistic(spread?.deviation ?? null),
    }
  })
}

function reviewersOf({ outcome, scores }: Source, letters: ReadonlyMap<string, string>): OutcomeDocument['reviewers'] {
  const { leniency } = outcome.statistics
  const effects = new Map(leniency.status === 'fitted' ? leniency.effects.map(each => [each.expertId, each.effect]) : [])
  return [...letters].map(([expertId, reviewer]) => {
    const effect = effects.get(expertId)
    return { reviewer, reviews: scores.filter(score => score.expertId === expertId).length, leniency: effect ? exactText(effect) : null }
  })
}

/** Puts an outcome into the form that is shown and frozen. Findings name reviewers only where `nameOf` of the outcome did. */
export function outcomeDocument(source: Source): OutcomeDocument {
  const { round, scorecard, lines, outcome, reasons, basisChange } = source
  const { leniency, intraclass, alpha, stability, findings } = outcome.statistics
  const letters = reviewerLetters(source.scores.map(score => score.expertId))
  const letterOf = (expertId: string): string => letters.get(expertId) ?? ''
  return {
    form: 'review-outcome/1',
    roundId: round.id,
    title: round.title,
    provinceCode: round.provinceCode,
    year: round.year,
    basis: basisChange?.basis ?? round.settings.basis,
    settings: round.settings,
    scorecard: { id: scorecard.id, items: scorecard.items, preferences: scorecard.preferences },
    lines: [...lines],
    rows: rowsOf(source, letters),
    reviewers: reviewersOf(source, letters),
    leniency:
      leniency.status === 'fitted'
        ? { status: 'fitted', degreesOfFreedom: leniency.degreesOfFreedom, residualDeviation: statistic(leniency.residualDeviation) }
        : { status: 'not-adjusted', reason: leniency.reason, message: leniency.message },
    agreement: { single: statistic(intraclass?.single ?? null), average: statistic(intraclass?.average ?? null), alpha: statistic(alpha) },
    stability: {
      crossings: stability.crossings.map(({ expertId, ...crossing }) => ({ reviewer: letterOf(expertId), ...crossing })),
      undecided: stability.undecided.map(letterOf),
      unstable: stability.unstable,
    },
    findings: findings.map(finding => ({
      ...finding,
      rows: finding.rows.map(row => (row.kind === 'expert' ? { ...row, key: letterOf(row.key) } : row)),
    })),
    reasons,
    basisChange,
  }
}

/** The ranking of a frozen outcome as lines of a ranked list. */
export const entriesOfDocument = ({ rows }: OutcomeDocument): ReviewedEntry[] =>
  rows.map(({ rank, countyCode, total }) => ({ rank, countyCode, score: total.text }))
