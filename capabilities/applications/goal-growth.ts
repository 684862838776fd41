import { scaled } from './amounts.ts'
import { percentText } from './percent.ts'
import type { Ratio } from '@jincun/kernel'
import type { Goal } from './work-plan.ts'

/** Target over baseline as exact whole numbers, and the whole years between them; the growth a goal aims at. */
export type Growth = { target: bigint; baseline: bigint; years: number }

/** Whole years from one day to the same day of a later year (29 February counts as 28); null for anything else. */
function wholeYears(from: string, to: string): number | null {
  const day = (date: string) => date.slice(5).replace('02-29', '02-28')
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return day(from) === day(to) && years >= 1 ? years : null
}

/**
 * The growth a goal aims at: of a growth goal its target percentage in one year; of a sales goal target over baseline, when they lie
 * whole years apart and the baseline is above zero. Null when the goal does not say.
 */
export function growthOf(goal: Goal): Growth | null {
  const { kind, baseline, target, baselineDate, targetDate } = goal
  if (target === null) return null
  if (kind.endsWith('-growth')) {
    const [percent, hundred] = scaled(target, '100')
    return { target: hundred + percent, baseline: hundred, years: 1 }
  }
  const years = baselineDate && targetDate ? wholeYears(baselineDate, targetDate) : null
  if (baseline === null || years === null) return null
  const [goalNumber, base] = scaled(target, baseline)
  return base > 0n ? { target: goalNumber, baseline: base, years } : null
}

/** Compares with a yearly rate, compounded over the goal's years: −1, 0 or 1, exactly. */
export function compareGrowth({ target, baseline, years }: Growth, { numerator, denominator }: Ratio): -1 | 0 | 1 {
  const power = BigInt(years)
  const left = target * denominator ** power
  const right = baseline * (denominator + numerator) ** power
  return left < right ? -1 : left > right ? 1 : 0
}

/** '25.00%' or '44.00%（2 年）'. */
export const growthText = ({ target, baseline, years }: Growth): string =>
  `${percentText(target - baseline, baseline)}${years > 1 ? `（${years} 年）` : ''}`
