import type { Ratio } from '@jincun/kernel'
import type { Finding } from '@jincun/policy'
import { compareFractions, fraction, fractionText, mean, minus, pointsOf, times, total } from './exact.ts'
import type { Leniency } from './leniency.ts'
import type { ReviewSettings } from './review-round.ts'
import type { TotalScore } from './score-sheet.ts'

type Settings = Pick<ReviewSettings, 'leniencyAlarm' | 'overlapMinimum' | 'clause'>

const absolute = (value: Ratio): Ratio => ({ ...value, numerator: value.numerator < 0n ? -value.numerator : value.numerator })

/** Whether a leniency is at or beyond the alarm, which is in points of a hundred; `maximum` is the sheet's in half points. Exact. */
const beyond = (effect: Ratio, alarm: number, maximum: number): boolean =>
  compareFractions(times(absolute(effect), fraction(200n)), fraction(BigInt(alarm) * BigInt(maximum))) >= 0

/**
 * Sum over a reviewer's applications of (own score − own mean) × (mean of the others − mean of those means): its sign is the sign of the
 * correlation between the reviewer and the others. Null with fewer than `minimum` applications that others scored too. Exact.
 */
export function agreementWithOthers(scores: readonly TotalScore[], expertId: string, minimum: number): Ratio | null {
  const pairs = scores
    .filter(score => score.expertId === expertId)
    .flatMap(own => {
      const others = scores.filter(score => score.applicationId === own.applicationId && score.expertId !== expertId)
      return others.length === 0 ? [] : [{ own: pointsOf(own.halfPoints), others: mean(others.map(score => pointsOf(score.halfPoints))) }]
    })
  if (pairs.length < Math.max(2, minimum)) return null
  const ownMean = mean(pairs.map(pair => pair.own))
  const othersMean = mean(pairs.map(pair => pair.others))
  return total(pairs.map(pair => times(minus(pair.own, ownMean), minus(pair.others, othersMean))))
}

const base = (expertId: string, name: string, settings: Settings) => ({
  status: 'unmet' as const,
  force: 'should' as const,
  clause: settings.clause,
  where: `reviewers.${name}`,
  rows: [{ kind: 'expert', key: expertId, label: name }],
})

/**
 * Reviewers to look at again; a signal is a reason to open the file, never a verdict, and changes no score by itself. Two stated rules:
 * leniency at or beyond the alarm (only where it can be estimated), and an order of applications that runs against that of the other
 * reviewers (negative correlation with their mean, over at least `overlapMinimum` shared applications).
 * @param nameOf the reviewer's name by expert id
 * @param maximum the most a sheet can give, in half points
 */
export function findOutlierReviewers(
  scores: readonly TotalScore[],
  leniency: Leniency,
  nameOf: (expertId: string) => string,
  settings: Settings,
  maximum: number,
): Finding[] {
  const experts = [...new Set(scores.map(score => score.expertId))].sort()
  const effects = new Map(leniency.status === 'fitted' ? leniency.effects.map(({ expertId, effect }) => [expertId, effect]) : [])
  return experts.flatMap(expertId => {
    const name = nameOf(expertId)
    const findings: Finding[] = []
    const effect = effects.get(expertId)
    if (effect && beyond(effect, settings.leniencyAlarm, maximum)) {
      const lenient = effect.numerator > 0n
      const size = fractionText(absolute(effect), 2)
      findings.push({
        ...base(expertId, name, settings),
        code: lenient ? 'reviewer-lenient' : 'reviewer-strict',
        measured: fractionText(effect, 2),
        required: `± ${settings.leniencyAlarm} / 100`,
        message: {
          zh: `${name}比其他专家平均${lenient ? '宽' : '严'}${size}分，请复核其评分。`,
          en: `${name} scores ${size} points ${lenient ? 'higher' : 'lower'} than the others on average: look at the scores again.`,
        },
      })
    }
    const agreement = agreementWithOthers(scores, expertId, settings.overlapMinimum)
    if (agreement && agreement.numerator < 0n)
      findings.push({
        ...base(expertId, name, settings),
        code: 'reviewer-against-others',
        measured: '< 0',
        required: '≥ 0',
        message: {
          zh: `${name}给出的高低次序与其他专家相反，请复核其评分。`,
          en: `${name} orders the applications against the other reviewers: look at the scores again.`,
        },
      })
    return findings
  })
}
