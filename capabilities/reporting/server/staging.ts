import { sql } from '@jincun/db'
import type { Transaction as Database } from '@jincun/db'
import type { Transaction } from '../index.ts'

const given = (text: string): string => (text === '' ? '\\N' : text)
const instant = (local: string): string => (local === '' ? '\\N' : `${local}+08`)

/** One row in PostgreSQL's text form. No value can hold a tab, a line feed or a backslash: the check lets letters, digits and -_./:# through. */
export const stagingLine = (row: Transaction): string =>
  `${row.row}\t${row.order}\t${row.businessTime.slice(0, 10)}\t${instant(row.businessTime)}\t${instant(row.entryTime)}\t${row.direction}\t${
    row.category
  }\t${row.quantityThousandths}\t${row.amountFen}\t${row.sellerPlace}\t${row.buyerPlace}\t${row.channel}\t${given(row.station)}\t${given(
    row.waybill,
  )}\t${given(row.paymentReference)}\t${given(row.refundOf)}\n`

/** The table rows wait in while they are compared with what is known: of this connection, empty at every transaction's end. */
export async function fillStaging(tx: Database, rows: Uint8Array): Promise<void> {
  await tx.run(sql`create temporary table if not exists transaction_staging (
    row_number bigint not null, order_number text collate "C" not null, business_date date not null, business_time timestamptz not null,
    entry_time timestamptz, direction text collate "C" not null, category smallint not null, quantity_thousandths bigint not null,
    amount_fen bigint not null, seller_place text collate "C" not null, buyer_place text collate "C" not null,
    channel text collate "C" not null, station text collate "C", waybill text collate "C", payment_reference text collate "C",
    refund_of text collate "C", fresh boolean not null default true
  ) on commit delete rows`)
  await tx.run(sql`delete from transaction_staging`)
  if (rows.length > 0)
    await tx.copyIn(
      sql`copy transaction_staging (row_number, order_number, business_date, business_time, entry_time, direction,
      category, quantity_thousandths, amount_fen, seller_place, buyer_place, channel, station, waybill, payment_reference, refund_of) from stdin`,
      rows,
    )
}
