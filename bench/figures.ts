// npm run bench:figures [-- rows] — the dashboards' questions from the roll-ups, as the program asks them (its own role, row-level security on),
// against the same sums from the raw rows.
import { cpus, loadavg } from 'node:os'
import { openDatabase } from '@jincun/db'
import type { Database } from '@jincun/db'
import { loadPolicy } from '@jincun/policy/load'
import { readFigures } from '@jincun/reporting/server'
import { milliseconds, percentile, printTable } from './round/measure.ts'
import type { Measured } from './round/measure.ts'
import { openReportingScratch } from './reporting/scratch.ts'

const rows = Number(process.argv[2] ?? 10_000_000)
const counties = 200
const policy = loadPolicy()

/** Made-up rows of 200 counties over twelve months, and the roll-ups they make; written by the owner, for this bench only. */
async function fill({ pool }: Database): Promise<void> {
  await pool.query(`select open_transaction_months(array(select generate_series('2019-01-01'::date, '2019-12-01', '1 month')::date))`)
  await pool.query(
    `insert into transaction_row select (510101 + n % ${counties} / 50 * 10000 + n % 50)::text, '2019-01-01'::date + (n / ${counties} % 365)::int,
      '00000000-0000-7000-8000-000000000000', n, 1, 'demo', case when n % 5 < 2 then 27 + n % 3 else 14 + n % 10 end,
      case when n % 5 < 2 then 'up' else 'down' end, 1000, 100 + n % 40000, '2019-01-01'::timestamptz + (n / ${counties} % 365) * interval '1 day',
      null, 'B' || n, null, '510101', '310115', 'platform', null, null, null from generate_series(1, $1::bigint) n`,
    [rows],
  )
  await pool.query(`insert into transaction_rollup (county_code, month, direction, category, realm, orders, quantity_thousandths, amount_fen, as_of)
    select county_code, date_trunc('month', business_date)::date, direction, category, realm, count(*), sum(quantity_thousandths), sum(amount_fen),
      now() from transaction_row group by 1, 2, 3, 4, 5`)
  await pool.query('vacuum analyze transaction_row')
  await pool.query('vacuum analyze transaction_rollup')
}

async function times(count: number, ask: () => Promise<unknown>): Promise<number[]> {
  await ask()
  const samples: number[] = []
  for (let turn = 0; turn < count; turn++) {
    const begun = performance.now()
    await ask()
    samples.push(performance.now() - begun)
  }
  return samples
}

const places = [
  ['nation, 12 months', '000000', 'true'],
  ['province, 12 months', '510000', `county_code like '51%'`],
  ['county, 12 months', '510101', `county_code = '510101'`],
] as const

const scratch = await openReportingScratch()
try {
  const { url, owner } = await scratch.make('jincun')
  await fill(owner)
  const database = openDatabase(url, { connections: 2 })
  const measured: Measured[] = []
  for (const [what, place, condition] of places) {
    const span = { place, from: '2019-01', to: '2019-12' }
    const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
    const rolled = await times(40, () => database.transaction(scope, 'read', tx => readFigures(tx, policy, span)))
    const raw = await times(3, () =>
      owner.pool.query(`select date_trunc('month', business_date), direction, category, sum(sign), sum(sign * amount_fen) from transaction_row
        where ${condition} and business_date between '2019-01-01' and '2019-12-31' group by 1, 2, 3`),
    )
    const [middle, tail, slow] = [percentile(rolled, 0.5), percentile(rolled, 0.95), percentile(raw, 0.5)]
    measured.push({
      promise: `${what} (aim p95 < 50 ms, ≥ 200×)`,
      value: `p50 ${milliseconds(middle)}, p95 ${milliseconds(tail)}; raw rows ${milliseconds(slow)}, ${Math.round(slow / middle)}×`,
    })
  }
  await database.close()
  process.stdout.write(`\n${rows} rows, ${scratch.postgres}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}\n\n`)
  printTable(measured)
} finally {
  await scratch.close()
}
