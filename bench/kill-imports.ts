// npm run kill:imports [-- kills rows] — an importing program killed with SIGKILL at random points and started again, until each file is in;
// then every count and every roll-up is compared with an undisturbed run, and every roll-up with a recount from the rows.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dice } from '@jincun/reporting/testing'
import { recountRollups } from '@jincun/reporting/server'
import { openReportingScratch } from './reporting/scratch.ts'
import { writeFile } from './reporting/write-file.ts'

const [kills = 50, rows = 150_000] = process.argv.slice(2).map(Number)
const importer = fileURLToPath(new URL('../capabilities/reporting/testing/importer.ts', import.meta.url))
const [firm, county] = ['91513431MA6DEMA18G', '513431']
const roll = dice(kills)

type Counts = { rows: number; accepted: number; duplicates: number; rejected: number }

/** One life; killed so many milliseconds after it began to work, or null for a life in peace. */
async function live(url: string, file: string, milliseconds: number | null): Promise<Counts | null> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', importer, url, file, firm, county], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>(done => child.once('close', () => done()))
  let answer: Counts | null = null
  let timer: NodeJS.Timeout | undefined
  createInterface({ input: child.stdout }).on('line', line => {
    if (line !== 'working') answer = JSON.parse(line) as Counts
    else if (milliseconds !== null) timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  })
  await gone
  clearTimeout(timer)
  return answer
}

const short = ({ rows: all, accepted, duplicates, rejected }: Counts) => `${all} ${accepted} ${duplicates} ${rejected}`

const scratch = await openReportingScratch()
try {
  const killed = await scratch.make('killed')
  const peaceful = await scratch.make('peaceful')
  let [done, files, wrong] = [0, 0, 0]
  let longest = 4_000
  while (done < kills) {
    const file = join(scratch.folder, `${files}.csv`)
    // Every second file repeats orders of the one before it.
    await writeFile(file, {
      rows,
      seed: files + 1,
      countyCode: county,
      month: '2020-01',
      months: 4,
      faulty: 0.02,
      refunds: 0.03,
      prefix: `F${files >> 1}`,
    })
    const begun = performance.now()
    const wanted = await live(peaceful.url, file, null)
    longest = performance.now() - begun
    let counts: Counts | null = null
    while (!counts) {
      counts = await live(killed.url, file, done < kills ? roll() * longest : null)
      if (!counts) done++
    }
    if (!wanted || short(counts) !== short(wanted)) wrong++
    process.stdout.write(`file ${files++}: ${short(counts)} (undisturbed ${wanted ? short(wanted) : 'none'}), ${done} kills so far\n`)
  }
  const all =
    'select county_code, month::text, direction, category, orders, amount_fen, refunded_fen, refunds_made_fen from transaction_rollup order by 1, 2, 3, 4'
  const [one, other] = await Promise.all([killed, peaceful].map(async ({ owner }) => (await owner.pool.query(all)).rows))
  const text = (value: unknown) =>
    JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? member.toString() : member))
  const same = text(one) === text(other)
  const proof = await killed.owner.transaction({ personId: null, realm: 'demo', jurisdictions: ['*'] }, 'snapshot', tx =>
    recountRollups(tx, county),
  )
  process.stdout.write(
    `${scratch.postgres}: ${done} kills over ${files} files of ${rows} rows; counts that differ ${wrong}; roll-ups ${same ? 'equal' : 'DIFFER'} to the undisturbed run; recount: ${proof.cells} cells, ${proof.faults.length} faults\n`,
  )
  if (wrong > 0 || !same || proof.faults.length > 0) process.exitCode = 1
} finally {
  await scratch.close()
}
