import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { within } from './figures-store.ts'

/** A cell of the roll-ups that is not what its rows make. */
export type RollupFault = { countyCode: string; month: string; direction: string; category: number; kept: string; counted: string }

/**
 * Counts every roll-up of a place again from the rows, by another way than they are kept up: orders by their signs, refunds by looking up the
 * order they refund. Answers the cells that differ; none is the proof.
 */
export async function recountRollups(tx: Transaction, placeCode: string): Promise<{ cells: number; faults: RollupFault[] }> {
  const rows = await tx.rows<RollupFault & { differs: boolean }>(sql`
    with made as (
      select county_code, realm, date_trunc('month', business_date)::date as month, direction, category,
        coalesce(sum(sign) filter (where refund_of is null), 0) as orders,
        coalesce(sum(sign * quantity_thousandths) filter (where refund_of is null), 0) as quantity,
        coalesce(sum(sign * amount_fen) filter (where refund_of is null), 0) as fen,
        0::numeric as refunded, 0::numeric as refunded_fen,
        coalesce(sum(sign) filter (where refund_of is not null), 0) as made,
        coalesce(sum(sign * amount_fen) filter (where refund_of is not null), 0) as made_fen
      from transaction_row where ${within(placeCode)} group by 1, 2, 3, 4, 5
    ), refunded as (
      select o.county_code, o.realm, date_trunc('month', o.business_date)::date as month, o.direction, o.category,
        0::numeric, 0::numeric, 0::numeric, count(*)::numeric, sum(f.amount_fen), 0::numeric, 0::numeric
      from transaction_key fk
      join transaction_row f on f.county_code = fk.county_code and f.business_date = fk.business_date and f.batch_id = fk.batch_id
        and f.row_number = fk.row_number and f.sign = 1 and f.refund_of is not null
      join transaction_key k on k.county_code = fk.county_code and k.contractor = fk.contractor and k.order_number = f.refund_of
      join transaction_row o on o.county_code = k.county_code and o.business_date = k.business_date and o.batch_id = k.batch_id
        and o.row_number = k.row_number and o.sign = 1 and o.refund_of is null
      where ${within(placeCode, sql`fk.county_code`)} group by 1, 2, 3, 4, 5
    ), counted as (
      select county_code, realm, month, direction, category, sum(orders) as orders, sum(quantity) as quantity, sum(fen) as fen,
        sum(refunded) as refunded, sum(refunded_fen) as refunded_fen, sum(made) as made, sum(made_fen) as made_fen
      from (select * from made union all select * from refunded) parts group by 1, 2, 3, 4, 5
    ), kept as (select * from transaction_rollup where ${within(placeCode)})
    select coalesce(c.county_code, t.county_code) as "countyCode", coalesce(c.month, t.month)::text as month,
      coalesce(c.direction, t.direction) as direction, coalesce(c.category, t.category)::int as category,
      concat_ws(' ', t.orders, t.quantity_thousandths, t.amount_fen, t.refunded_orders, t.refunded_fen, t.refunds_made_orders,
        t.refunds_made_fen) as kept,
      concat_ws(' ', c.orders, c.quantity, c.fen, c.refunded, c.refunded_fen, c.made, c.made_fen) as counted,
      (coalesce(t.orders, 0), coalesce(t.quantity_thousandths, 0), coalesce(t.amount_fen, 0), coalesce(t.refunded_orders, 0),
        coalesce(t.refunded_fen, 0), coalesce(t.refunds_made_orders, 0), coalesce(t.refunds_made_fen, 0))
      is distinct from (coalesce(c.orders, 0), coalesce(c.quantity, 0), coalesce(c.fen, 0), coalesce(c.refunded, 0),
        coalesce(c.refunded_fen, 0), coalesce(c.made, 0), coalesce(c.made_fen, 0)) as differs
    from counted c full join kept t using (county_code, realm, month, direction, category)`)
  const faults = rows.filter(({ differs }) => differs).map(({ differs: _, ...fault }) => fault)
  return { cells: rows.length, faults }
}
