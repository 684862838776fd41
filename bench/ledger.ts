// npm run bench:ledger — posting against raw inserts, the tail of single posts, and a statement of a million entries.
import { cpus, loadavg } from 'node:os'
import { measurePosting } from './ledger/posting.ts'
import { openLedgerScratch } from './ledger/scratch.ts'
import { measureStatement } from './ledger/statement.ts'
import { printTable } from './round/measure.ts'

const scratch = await openLedgerScratch()
try {
  const rows = [...(await measurePosting(scratch)), ...(await measureStatement(scratch))]
  const load = loadavg()[0]?.toFixed(1)
  process.stdout.write(`\nNode ${process.version}, ${scratch.postgres}, fsync on, ${cpus().length} × ${cpus()[0]?.model}, load ${load}\n\n`)
  printTable(rows)
} finally {
  await scratch.close()
}
