import type { Fen } from '@jincun/kernel'
import type { Direction } from './transaction.ts'

/**
 * Orders in force of one business day by station, direction and category, as summed from the rows. `refundedFen` is what was paid back of these
 * very orders, whenever; `refundedOrders` those paid back whole. Station '' is none named.
 */
export type DayCell = {
  day: string
  station: string
  direction: Direction
  category: number
  orders: bigint
  amountFen: Fen
  refundedOrders: bigint
  refundedFen: Fen
}

/** Money of one category; the code is the ministry's and says the direction. */
export type DailyCategory = { category: number; amountFen: Fen; refundedFen: Fen }

/** One direction of a station's day. Orders and money stand apart: neither follows from the other. */
export type DailySide = { orders: bigint; refundedOrders: bigint; categories: DailyCategory[] }

/** What a station bought and sold on behalf on a day (6.4c); the two are never added. */
export type DailyStation = { station: string; buy: DailySide; sell: DailySide }

export type DailyReport = {
  day: string
  stations: DailyStation[]
  /** Orders that name no station: of the county's figures, of no station's report. */
  withoutStation: Pick<DailyStation, 'buy' | 'sell'>
}

function sideOf(cells: readonly DayCell[], direction: Direction): DailySide {
  const own = cells.filter(cell => cell.direction === direction)
  const sum = (of: (cell: DayCell) => bigint): bigint => own.reduce((total, cell) => total + of(cell), 0n)
  return {
    orders: sum(({ orders }) => orders),
    refundedOrders: sum(({ refundedOrders }) => refundedOrders),
    categories: own
      .map(({ category, amountFen, refundedFen }) => ({ category, amountFen, refundedFen }))
      .sort((a, b) => a.category - b.category),
  }
}

const sidesOf = (cells: readonly DayCell[]) => ({ buy: sideOf(cells, 'down'), sell: sideOf(cells, 'up') })

/** The daily station report of one day, derived from its transactions: nobody types it, so it cannot differ from them. */
export function dailyReportOf(day: string, cells: readonly DayCell[]): DailyReport {
  const own = cells.filter(cell => cell.day === day)
  const stations = [...new Set(own.map(({ station }) => station))].filter(station => station !== '').sort()
  return {
    day,
    stations: stations.map(station => ({ station, ...sidesOf(own.filter(cell => cell.station === station)) })),
    withoutStation: sidesOf(own.filter(({ station }) => station === '')),
  }
}
