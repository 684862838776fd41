import { accept, refuse } from '@jincun/kernel'
import type { Ratio, Result } from '@jincun/kernel'
import type { FactorSheet } from '@jincun/policy'
import { compare, fromDecimal, isZero, one, ratio, sum, toDecimal, whole, zero, divide } from './rational.ts'
import type { ApportionmentMethod } from './apportion.ts'
import type { Factor, MissingTreatment } from './normalise.ts'

/** What the operator decides beyond the factor sheet; whatever is left out is as the sheet of the year says. */
export type AllocationOptions = {
  /** N: how many counties the centre supports. */
  total: number
  method?: ApportionmentMethod
  /** Weights by factor id; they add up to exactly 1, and a factor not named weighs nothing. */
  weights?: Readonly<Record<string, Ratio>>
  /** Treatment of figures never published, by factor id. */
  missing?: Readonly<Record<string, MissingTreatment>>
  floor?: number
  /** null = no cap. */
  cap?: number | null
}

/** A factor as it is used in one run. */
export type FactorSetting = Omit<Factor, 'weightPerMille'> & { weight: Ratio }

export const sheetWeights = (sheet: FactorSheet): Record<string, Ratio> =>
  Object.fromEntries(sheet.factors.map(factor => [factor.id, ratio(BigInt(factor.weightPerMille), 1000n)]))

const invalid = (code: string, zh: string, en: string, where?: string) =>
  refuse({ kind: 'invalid' as const, code, message: { zh, en }, ...(where ? { where } : {}) })

/** The factors of a run: the sheet of the year with the operator's weights and treatments; refuses ids the sheet does not know. */
export function factorSettings(sheet: FactorSheet, options: AllocationOptions): Result<FactorSetting[]> {
  const ids = sheet.factors.map(factor => factor.id)
  const weights = options.weights ?? sheetWeights(sheet)
  const stranger = [...Object.keys(weights), ...Object.keys(options.missing ?? {})].find(id => !ids.includes(id))
  if (stranger !== undefined)
    return invalid(
      'unknown-factor',
      `没有名为“${stranger}”的因素；${sheet.year}年的因素是：${ids.join('、')}。`,
      `There is no factor "${stranger}"; those of ${sheet.year} are ${ids.join(', ')}.`,
      stranger,
    )
  const negative = Object.entries(weights).find(([, weight]) => compare(weight, zero) < 0)
  if (negative)
    return invalid(
      'negative-weight',
      `因素“${negative[0]}”的权重小于零，请改为零或正数。`,
      `The weight of "${negative[0]}" is below zero; make it zero or more.`,
      negative[0],
    )
  const total = sum(Object.values(weights))
  if (compare(total, one) !== 0)
    return invalid(
      'weights-do-not-sum',
      `权重合计为${percent(total)}%，应为100%。`,
      `The weights add up to ${percent(total)}%; they must add up to 100%.`,
    )
  return accept(
    sheet.factors.map(({ weightPerMille: _, ...factor }) => ({
      ...factor,
      weight: weights[factor.id] ?? zero,
      missing: options.missing?.[factor.id] ?? factor.missing,
    })),
  )
}

const percent = (value: Ratio): string => toDecimal(ratio(value.numerator * 100n, value.denominator), 4).replace(/\.?0+$/, '')

/**
 * Reads weights given as numbers or decimal texts: { "poverty-counties": 25, … }. They may add up to 1, 100 or 1000
 * (shares, percent, per mille); anything else is refused with the sum that was found.
 */
export function readWeights(given: unknown): Result<Record<string, Ratio>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || Object.keys(given).length === 0)
    return invalid('unreadable-weights', '权重应写成 {"因素": 数字} 的形式。', 'Weights are written as {"factor": number}.')
  const weights: Record<string, Ratio> = {}
  for (const [id, value] of Object.entries(given)) {
    const weight = typeof value === 'number' || typeof value === 'string' ? fromDecimal(String(value)) : null
    if (!weight) return invalid('unreadable-weight', `因素“${id}”的权重不是数字。`, `The weight of "${id}" is not a plain number.`, id)
    weights[id] = weight
  }
  const total = sum(Object.values(weights))
  if (![1, 100, 1000].some(scale => compare(total, whole(scale)) === 0) || isZero(total))
    return invalid(
      'weights-do-not-sum',
      `权重合计为${toDecimal(total, 4).replace(/\.?0+$/, '')}，应为1、100（百分比）或1000（千分比）。`,
      `The weights add up to ${toDecimal(total, 4).replace(/\.?0+$/, '')}; they must add up to 1, 100 (percent) or 1000 (per mille).`,
    )
  return accept(Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, divide(weight, total)])))
}
