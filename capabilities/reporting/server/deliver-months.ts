import { createHash } from 'node:crypto'
import { recordDelivery } from '@jincun/acceptance/server'
import type { Transaction } from '@jincun/db'
import { assert, shanghaiDate } from '@jincun/kernel'
import { reportTypeFor } from '@jincun/policy'
import { signedContracts } from '@jincun/projects/server'
import type { Batch } from './batch.ts'
import type { ImportWork } from './import-ground.ts'

/** The same batch, contract, item and month are the same delivery, however often it is told. */
function deliveryId(...parts: readonly string[]): string {
  const hex = createHash('sha256')
    .update(`delivery ${parts.join(' ')}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Tells the gate of acceptance what a stored batch delivers (6.4d): for each of the contractor's data agreements every agreed item that the
 * transaction stream serves, for every month with an accepted row.
 */
export async function deliverMonths(tx: Transaction, work: ImportWork, batch: Batch): Promise<void> {
  const day = shanghaiDate(work.now)
  const served = reportTypeFor(work.policy, 'transactions', day).dataItems
  const contracts = (await signedContracts(tx, batch.countyCode)).filter(({ party }) => party.creditCode === batch.contractor)
  const stamp = { realm: batch.realm, personId: work.scope.personId, now: work.now, newId: work.newId }
  for (const contract of contracts)
    for (const item of contract.dataAgreement?.items.filter(each => served.includes(each)) ?? [])
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
