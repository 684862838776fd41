import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import { columns, joined } from './rows-store.ts'
import type { TransactionView } from './rows-store.ts'

/** One order in force as signals look at it. `at`: seconds of the Asia/Shanghai clock since 1970-01-01 00:00 there. */
export type OrderInForce = {
  order: string
  contractor: string
  station: string
  at: number
  up: boolean
  category: number
  quantityThousandths: number
  amountFen: number
  sellerPlace: string
  buyerPlace: string
  channel: string
  waybill: string
  payment: string
  refundOf: string
}

const inForce = sql`r.sign = 1 and exists (select from transaction_key k where k.county_code = r.county_code and k.contractor = b.contractor
  and k.order_number = r.order_number and k.batch_id = r.batch_id and k.row_number = r.row_number)`

const between = (countyCode: string, from: string, to: string): Fragment =>
  sql`r.county_code = ${countyCode} and r.business_date >= ${`${from}-01`} and r.business_date < ${`${to}-01`}::date + interval '1 month'`

/** Orders and refunds in force of a county from month to month (YYYY-MM), at most `limit`. */
export const ordersInForce = (tx: Transaction, countyCode: string, from: string, to: string, limit: number): Promise<OrderInForce[]> =>
  tx.rows<OrderInForce>(sql`select r.order_number as "order", b.contractor, coalesce(r.station, '') as station,
      extract(epoch from r.business_time at time zone 'Asia/Shanghai')::float8 as at, r.direction = 'up' as up, r.category::int as category,
      r.quantity_thousandths::float8 as "quantityThousandths", r.amount_fen::float8 as "amountFen", r.seller_place as "sellerPlace",
      r.buyer_place as "buyerPlace", r.channel, coalesce(r.waybill, '') as waybill, coalesce(r.payment_reference, '') as payment,
      coalesce(r.refund_of, '') as "refundOf"
    from ${joined} where ${between(countyCode, from, to)} and ${inForce} limit ${limit}`)

/** Every station that reported an order in the year up to a month, with who reported it. */
export const stationsBefore = (tx: Transaction, countyCode: string, to: string): Promise<{ station: string; contractor: string }[]> =>
  tx.rows(sql`select distinct r.station, b.contractor from ${joined} where r.county_code = ${countyCode} and r.station is not null and r.sign = 1
    and r.business_date >= ${`${to}-01`}::date - interval '11 months' and r.business_date < ${`${to}-01`}::date + interval '1 month' order by 1, 2`)

/** The orders named, as they are in force now. */
export const rowsOfOrders = (
  tx: Transaction,
  countyCode: string,
  named: readonly { contractor: string; order: string }[],
): Promise<TransactionView[]> =>
  tx.rows<TransactionView>(sql`select ${columns}
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n(contractor text, "order" text)
    join transaction_key k on k.county_code = ${countyCode} and k.contractor = n.contractor and k.order_number = n."order"
    cross join lateral (select * from transaction_row o where o.county_code = k.county_code and o.business_date = k.business_date
      and o.batch_id = k.batch_id and o.row_number = k.row_number and o.sign = 1 offset 0) r
    join report_batch b on b.county_code = r.county_code and b.id = r.batch_id
    order by r.business_time, r.order_number`)
