import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { DayCell } from '../index.ts'

/**
 * Orders in force of a county from day to day by station, direction and category, summed from the rows themselves: corrected rows cancel out, each
 * order counts once, and what was paid back of it (at most its price) is found whenever it came. One query, whatever the span.
 */
export const dayCells = (tx: Transaction, countyCode: string, from: string, to: string): Promise<DayCell[]> =>
  tx.rows<DayCell>(sql`
    with orders as (
      select r.business_date, b.contractor, r.order_number, r.station, r.direction, r.category, sum(r.sign * r.amount_fen)::bigint as fen
      from transaction_row r join report_batch b on b.county_code = r.county_code and b.id = r.batch_id
      where r.county_code = ${countyCode} and r.business_date between ${from} and ${to} and r.refund_of is null
      group by r.business_date, b.contractor, r.order_number, r.station, r.direction, r.category having sum(r.sign) > 0
    ), netted as (
      select o.*, least(coalesce(f.fen, 0), o.fen)::bigint as refunded from orders o
      left join lateral (select sum(amount_fen) as fen from transaction_refund t where t.county_code = ${countyCode}
        and t.contractor = o.contractor and t.refund_of = o.order_number) f on true
    )
    select business_date as day, coalesce(station, '') as station, direction, category::int as category, count(*) as orders,
      sum(fen)::bigint as "amountFen", count(*) filter (where refunded >= fen) as "refundedOrders", sum(refunded)::bigint as "refundedFen"
    from netted group by 1, 2, 3, 4 order by 1, 2, 3, 4`)
