import type { Transaction } from '@jincun/db'
import { entriesOfRecords } from '@jincun/ledger/server'
import { paymentsOfContracts, stepsOfRequests } from './payment-store.ts'
import { termsOfContracts } from './terms-store.ts'

/** How contracts were paid, for an evidence pack: terms of support, each request with every hand it went through and its voucher, and the entries. */
export async function paymentFileOf(tx: Transaction, countyCode: string, contractIds: readonly string[]) {
  const requests = await paymentsOfContracts(tx, countyCode, contractIds)
  const ids = requests.map(({ request }) => request.id)
  const steps = await stepsOfRequests(tx, ids)
  return {
    supportTerms: await termsOfContracts(tx, contractIds),
    payments: requests.map(record => ({ ...record, steps: steps.filter(({ requestId }) => requestId === record.request.id) })),
    ledgerEntries: await entriesOfRecords(tx, [countyCode], ids),
  }
}
