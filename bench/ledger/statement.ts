import { fundOf, leg, legId, lineAccount } from '@jincun/ledger'
import { balancesOf, postTransfers, statementOf } from '@jincun/ledger/server'
import { testBatch, testPaper } from '@jincun/ledger/testing'
import { median, milliseconds, percentile } from '../round/measure.ts'
import type { Measured } from '../round/measure.ts'
import { lines, scope, stamp } from './scratch.ts'
import type { LedgerScratch } from './scratch.ts'

const entries = 1_000_000
const batchSize = 5000

const dayOf = (batch: number): string =>
  new Date(Date.UTC(2020, 0, 1 + Math.floor((batch * batchSize * 366) / entries))).toISOString().slice(0, 10)

/** A million entries on one account, over the days of a year, posted like all others. */
async function fill({ database, counties }: LedgerScratch): Promise<void> {
  const county = counties[0] ?? ''
  const fund = fundOf(county, testBatch)
  for (let batch = 0; batch < entries / batchSize; batch++) {
    const transfers = Array.from({ length: batchSize }, (_, index) => {
      const line = lineAccount(county, testBatch, `line-${index % lines}`, '')
      return leg({ ...testPaper(legId('statement', `${batch} ${index}`)), businessDate: dayOf(batch) }, 'budget', fund, line, 1n)
    })
    await database.transaction(scope, 'write', async tx => {
      const posted = await postTransfers(tx, stamp, transfers)
      if (!posted.ok) throw new Error(posted.reason.message.en)
    })
  }
}

/** Pages of 50 lines at the beginning, in the middle and at the end of the account's million, with opening and closing balance. */
export async function measureStatement(scratch: LedgerScratch): Promise<Measured[]> {
  await fill(scratch)
  const { database, counties } = scratch
  const [account] = await database.transaction(scope, 'read', tx => balancesOf(tx, { countyCode: counties[0] ?? '', kinds: ['fund'] }))
  if (!account) throw new Error('the fund of the first county')
  const range = { from: '2020-01-01', to: '2020-12-31' }
  const samples: number[] = []
  for (const skip of [0, 250_000, 500_000, 750_000, 999_900])
    for (let run = 0; run < 5; run++) {
      const begun = performance.now()
      const page = await database.transaction(scope, 'read', tx => statementOf(tx, account, range, { skip, size: 50 }))
      samples.push(performance.now() - begun)
      if (page.lines.length !== 50) throw new Error(`page at ${skip} has ${page.lines.length} lines`)
    }
  const [first = 0, ...rest] = samples
  const begun = performance.now()
  await database.transaction(scope, 'read', tx => balancesOf(tx, { countyCode: counties[0] ?? '', on: '2020-07-01' }))
  const balance = performance.now() - begun
  return [
    {
      promise: `statement of an account with ${account.entries.toLocaleString('en')} entries, page of 50 (aim < 100 ms): median / the first, cold / slowest of the rest`,
      value: `${milliseconds(median(samples))} / ${milliseconds(first)} / ${milliseconds(percentile(rest, 1))}`,
    },
    { promise: 'trial balance of that book at a day in the middle', value: milliseconds(balance) },
  ]
}
