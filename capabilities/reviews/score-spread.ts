import type { Finding, Scorecard } from '@jincun/policy'
import { formatHalfPoints } from './half-points.ts'
import type { ReviewSettings } from './review-round.ts'
import type { TotalScore } from './score-sheet.ts'

/** How far apart the scores of one application lie, in half points; the deviation is a statistic in points. */
export type ScoreSpread = {
  applicationId: string
  reviews: number
  lowest: number
  highest: number
  range: number
  /** Sample standard deviation in points (n − 1); null with one score. */
  deviation: number | null
}

export function spreadOf(applicationId: string, scores: readonly TotalScore[]): ScoreSpread {
  const values = scores.filter(score => score.applicationId === applicationId).map(score => score.halfPoints)
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  const deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) / 2 : null
  return { applicationId, reviews: values.length, lowest, highest, range: highest - lowest, deviation }
}

/** The most a score sheet can give, in half points. */
export const maximumOf = (scorecard: Scorecard): number => scorecard.items.reduce((sum, item) => sum + item.maxPoints * 2, 0)

/**
 * Points to applications whose scores lie far apart (五（二）公平、公正): highest minus lowest at or above the alarm line. A `should`: the province
 * looks again or writes down why not. The alarm is in points of a hundred and is compared by multiplication.
 */
export function checkSpread(
  spread: ScoreSpread,
  countyName: string,
  settings: Pick<ReviewSettings, 'spreadAlarm' | 'clause'>,
  maximum: number,
): Finding {
  const far = spread.range * 100 >= settings.spreadAlarm * maximum
  const range = formatHalfPoints(spread.range)
  const [low, high] = [formatHalfPoints(spread.lowest), formatHalfPoints(spread.highest)]
  return {
    code: 'score-spread',
    status: far ? 'unmet' : 'met',
    force: 'should',
    clause: settings.clause,
    measured: range,
    required: `< ${settings.spreadAlarm} / 100`,
    message: far
      ? {
          zh: `${countyName}的评分从${low}到${high}，相差${range}分，请复核或说明理由。`,
          en: `The scores of ${countyName} run from ${low} to ${high}, ${range} apart: look again or give the reason.`,
        }
      : { zh: `${countyName}的评分相差${range}分。`, en: `The scores of ${countyName} are ${range} apart.` },
    where: `applications.${spread.applicationId}`,
    rows: [{ kind: 'application', key: spread.applicationId, label: countyName }],
  }
}
