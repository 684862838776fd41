import type { Fen } from '@jincun/kernel'

/**
 * 购买服务 (3.0): a contract's price split by stages, e.g. 40 %, 40 %, 15 %, 5 %. Each is rounded down to the 分 and the last takes the rest,
 * so that the stages always sum to the price. Throws when the shares do not sum to 100 %.
 */
export function stagePayments(price: Fen, basisPoints: readonly number[]): Fen[] {
  if (basisPoints.reduce((sum, share) => sum + share, 0) !== 10_000) throw new Error('The stages of a contract sum to 100 %')
  const parts = basisPoints.map(share => (price * BigInt(share)) / 10_000n)
  const rest = price - parts.reduce((sum, part) => sum + part, 0n)
  return parts.map((part, index) => (index === parts.length - 1 ? part + rest : part))
}
