import type { Finding, Scorecard } from '@jincun/policy'
import { intraclassCorrelation, krippendorffAlpha } from './agreement.ts'
import type { IntraclassCorrelation } from './agreement.ts'
import { byKey } from './assign-reviewers.ts'
import { fitLeniency } from './leniency.ts'
import type { Leniency } from './leniency.ts'
import { findOutlierReviewers } from './outlier-reviewers.ts'
import { rankApplications } from './rank-applications.ts'
import type { Contender } from './rank-applications.ts'
import { rankStability } from './rank-stability.ts'
import type { Line, RankStability } from './rank-stability.ts'
import type { ReviewSettings } from './review-round.ts'
import type { TotalScore } from './score-sheet.ts'
import { checkSpread, maximumOf, spreadOf } from './score-spread.ts'
import type { ScoreSpread } from './score-spread.ts'

/** Everything a province looks at before it stands by its scores. Figures are statistics unless they are exact fractions. */
export type ReviewStatistics = {
  spreads: ScoreSpread[]
  intraclass: IntraclassCorrelation | null
  alpha: number | null
  leniency: Leniency
  stability: RankStability
  /** Spread and reviewers that are pointed out; only what is not met. */
  findings: Finding[]
}

export type StatisticsInput = {
  contenders: readonly Contender[]
  scores: readonly TotalScore[]
  scorecard: Scorecard
  settings: ReviewSettings
  lines: readonly Line[]
  nameOf: (expertId: string) => string
}

/** Computes the statistics of a round's submitted scores. They are shown beside the scores and change none. */
export function reviewStatistics({ contenders, scores, scorecard, settings, lines, nameOf }: StatisticsInput): ReviewStatistics {
  const maximum = maximumOf(scorecard)
  const scored = [...contenders]
    .sort(byKey(contender => contender.applicationId))
    .filter(contender => scores.some(score => score.applicationId === contender.applicationId))
  const spreads = scored.map(contender => spreadOf(contender.applicationId, scores))
  const groups = scored.map(contender =>
    scores.filter(score => score.applicationId === contender.applicationId).map(score => score.halfPoints),
  )
  const leniency = fitLeniency(scores, settings.overlapMinimum)
  const rank = (subset: readonly TotalScore[]): string[] | null => {
    const fit = settings.basis === 'leniency-adjusted' ? fitLeniency(subset, settings.overlapMinimum) : leniency
    const ranked = rankApplications(contenders, subset, settings.basis, fit)
    return ranked.ok ? ranked.value.map(row => row.applicationId) : null
  }
  const spreadFindings = scored.map((contender, index) => {
    const spread = spreads[index] ?? spreadOf(contender.applicationId, scores)
    return checkSpread(spread, contender.countyName, settings, maximum)
  })
  return {
    spreads,
    intraclass: intraclassCorrelation(groups),
    alpha: krippendorffAlpha(groups),
    leniency,
    stability: rankStability(scores, lines, rank),
    findings: [
      ...spreadFindings.filter(finding => finding.status === 'unmet'),
      ...findOutlierReviewers(scores, leniency, nameOf, settings, maximum),
    ],
  }
}
