import { dataAsked } from '@jincun/acceptance'
import { recordDelivery } from '@jincun/acceptance/server'
import type { Transaction } from '@jincun/db'
import { assert, shanghaiDate } from '@jincun/kernel'
import { reportTypeFor } from '@jincun/policy'
import { derivedId } from '@jincun/proof'
import type { Batch } from './batch.ts'
import type { EndingWork } from './import-ground.ts'
import { owingOf } from './owing.ts'

/** The same batch, contract, item and month are the same delivery, however often it is told. */
const deliveryId = (...parts: readonly string[]): string => derivedId(`delivery ${parts.join(' ')}`)

/**
 * Tells the gate of acceptance what a stored batch delivers (6.4d): for each of the contractor's data agreements everything asked of it that
 * the transaction stream serves, for every month with an accepted row.
 */
export async function deliverMonths(tx: Transaction, work: EndingWork, batch: Batch): Promise<void> {
  const day = shanghaiDate(work.now)
  const served = reportTypeFor(work.policy, 'transactions', day).dataItems
  const owing = await owingOf(tx, batch.countyCode, { code: batch.contractor })
  const stamp = { realm: batch.realm, personId: work.personId, now: work.now, newId: work.newId }
  for (const { contract, sites } of owing)
    for (const item of dataAsked(work.policy, contract, sites).filter(each => served.includes(each)))
      for (const [month, rows] of Object.entries(batch.months)) {
        const id = deliveryId(batch.id, contract.id, item, month)
        const { countyCode, id: fileId } = batch
        const told = await recordDelivery(
          tx,
          { id, countyCode, contractId: contract.id, item, month, rows, fileId, deliveredOn: day },
          stamp,
        )
        assert(told.ok, `delivery ${id} is recorded once`)
      }
}
