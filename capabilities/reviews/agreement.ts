/** Scores of each application, in one order; who gave them does not matter here. All figures on this page are statistics. */
export type ScoresByApplication = readonly (readonly number[])[]

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const squaredDeviations = (values: readonly number[]): number => {
  const middle = sum(values) / values.length
  return sum(values.map(value => (value - middle) ** 2))
}

export type IntraclassCorrelation = {
  /** How far a single reviewer's score can be trusted: the part of its variance that lies between applications. */
  single: number
  /** How far the mean of an application's scores can be trusted. */
  average: number
  betweenMeanSquare: number
  withinMeanSquare: number
  /** Average number of scores, as the analysis of variance weighs it where numbers differ. */
  scoresPerApplication: number
}

/**
 * Intraclass correlation of one-way random effects, ICC(1,1) and ICC(1,k)
 * (Shrout, P. E., Fleiss, J. L., 1979: Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin 86, 420–428);
 * with unequal numbers of scores, k is n₀ = (N − Σn²/N)/(a − 1) (Searle, Casella, McCulloch, 1992: Variance Components, §3.6).
 * Null when it cannot be computed: fewer than two applications, none scored twice, or all applications with the same mean.
 */
export function intraclassCorrelation(groups: ScoresByApplication): IntraclassCorrelation | null {
  const scored = groups.filter(group => group.length > 0)
  const all = scored.flat()
  const withinFreedom = all.length - scored.length
  const betweenFreedom = scored.length - 1
  if (betweenFreedom < 1 || withinFreedom < 1) return null
  const within = sum(scored.map(squaredDeviations))
  const betweenMeanSquare = Math.max(0, squaredDeviations(all) - within) / betweenFreedom
  const withinMeanSquare = within / withinFreedom
  const scoresPerApplication = (all.length - sum(scored.map(group => group.length ** 2)) / all.length) / betweenFreedom
  const variance = betweenMeanSquare + (scoresPerApplication - 1) * withinMeanSquare
  if (variance <= 0 || betweenMeanSquare === 0) return null
  const difference = betweenMeanSquare - withinMeanSquare
  return {
    single: difference / variance,
    average: difference / betweenMeanSquare,
    betweenMeanSquare,
    withinMeanSquare,
    scoresPerApplication,
  }
}

/** Σ over ordered pairs of (x − y)² = 2·(n·Σx² − (Σx)²). */
const pairSquares = (values: readonly number[]): number => 2 * (values.length * sum(values.map(value => value ** 2)) - sum(values) ** 2)

/**
 * Krippendorff's alpha for interval data: 1 − observed / expected disagreement; 1 is perfect agreement, 0 is chance.
 * Missing scores are allowed (Krippendorff, K., 2004: Content Analysis, 2nd ed., ch. 11; Hayes and Krippendorff, 2007: Communication
 * Methods and Measures 1, 77–89). Null when no application was scored twice or all scores are equal.
 */
export function krippendorffAlpha(groups: ScoresByApplication): number | null {
  const paired = groups.filter(group => group.length > 1)
  const all = paired.flat()
  if (all.length === 0) return null
  const observed = sum(paired.map(group => pairSquares(group) / (group.length - 1))) / all.length
  const expected = pairSquares(all) / (all.length * (all.length - 1))
  return expected > 0 ? 1 - observed / expected : null
}
