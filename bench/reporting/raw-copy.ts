import { pipeline } from 'node:stream/promises'
import type { Database } from '@jincun/db'
import { createReadStream, createWriteStream } from 'node:fs'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

const batch = '00000000-0000-7000-8000-000000000000'

/**
 * Raw COPY of the very rows an import stored, into the very same table (partitions and key as they are), without any check, key, duplicate search
 * or roll-up: what the database alone can do. The rows go in under another batch and are taken out again. Answers
 * seconds by the clock and of PostgreSQL's processor.
 */
export async function rawCopy({ pool }: Database, file: string, postgres: () => Promise<number>) {
  const client = await pool.connect()
  try {
    const rows = `select county_code, business_date, '${batch}'::uuid, row_number, sign, realm, category, direction, quantity_thousandths,
      amount_fen, business_time, entry_time, order_number, refund_of, seller_place, buyer_place, channel, station, waybill, payment_reference
      from transaction_row order by row_number`
    await pipeline(client.query(copyTo(`copy (${rows}) to stdout`)), createWriteStream(file))
    await client.query('checkpoint')
    const spent = await postgres()
    const begun = performance.now()
    await pipeline(createReadStream(file, { highWaterMark: 1_048_576 }), client.query(copyFrom('copy transaction_row from stdin')))
    const seconds = (performance.now() - begun) / 1000
    const processorSeconds = (await postgres()) - spent
    await client.query(`delete from transaction_row where batch_id = '${batch}'`)
    return { seconds, processorSeconds }
  } finally {
    client.release()
  }
}
