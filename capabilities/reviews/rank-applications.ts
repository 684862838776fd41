import { assert, refuse } from '@jincun/kernel'
import type { Ratio, Refusal, Result } from '@jincun/kernel'
import { byKey } from './assign-reviewers.ts'
import { compareFractions, fraction, fractionText, mean, plus, pointsOf } from './exact.ts'
import type { Leniency } from './leniency.ts'
import type { PreferenceShown } from './preferences.ts'
import type { ScoreBasis } from './review-round.ts'
import type { TotalScore } from './score-sheet.ts'

/** An application that is ranked: whose it is and which preferences it has. */
export type Contender = { applicationId: string; countyCode: string; countyName: string; preferences: readonly PreferenceShown[] }

export type RankedApplication = Contender & {
  rank: number
  reviews: number
  /** Mean of the reviewers' totals, in points; exact. */
  rawMean: Ratio
  /** The figure of the round's basis before preference points; exact. */
  basisScore: Ratio
  preferencePoints: number
  /** basisScore + preferencePoints; what ranks are made from. */
  total: Ratio
  /** `total` with four decimals, for show and for the list. */
  totalText: string
  /** Counties with exactly the same total. */
  tiedWith: string[]
  /** What put it after the one before it where totals are equal: a preference's id or 'county-code'. */
  tieBrokenBy: string | null
}

/** Mean without one highest and one lowest score; with fewer than three there is nothing to leave out. */
export function trimmedMean(values: readonly Ratio[]): Ratio {
  const sorted = [...values].sort(compareFractions)
  return mean(sorted.length < 3 ? sorted : sorted.slice(1, -1))
}

const earned = (contender: Contender, id: string): boolean =>
  contender.preferences.some(preference => preference.id === id && preference.status === 'earned')

/** Decides between equal totals: declared tie-breaks in the order of the score sheet, then the lower county code. */
function breakTie(a: Contender, b: Contender): { order: number; by: string } {
  for (const { id, kind } of a.preferences) {
    if (kind !== 'tie-break' || earned(a, id) === earned(b, id)) continue
    return { order: earned(a, id) ? -1 : 1, by: id }
  }
  return { order: byKey<Contender>(each => each.countyCode)(a, b), by: 'county-code' }
}

function basisScoreOf(basis: ScoreBasis, own: readonly Ratio[], applicationId: string, leniency: Leniency): Ratio {
  if (basis === 'mean') return mean(own)
  if (basis === 'trimmed-mean') return trimmedMean(own)
  const adjusted = leniency.status === 'fitted' ? leniency.adjusted.find(each => each.applicationId === applicationId) : undefined
  assert(adjusted, 'a fitted model has every application that was scored')
  return adjusted.score
}

const refusal = (code: string, zh: string, en: string): Result<never, Refusal> => refuse({ kind: 'conflict', code, message: { zh, en } })

/**
 * 五（二）经评审打分后形成排序名单: ranks by score of the round's basis plus visible preference points, highest first. Equal totals are equal exactly,
 * not after rounding; they are shown as tied and broken by the score sheet's tie-breaks in their order, then by county code, so that
 * ranks run 1, 2, 3, … The answer does not depend on the order of its inputs.
 * @returns the ranking with every component; a Refusal when an application has no score, or when the basis is leniency-adjusted and
 * leniency could not be estimated (the message says why; the province may close the round on another basis with a recorded reason)
 */
export function rankApplications(
  contenders: readonly Contender[],
  scores: readonly TotalScore[],
  basis: ScoreBasis,
  leniency: Leniency,
): Result<RankedApplication[], Refusal> {
  if (basis === 'leniency-adjusted' && leniency.status !== 'fitted') return refusal('no-leniency', leniency.message.zh, leniency.message.en)
  const own = (id: string): Ratio[] => scores.filter(score => score.applicationId === id).map(score => pointsOf(score.halfPoints))
  const unscored = contenders.filter(({ applicationId }) => own(applicationId).length === 0)
  if (unscored.length > 0)
    return refusal(
      'unscored',
      `还没有评分，不能排序：${unscored.map(each => each.countyName).join('、')}。`,
      `Not scored yet, so nothing can be ranked: ${unscored.map(each => each.countyName).join(', ')}.`,
    )
  const rows = contenders.map(contender => {
    const points = own(contender.applicationId)
    const basisScore = basisScoreOf(basis, points, contender.applicationId, leniency)
    const preferencePoints = contender.preferences.reduce((sum, preference) => sum + preference.points, 0)
    const total = plus(basisScore, fraction(BigInt(preferencePoints)))
    return {
      ...contender,
      reviews: points.length,
      rawMean: mean(points),
      basisScore,
      preferencePoints,
      total,
      totalText: fractionText(total, 4),
    }
  })
  rows.sort((a, b) => compareFractions(b.total, a.total) || breakTie(a, b).order)
  return {
    ok: true,
    value: rows.map((row, index) => {
      const before = rows[index - 1]
      const tied = before !== undefined && compareFractions(before.total, row.total) === 0
      const tiedWith = rows.filter(other => other !== row && compareFractions(other.total, row.total) === 0).map(other => other.countyCode)
      return { ...row, rank: index + 1, tiedWith, tieBrokenBy: tied ? breakTie(before, row).by : null }
    }),
  }
}
