import type { Ratio } from '@jincun/kernel'
import type { FactorSheet } from '@jincun/policy'
import { add, compare, divide, isZero, largest, one, ratio, smallest, subtract, sum, whole, zero } from './rational.ts'

export type Factor = FactorSheet['factors'][number]
export type Normalisation = Factor['normalisation']
export type MissingTreatment = Factor['missing']

/** How a province came to its normalised value: from its own figure, or by the treatment chosen for figures never published. */
export type Basis = 'published' | Exclude<MissingTreatment, 'refuse'>

/** used: the figure that counts; directed: turned so that more is better; normalised: null when the factor is left out for the province. */
export type FactorValue = { basis: Basis; raw: Ratio | null; used: Ratio | null; directed: Ratio | null; normalised: Ratio | null }

/** Figures of the whole column that a reader needs to recompute a value; null when no figure was published. */
export type ColumnFacts = { count: number; sum: Ratio; largest: Ratio; smallest: Ratio }

export function factsOf(values: readonly Ratio[]): ColumnFacts | null {
  const [first, ...others] = values
  if (!first) return null
  return { count: values.length, sum: sum(values), largest: largest([first, ...others]), smallest: smallest([first, ...others]) }
}

/**
 * One directed value among all of its column.
 * share: value ÷ sum; max: value ÷ largest; min-max: (value − smallest) ÷ (largest − smallest);
 * rank: (number below + (number equal + 1) ÷ 2) ÷ number of values, so equals share a rank and the best alone gets 1.
 * Where every value is the same the factor tells no one apart and all get the same: 1/n for share, 1 for max and min-max.
 */
export function normaliseOne(value: Ratio, column: readonly Ratio[], facts: ColumnFacts, normalisation: Normalisation): Ratio {
  if (normalisation === 'share') return isZero(facts.sum) ? ratio(1n, BigInt(facts.count)) : divide(value, facts.sum)
  if (normalisation === 'max') return isZero(facts.largest) ? one : divide(value, facts.largest)
  if (normalisation === 'min-max') {
    const range = subtract(facts.largest, facts.smallest)
    return isZero(range) ? one : divide(subtract(value, facts.smallest), range)
  }
  const below = column.filter(other => compare(other, value) < 0).length
  const equal = column.filter(other => compare(other, value) === 0).length
  return ratio(BigInt(2 * below + equal + 1), BigInt(2 * facts.count))
}

/** Less is better is turned round as largest + smallest − value: exact, linear, and the best figure stays the best. */
export const directedValue = (used: Ratio, better: Factor['better'], facts: ColumnFacts): Ratio =>
  better === 'higher' ? used : subtract(add(facts.largest, facts.smallest), used)

/** The figure that counts for a province whose own was never published; null = the factor is left out or scores zero. */
const stepsIn = (treatment: Basis, facts: ColumnFacts | null): Ratio | null =>
  treatment === 'mean' && facts ? divide(facts.sum, whole(facts.count)) : null

/**
 * Normalises one factor over all provinces.
 * reweight: a province without the figure is left out of this factor and its other weights are scaled up;
 * zero: it scores zero here (its figure is not taken to be zero, which would reward it where less is better);
 * mean: it is given the mean of the published figures, and that mean counts in the sum, largest and smallest like any other.
 */
export function normaliseFactor(
  raws: readonly (Ratio | null)[],
  factor: Pick<Factor, 'better' | 'normalisation'>,
  missing: Basis,
): FactorValue[] {
  const published = factsOf(raws.filter(raw => raw !== null))
  const used = raws.map(raw => raw ?? stepsIn(missing, published))
  const usedFacts = factsOf(used.filter(value => value !== null))
  const directed = used.map(value => (value && usedFacts ? directedValue(value, factor.better, usedFacts) : null))
  const column = directed.filter(value => value !== null)
  const facts = factsOf(column)
  return raws.map((raw, index) => {
    const value = directed[index] ?? null
    const unpublished = missing === 'zero' ? zero : null
    return {
      basis: raw ? 'published' : missing,
      raw,
      used: used[index] ?? null,
      directed: value,
      normalised: value && facts ? normaliseOne(value, column, facts, factor.normalisation) : unpublished,
    }
  })
}
