import { join, sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'

export type RowFilter = {
  from: string
  to: string
  direction?: 'up' | 'down' | undefined
  category?: number | undefined
  page: number
  size: number
}

export type TransactionView = {
  orderNumber: string
  businessTime: Date
  entryTime: Date | null
  direction: 'up' | 'down'
  category: number
  quantityThousandths: bigint
  amountFen: bigint
  sellerPlace: string
  buyerPlace: string
  channel: string
  station: string | null
  waybill: string | null
  paymentReference: string | null
  refundOf: string | null
  sign: number
  batchId: string
  rowNumber: number
  contractor: string
}

/** What a row shows, of `r` and its batch `b`. */
export const columns = sql`r.order_number as "orderNumber", r.business_time as "businessTime", r.entry_time as "entryTime", r.direction,
  r.category::int as category, r.quantity_thousandths as "quantityThousandths", r.amount_fen as "amountFen", r.seller_place as "sellerPlace",
  r.buyer_place as "buyerPlace", r.channel, r.station, r.waybill, r.payment_reference as "paymentReference", r.refund_of as "refundOf",
  r.sign::int as sign, r.batch_id as "batchId", r.row_number::int as "rowNumber", b.contractor`

export const joined = sql`transaction_row r join report_batch b on b.county_code = r.county_code and b.id = r.batch_id`

/** A page of the rows behind a cell, by day; all that were ever taken, corrected ones with their reversal. */
export async function rowsOfCell(
  tx: Transaction,
  countyCode: string,
  filter: RowFilter,
): Promise<{ rows: TransactionView[]; total: number }> {
  const conditions: Fragment[] = [
    sql`r.county_code = ${countyCode} and r.business_date >= ${`${filter.from}-01`} and r.business_date < ${`${filter.to}-01`}::date + interval '1 month'`,
    ...(filter.direction ? [sql`r.direction = ${filter.direction}`] : []),
    ...(filter.category === undefined ? [] : [sql`r.category = ${filter.category}`]),
  ]
  const where = join(conditions, sql` and `)
  const rows = await tx.rows<TransactionView>(sql`select ${columns} from ${joined} where ${where}
    order by r.business_date, r.batch_id, r.row_number, r.sign limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)
  const total = await tx.row<{ n: bigint }>(sql`select count(*) as n from transaction_row r where ${where}`)
  return { rows, total: Number(total?.n ?? 0n) }
}

/** Every version of an order and of the refunds that name it, in the sequence they were taken. Each but the last was replaced by the next. */
export const versionsOfOrder = (tx: Transaction, countyCode: string, contractor: string, order: string): Promise<TransactionView[]> =>
  tx.rows<TransactionView>(sql`
    with named as (
      select ${order}::text as order_number
      union select order_number from transaction_refund
        where county_code = ${countyCode} and contractor = ${contractor} and refund_of = ${order}
    ), located as (
      select business_date, batch_id, row_number, version from transaction_version
        where county_code = ${countyCode} and contractor = ${contractor} and order_number in (select order_number from named)
      union all select business_date, batch_id, row_number, version from transaction_key
        where county_code = ${countyCode} and contractor = ${contractor} and order_number in (select order_number from named)
    )
    select ${columns} from located l
    cross join lateral (select * from transaction_row o where o.county_code = ${countyCode} and o.business_date = l.business_date
      and o.batch_id = l.batch_id and o.row_number = l.row_number and o.sign = 1 offset 0) r
    join report_batch b on b.county_code = r.county_code and b.id = r.batch_id
    order by b.received_at, l.version, r.batch_id, r.row_number limit 500`)
