import { appendAudit, sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { accept, asJson } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { addRecord, listRecords } from '@jincun/projects/server'
import type { DataDelivery } from '../index.ts'
import { deliveries } from './kinds.ts'

/** Who hands data in, when, and in which realm. */
export type DeliveryStamp = { realm: string; personId: string | null; now: Date; newId: () => string }

/**
 * Records data of a month as handed in (6.4d). For reporting, which receives the rows themselves: what it has stored counts at the gate without
 * anyone typing it again. The same delivery again is the first time's success.
 */
export async function recordDelivery(tx: Transaction, delivery: DataDelivery, stamp: DeliveryStamp): Promise<Result<null>> {
  const added = await addRecord(tx, deliveries, delivery, stamp)
  if (!added.ok) return added
  if (added.value.isNew)
    await appendAudit(tx, {
      countyCode: delivery.countyCode,
      at: stamp.now,
      realm: stamp.realm,
      personId: stamp.personId,
      action: 'acceptance.deliver',
      recordKind: 'data_delivery',
      recordId: delivery.id,
      before: null,
      after: asJson(delivery),
    })
  return accept(null)
}

/** All data handed in of a county, in the order it came. */
export const deliveriesOf = (tx: Transaction, countyCode: string): Promise<DataDelivery[]> =>
  listRecords(tx, deliveries, sql`county_code = ${countyCode}`)
