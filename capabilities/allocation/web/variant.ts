import type { Ratio } from '@jincun/kernel'
import type { FactorSheet } from '@jincun/policy'
import type { ApportionmentMethod } from '../apportion.ts'
import type { AllocationOptions } from '../factor-settings.ts'
import { sheetWeights } from '../factor-settings.ts'
import {
  compare,
  divide,
  fromDecimal,
  fromText,
  isZero,
  multiply,
  one,
  subtract,
  sum,
  toShortDecimal,
  toText,
  whole,
  zero,
} from '../rational.ts'
import type { AllocationSettings } from '../snapshot.ts'
import { moveWeight } from '../what-if.ts'

/** A set of settings while it is being changed: texts as typed, weights exact. */
export type Variant = { total: string; method: ApportionmentMethod; floor: string; cap: string; weights: Readonly<Record<string, Ratio>> }

const hundred = whole(100)

export const variantOfSheet = (sheet: FactorSheet, total: string): Variant => ({
  total,
  method: sheet.rounding,
  floor: String(sheet.floor),
  cap: sheet.cap === null ? '' : String(sheet.cap),
  weights: sheetWeights(sheet),
})

export const variantOfSettings = ({ total, method, floor, cap, weights }: AllocationSettings, sheet: FactorSheet): Variant => ({
  total: String(total),
  method,
  floor: String(floor),
  cap: cap === null ? '' : String(cap),
  weights: Object.fromEntries(sheet.factors.map(({ id }) => [id, weights[id] ? fromText(weights[id]) : zero])),
})

/** Points of 100 for the eye; up to four decimals. */
export const pointsOf = (weight: Ratio): string => toShortDecimal(multiply(weight, hundred), 4)
export const weightSum = (variant: Variant): Ratio => sum(Object.values(variant.weights))

/** Sets one weight to so many points; the others give way in proportion, so all still add up to 100. */
export const slideWeight = (variant: Variant, id: string, points: number): Variant => ({
  ...variant,
  weights: moveWeight(variant.weights, id, subtract(divide(whole(points), hundred), variant.weights[id] ?? zero)),
})

/** Sets one weight as typed and leaves the others; null when the text is no number from 0 to 100. */
export function typeWeight(variant: Variant, id: string, text: string): Variant | null {
  const points = fromDecimal(text.trim())
  if (!points || compare(points, zero) < 0 || compare(points, hundred) > 0) return null
  return { ...variant, weights: { ...variant.weights, [id]: divide(points, hundred) } }
}

/** Scales all weights so that they add up to 100; a variant without any weight stays as it is. */
export function rescaleWeights(variant: Variant): Variant {
  const total = weightSum(variant)
  if (isZero(total)) return variant
  return { ...variant, weights: Object.fromEntries(Object.entries(variant.weights).map(([id, weight]) => [id, divide(weight, total)])) }
}

/** Whether the weights can be used: they add up to exactly 100 points. */
export const isComplete = (variant: Variant): boolean => compare(weightSum(variant), one) === 0

const whole0 = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** The settings of a variant as the factor method takes them; texts that are no number become NaN, which is refused in words. */
export const optionsOfVariant = (
  { total, method, floor, cap, weights }: Variant,
  missing: AllocationSettings['missing'],
): AllocationOptions => ({
  total: whole0(total),
  method,
  floor: whole0(floor),
  cap: cap.trim() === '' ? null : whole0(cap),
  weights,
  missing,
})

export const settingsOfVariant = (
  { total, method, floor, cap, weights }: Variant,
  missing: AllocationSettings['missing'],
): AllocationSettings => ({
  total: whole0(total),
  method,
  floor: whole0(floor),
  cap: cap.trim() === '' ? null : whole0(cap),
  weights: Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, toText(weight)])),
  missing: { ...missing },
})
