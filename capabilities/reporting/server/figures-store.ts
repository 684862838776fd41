import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import { countiesWithin, jurisdictionPrefix } from '@jincun/places'
import { places } from '@jincun/places/server'
import type { FigureCell } from '../index.ts'

/** The counties of a place by their codes, as a range an index can follow. */
export function within(placeCode: string, column: Fragment = sql`county_code`): Fragment {
  const prefix = jurisdictionPrefix(placeCode)
  if (prefix === '') return sql`true`
  return prefix.length === 6 ? sql`${column} = ${prefix}` : sql`${column} >= ${prefix} and ${column} < ${`${prefix}:`}`
}

type CellRow = Omit<FigureCell, 'month'> & { month: string }

/** Cells of the roll-ups of a place, summed over its counties, by month, direction and category. `from` and `to` are months. */
export async function figureCells(tx: Transaction, placeCode: string, from: string, to: string): Promise<FigureCell[]> {
  const rows = await tx.rows<CellRow>(sql`select month, direction, category, sum(orders)::bigint as orders,
      sum(quantity_thousandths)::bigint as "quantityThousandths", sum(amount_fen)::bigint as "amountFen",
      sum(refunded_orders)::bigint as "refundedOrders", sum(refunded_fen)::bigint as "refundedFen"
    from transaction_rollup where ${within(placeCode)} and month between ${`${from}-01`} and ${`${to}-01`}
    group by month, direction, category order by month, direction, category`)
  return rows.map(row => ({ ...row, month: row.month.slice(0, 7), category: Number(row.category) }))
}

/** Cells of the parts of a place, summed over their months and categories: provinces of the nation, counties of a province or prefecture. */
export async function partCells(
  tx: Transaction,
  placeCode: string,
  from: string,
  to: string,
): Promise<(Omit<FigureCell, 'month' | 'category'> & { code: string })[]> {
  const part = placeCode === '000000' ? sql`left(county_code, 2) || '0000'` : sql`county_code::text`
  return tx.rows(sql`select ${part} as code, direction, sum(orders)::bigint as orders,
      sum(quantity_thousandths)::bigint as "quantityThousandths", sum(amount_fen)::bigint as "amountFen",
      sum(refunded_orders)::bigint as "refundedOrders", sum(refunded_fen)::bigint as "refundedFen"
    from transaction_rollup where ${within(placeCode)} and month between ${`${from}-01`} and ${`${to}-01`}
    group by 1, 2 order by 1, 2`)
}

export type Coverage = {
  counties: number
  countiesWithData: number
  countyMonths: number
  countyMonthsWithData: number
  asOf: string | null
}

/** How much of a place the figures rest on: counties and months with rows, and when the last row came. */
export async function figureCoverage(tx: Transaction, placeCode: string, from: string, to: string, months: number): Promise<Coverage> {
  const row = await tx.row<{ counties: bigint; cells: bigint; as_of: Date | null }>(sql`select count(distinct county_code) as counties,
      count(*) as cells, max(as_of) as as_of
    from (select county_code, month, max(as_of) as as_of from transaction_rollup
      where ${within(placeCode)} and month between ${`${from}-01`} and ${`${to}-01`} group by county_code, month) cell`)
  const counties = countiesWithin(places(), placeCode, '202012').length
  return {
    counties,
    countiesWithData: Number(row?.counties ?? 0n),
    countyMonths: counties * months,
    countyMonthsWithData: Number(row?.cells ?? 0n),
    asOf: row?.as_of?.toISOString() ?? null,
  }
}
