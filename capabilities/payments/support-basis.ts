import type { Fen } from '@jincun/kernel'
import { FenText } from '@jincun/projects'
import { z } from 'zod'
import { loanInterestSubsidy } from './loan-interest-subsidy.ts'
import { rewardInLieu } from './reward-in-lieu.ts'

const Points = z.number().int().min(0).max(10_000)

/** The sum behind an amount, by support mode (3.0); every part is kept, so that anyone can add it up again. */
export const SupportBasis = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('loan-interest-subsidy'),
    principalFen: FenText,
    rateBasisPoints: Points,
    days: z.number().int().min(1).max(3660),
    subsidisedBasisPoints: Points,
    capFen: FenText,
  }),
  z.strictObject({
    mode: z.literal('reward-in-lieu'),
    standardFen: FenText,
    measured: z.number().int().min(0),
    investmentFen: FenText,
    ratioBasisPoints: Points,
    capFen: FenText,
  }),
])
export type SupportBasis = z.infer<typeof SupportBasis>

/** The most that the basis lets be paid, in 分. */
export function amountOfBasis(basis: SupportBasis): Fen {
  if (basis.mode === 'loan-interest-subsidy')
    return loanInterestSubsidy({
      principal: BigInt(basis.principalFen),
      rateBasisPoints: basis.rateBasisPoints,
      days: basis.days,
      subsidisedBasisPoints: basis.subsidisedBasisPoints,
      cap: BigInt(basis.capFen),
    }).subsidy
  return rewardInLieu({
    standard: BigInt(basis.standardFen),
    measured: basis.measured,
    investment: BigInt(basis.investmentFen),
    ratioBasisPoints: basis.ratioBasisPoints,
    cap: BigInt(basis.capFen),
  }).reward
}
