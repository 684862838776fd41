import type { DailySide, DailyStation } from '@jincun/reporting'

export const emptySide: DailySide = { orders: 0n, refundedOrders: 0n, categories: [] }

/** A station's day with so many orders and so much money by category; nothing paid back. */
export function stationDay(
  station: string,
  buy: { orders: bigint; fen: Record<number, bigint> },
  sell: { orders: bigint; fen: Record<number, bigint> } = { orders: 0n, fen: {} },
): DailyStation {
  const side = ({ orders, fen }: typeof buy): DailySide => ({
    orders,
    refundedOrders: 0n,
    categories: Object.entries(fen).map(([category, amountFen]) => ({ category: Number(category), amountFen, refundedFen: 0n })),
  })
  return { station, buy: side(buy), sell: side(sell) }
}
