import type { Ratio } from '@jincun/kernel'
import type { Allocation } from './allocate.ts'
import type { Basis } from './normalise.ts'
import { toDecimal, toShortDecimal } from './rational.ts'

/** Digits after the point of scores and of exact quotas; the fractions behind them are on the working sheet. */
export const scoreDigits = 12
export const exactDigits = 10

/** One factor of one province: `basis` says whether its own figure counted or how the missing one was treated. */
export type FactorInDocument = { id: string; raw: number | null; normalised: number | null; weight: number; weighted: number; basis: Basis }
export type ProvinceInDocument = { code: string; name: string; score: number; exact: number; quota: number; factors: FactorInDocument[] }
/** The result as other programs read it. */
export type AllocationDocument = { year: number; total: number; method: string; inputsHash: string; provinces: ProvinceInDocument[] }

/** At most 15 significant digits, which a JSON number carries without loss. */
const figure = (value: Ratio, digits: number): number => Number(toDecimal(value, digits))

/** The result with scores to 12 and exact quotas to 10 digits after the point. The same allocation gives the same bytes. */
export function allocationDocument({ year, total, method, inputsHash, provinces }: Allocation): AllocationDocument {
  return {
    year,
    total,
    method,
    inputsHash,
    provinces: provinces.map(({ code, name, score, exact, quota, factors }) => ({
      code,
      name,
      score: figure(score, scoreDigits),
      exact: figure(exact, exactDigits),
      quota,
      factors: factors.map(({ id, raw, normalised, weight, weighted, basis }) => ({
        id,
        raw: raw && Number(toShortDecimal(raw, exactDigits)),
        normalised: normalised && figure(normalised, scoreDigits),
        weight: figure(weight, scoreDigits),
        weighted: figure(weighted, scoreDigits),
        basis,
      })),
    })),
  }
}
