import type { Fen } from '@jincun/kernel'

export type Loan = {
  principal: Fen
  /** Yearly rate in hundredths of a per cent: 4.35 % is 435. */
  rateBasisPoints: number
  /** Days for which interest was paid. */
  days: number
  /** Share of the interest that is subsidised, in hundredths of a per cent. */
  subsidisedBasisPoints: number
  cap: Fen
}

const daysOfYear = 360n // Banks reckon the day's rate as the year's over 360.

/**
 * 贷款贴息 (3.0): interest = principal × yearly rate × days ÷ 360; subsidy = interest × share, at most the cap. Both rounded down to the 分,
 * so that no more is paid than the paper shows.
 */
export function loanInterestSubsidy({ principal, rateBasisPoints, days, subsidisedBasisPoints, cap }: Loan): {
  interest: Fen
  subsidy: Fen
} {
  const numerator = principal * BigInt(rateBasisPoints) * BigInt(days)
  const interest = numerator / (10_000n * daysOfYear)
  const share = (numerator * BigInt(subsidisedBasisPoints)) / (10_000n * daysOfYear * 10_000n)
  return { interest, subsidy: share < cap ? share : cap }
}
