// npm run fuzz:ledger [-- kills] — a posting program killed with SIGKILL at random points, its callers sending again; then the proof.
import { accountsOfBatches, newTestId, postUnderKills, randomBatches, testBatch, testPaper } from '@jincun/ledger/testing'
import { allot } from '@jincun/ledger'
import { ensureAccounts, postMovement, verifyLedger } from '@jincun/ledger/server'
import { openLedgerScratch, scope, stamp } from './ledger/scratch.ts'

const kills = Number(process.argv[2] ?? 200)
const county = '370201'

for (const origin of ['npm', 'machine'] as const) {
  const scratch = await openLedgerScratch(origin)
  const { database, owner, url, postgres } = scratch
  await database.transaction(scope, 'write', async tx => {
    await postMovement(tx, stamp, allot(testPaper(newTestId()), county, testBatch, 10n ** 12n))
    await ensureAccounts(tx, stamp, accountsOfBatches(county, 8))
  })
  const begun = performance.now()
  const report = await postUnderKills(url, randomBatches(county, 8, kills, 4), kills, kills)
  const rows = await owner.pool.query<{ n: bigint; ids: bigint }>(
    'select count(*) as n, count(distinct id) as ids from ledger_transfer where county_code = $1',
    [county],
  )
  const proof = await database.transaction(scope, 'snapshot', tx => verifyLedger(tx, 'demo'))
  const { n = 0n, ids = 0n } = rows.rows[0] ?? {}
  const lost = BigInt(report.transfers) + 1n - ids
  const whole = `${report.kills} kills, ${report.batches} batches of ${report.transfers} transfers acknowledged, ${report.repeated} sent again and found posted`
  process.stdout.write(
    `${postgres}: ${whole}; lost ${lost}, doubled ${n - ids}, faults of the proof ${proof.faults.length}; ${Math.round((performance.now() - begun) / 1000)} s\n`,
  )
  if (lost !== 0n || n !== ids || proof.faults.length > 0) process.exitCode = 1
  await scratch.close()
}
