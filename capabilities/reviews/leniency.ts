import { assert } from '@jincun/kernel'
import type { Ratio } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import { byKey } from './assign-reviewers.ts'
import { connectedGroups } from './connected-groups.ts'
import type { ReviewGroup } from './connected-groups.ts'
import { fraction, fractionNumber } from './exact.ts'
import type { TotalScore } from './score-sheet.ts'
import { solveExactly } from './solve-exact.ts'

/** One reviewer's estimated leniency in points: above zero gives more than the others would, below zero less. */
export type ReviewerEffect = { expertId: string; effect: Ratio; reviews: number }

export type LeniencyFit = {
  status: 'fitted'
  /** Sorted by expert; they add up to zero. */
  effects: ReviewerEffect[]
  /** Each application's score with the reviewers' leniency taken off, sorted by application. */
  adjusted: { applicationId: string; score: Ratio }[]
  degreesOfFreedom: number
  /** √(sum of squared residuals / degrees of freedom), in points. A statistic. */
  residualDeviation: number
}

export type NoLeniency = {
  status: 'not-adjusted'
  reason: 'no-scores' | 'disconnected' | 'too-few-reviews' | 'too-few-degrees-of-freedom'
  message: Bilingual
  groups: ReviewGroup[]
}

export type Leniency = LeniencyFit | NoLeniency

const decline = (reason: NoLeniency['reason'], groups: ReviewGroup[], zh: string, en: string): NoLeniency => ({
  status: 'not-adjusted',
  reason,
  groups,
  message: { zh: `不作宽严调整：${zh}。`, en: `No adjustment for leniency: ${en}.` },
})

/** Why these scores do not carry an estimate; null when they do. Without an estimate, raw means stand. */
function tooThin(
  scores: readonly TotalScore[],
  reviews: ReadonlyMap<string, TotalScore[]>,
  applications: number,
  minimum: number,
): NoLeniency | null {
  const groups = connectedGroups(scores)
  if (scores.length === 0) return decline('no-scores', groups, '还没有评分', 'there are no scores')
  if (groups.length > 1)
    return decline(
      'disconnected',
      groups,
      `专家分成互不相交的${groups.length}组，组间宽严无法比较`,
      `the reviewers fall into ${groups.length} groups that share no application, so they cannot be compared`,
    )
  const few = [...reviews].filter(([, own]) => own.length < minimum)
  if (few.length > 0)
    return decline(
      'too-few-reviews',
      groups,
      `有${few.length}名专家评审不足${minimum}份`,
      `${few.length} reviewers gave fewer than ${minimum} scores`,
    )
  const freedom = scores.length - applications - reviews.size + 1
  if (freedom < Math.max(1, reviews.size - 1))
    return decline(
      'too-few-degrees-of-freedom',
      groups,
      `可用自由度只有${freedom}，少于要估计的${reviews.size - 1}个宽严值`,
      `${freedom} degrees of freedom are left for ${reviews.size - 1} effects`,
    )
  return null
}

function grouped(scores: readonly TotalScore[], key: 'applicationId' | 'expertId'): Map<string, TotalScore[]> {
  const groups = new Map<string, TotalScore[]>()
  for (const score of scores) groups.set(score[key], [...(groups.get(score[key]) ?? []), score])
  return new Map([...groups].sort(byKey(([id]) => id)))
}

/**
 * The normal equations with the applications eliminated, times the least common multiple of their numbers of reviews, so that all
 * entries are whole: the Laplacian of the graph in which two reviewers are joined by 1/n for every application of n reviews they
 * share. Adding the same number to every entry picks the solution whose effects add up to zero (Searle, S. R., 1971: Linear Models, §7.1–7.3).
 */
function normalEquations(
  experts: readonly string[],
  byApplication: ReadonlyMap<string, TotalScore[]>,
): { matrix: bigint[][]; right: bigint[] } {
  const place = new Map(experts.map((id, index) => [id, index]))
  const scale = [...byApplication.values()].reduce((multiple, own) => leastCommonMultiple(multiple, BigInt(own.length)), 1n)
  const matrix = experts.map(() => experts.map(() => scale))
  const right = experts.map(() => 0n)
  const add = (row: number, column: number, value: bigint) => {
    const line = matrix[row]
    assert(line, 'every reviewer has a row')
    line[column] = (line[column] ?? 0n) + value
  }
  for (const own of byApplication.values()) {
    const part = scale / BigInt(own.length)
    const sum = own.reduce((all, score) => all + score.halfPoints, 0)
    for (const score of own) {
      const row = place.get(score.expertId) ?? 0
      right[row] = (right[row] ?? 0n) + scale * BigInt(score.halfPoints) - part * BigInt(sum)
      add(row, row, scale)
      for (const other of own) add(row, place.get(other.expertId) ?? 0, -part)
    }
  }
  return { matrix, right }
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  const { numerator } = fraction(a, b)
  return numerator * b
}

/** What is left of each score in half points, times `denominator` × number of the application's scores. */
function residualsOf(own: readonly TotalScore[], numeratorOf: (expertId: string) => bigint, denominator: bigint): bigint[] {
  const size = BigInt(own.length)
  const rest = own.map(score => denominator * BigInt(score.halfPoints) - numeratorOf(score.expertId))
  const sum = rest.reduce((all, each) => all + each, 0n)
  return rest.map(each => size * each - sum)
}

/**
 * Reviewers' leniency by least squares on the additive model: score = application + reviewer + rest, in points, exactly.
 * It is refused, and said why, when the data are too thin: reviewers not all joined through shared applications, a reviewer with
 * fewer than `overlapMinimum` scores, or fewer degrees of freedom than effects (scores − applications − reviewers + 1). The scores
 * themselves are never changed.
 */
export function fitLeniency(unordered: readonly TotalScore[], overlapMinimum: number): Leniency {
  const scores = [...unordered].sort(byKey(score => `${score.applicationId}/${score.expertId}`))
  const byApplication = grouped(scores, 'applicationId')
  const byExpert = grouped(scores, 'expertId')
  const thin = tooThin(scores, byExpert, byApplication.size, overlapMinimum)
  if (thin) return thin
  const experts = [...byExpert.keys()]
  const { matrix, right } = normalEquations(experts, byApplication)
  const { numerators, denominator } = solveExactly(matrix, right)
  const numerator = new Map(experts.map((id, index) => [id, numerators[index] ?? 0n]))
  const numeratorOf = (id: string): bigint => numerator.get(id) ?? 0n
  const adjusted = [...byApplication].map(([applicationId, own]) => {
    const sum = own.reduce((all, score) => all + denominator * BigInt(score.halfPoints) - numeratorOf(score.expertId), 0n)
    return { applicationId, score: fraction(sum, 2n * denominator * BigInt(own.length)) }
  })
  const squares = [...byApplication.values()].flatMap(own =>
    residualsOf(own, numeratorOf, denominator).map(
      rest => fractionNumber({ numerator: rest, denominator: 2n * denominator * BigInt(own.length) }) ** 2,
    ),
  )
  const degreesOfFreedom = scores.length - byApplication.size - experts.length + 1
  return {
    status: 'fitted',
    effects: experts.map(expertId => ({
      expertId,
      effect: fraction(numeratorOf(expertId), 2n * denominator),
      reviews: byExpert.get(expertId)?.length ?? 0,
    })),
    adjusted,
    degreesOfFreedom,
    residualDeviation: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / degreesOfFreedom),
  }
}
