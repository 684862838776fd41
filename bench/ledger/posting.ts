import { fundOf, leg, legId, lineAccount } from '@jincun/ledger'
import type { Transfer } from '@jincun/ledger'
import { postTransfers } from '@jincun/ledger/server'
import { testBatch, testPaper } from '@jincun/ledger/testing'
import { milliseconds, percentile } from '../round/measure.ts'
import type { Measured } from '../round/measure.ts'
import { connections, lines, scope, stamp } from './scratch.ts'
import type { LedgerScratch } from './scratch.ts'

const batchSize = 1000
const batches = 10
let made = 0

/** Transfers from a county's fund to its lines in turn, 1 分 each. */
function transfersOf(county: string, count: number): Transfer[] {
  return Array.from({ length: count }, () => {
    const index = made++ % lines
    const line = lineAccount(county, testBatch, `line-${index}`, '')
    return leg(testPaper(legId('bench', String(made))), 'budget', fundOf(county, testBatch), line, 1n)
  })
}

const inParallel = (work: (index: number) => Promise<void>) => Promise.all(Array.from({ length: connections }, (_, index) => work(index)))

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

async function postBatches({ database, counties }: LedgerScratch, count: number, size: number): Promise<number> {
  const work = counties.map(county => Array.from({ length: count }, () => transfersOf(county, size)))
  return seconds(() =>
    inParallel(async index => {
      for (const transfers of work[index] ?? [])
        await database.transaction(scope, 'write', async tx => {
          const posted = await postTransfers(tx, stamp, transfers)
          if (!posted.ok) throw new Error(posted.reason.message.en)
        })
    }),
  )
}

const columns = (transfer: Transfer, seq: number, hash: Buffer): unknown[] => [
  transfer.countyCode,
  transfer.id,
  'demo',
  seq,
  transfer.debit,
  transfer.credit,
  transfer.amount.toString(),
  transfer.phase,
  transfer.kind,
  transfer.reserves,
  transfer.corrects,
  transfer.movement,
  transfer.businessDate,
  transfer.reason,
  transfer.clause,
  transfer.document,
  transfer.recordKind,
  transfer.recordId,
  hash,
  stamp.now,
  'bench',
]

/** The statement `insert into t values (…), (…), …` of that many rows. */
const multiRow = (table: string, rows: number, width: number): string =>
  `insert into ${table} values ${Array.from({ length: rows }, (_, row) => `(${Array.from({ length: width }, (_, column) => `$${row * width + column + 1}`).join(',')})`).join(',')}`

async function insertRaw({ owner, counties }: LedgerScratch, table: string): Promise<number> {
  const hash = Buffer.alloc(32)
  const work = counties.map(county =>
    Array.from({ length: batches }, (_, batch) =>
      transfersOf(county, batchSize).map((each, row) => columns(each, batch * batchSize + row + 1, hash)),
    ),
  )
  const text = multiRow(table, batchSize, 21)
  return seconds(() =>
    inParallel(async index => {
      for (const rows of work[index] ?? []) await owner.pool.query({ name: table, text, values: rows.flat() })
    }),
  )
}

const perSecond = (count: number, time: number) => `${Math.round(count / time).toLocaleString('en')} /s`

/** Posted transfers a second in batches of 1,000 over 16 connections, raw inserts of the same rows, and the tail of single posts. */
export async function measurePosting(scratch: LedgerScratch): Promise<Measured[]> {
  await scratch.owner.pool.query('create table bare_same (like ledger_transfer including all)')
  await scratch.owner.pool.query('create table bare_plain (like ledger_transfer, primary key (county_code, id))')
  const total = connections * batches * batchSize
  await postBatches(scratch, 1, batchSize) // Warms plans and caches.
  const posted = await postBatches(scratch, batches, batchSize)
  const same = await insertRaw(scratch, 'bare_same')
  const plain = await insertRaw(scratch, 'bare_plain')
  const share = (raw: number) => `${Math.round((raw / posted) * 100)} %`
  return [
    { promise: `posted transfers, ${connections} connections, batches of ${batchSize}`, value: perSecond(total, posted) },
    { promise: 'raw multi-row inserts of the same rows, same table with its indexes', value: perSecond(total, same) },
    { promise: 'posting as a share of raw inserts (aim ≥ 40 %)', value: share(same) },
    { promise: 'raw multi-row inserts, table with its primary key only', value: perSecond(total, plain) },
    { promise: 'posting as a share of that', value: share(plain) },
    ...(await measureSingles(scratch)),
  ]
}

async function measureSingles({ database, counties }: LedgerScratch): Promise<Measured[]> {
  const samples: number[] = []
  const whole = await seconds(() =>
    inParallel(async index => {
      for (const transfer of transfersOf(counties[index] ?? '', 200)) {
        const begun = performance.now()
        await database.transaction(scope, 'write', tx => postTransfers(tx, stamp, [transfer]))
        samples.push(performance.now() - begun)
      }
    }),
  )
  const tail = `${milliseconds(percentile(samples, 0.5))} / ${milliseconds(percentile(samples, 0.99))}`
  return [
    { promise: `single posts, ${connections} connections at once: p50 / p99`, value: tail },
    { promise: 'single posts a second', value: perSecond(samples.length, whole) },
  ]
}
