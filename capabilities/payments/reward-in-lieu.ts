import type { Fen } from '@jincun/kernel'

export type Reward = {
  /** For one unit of the measured result. */
  standard: Fen
  measured: number
  /** What the firm invested; its ratio limits the reward. */
  investment: Fen
  ratioBasisPoints: number
  cap: Fen
}

/** 以奖代补 (3.0): standard × measured result, at most the ratio of the investment and at most the cap. Says which limit was reached. */
export function rewardInLieu({ standard, measured, investment, ratioBasisPoints, cap }: Reward): {
  reward: Fen
  limitedBy: 'result' | 'ratio' | 'cap'
} {
  const byResult = standard * BigInt(measured)
  const byRatio = (investment * BigInt(ratioBasisPoints)) / 10_000n
  if (byResult <= byRatio && byResult <= cap) return { reward: byResult, limitedBy: 'result' }
  return byRatio <= cap ? { reward: byRatio, limitedBy: 'ratio' } : { reward: cap, limitedBy: 'cap' }
}
