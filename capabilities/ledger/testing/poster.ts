// A program that posts to the ledger: reads batches from standard input, one JSON line each, and answers with a line for each once it is
// committed. Tests and the fuzz kill it at random points.
import { createInterface } from 'node:readline'
import { openDatabase } from '@jincun/db'
import type { Transfer } from '../index.ts'
import { postTransfers } from '../server/post-transfers.ts'

const [url = '', realm = ''] = process.argv.slice(2)
const database = openDatabase(url, { connections: 1 })
const scope = { personId: 'poster', realm, jurisdictions: ['*'] }

type Batch = { number: number; transfers: (Omit<Transfer, 'amount'> & { amount: string })[] }

for await (const line of createInterface({ input: process.stdin })) {
  const batch = JSON.parse(line) as Batch
  const transfers = batch.transfers.map(transfer => ({ ...transfer, amount: BigInt(transfer.amount) }))
  const stamp = { realm, personId: 'poster', now: new Date() }
  const result = await database.transaction(scope, 'write', async tx => {
    const posted = await postTransfers(tx, stamp, transfers)
    if (!posted.ok) throw new Error(posted.reason.message.en)
    return posted
  })
  process.stdout.write(`${JSON.stringify({ number: batch.number, ...result.value })}\n`)
}
await database.close()
