// npm run bench:ingest [-- rows] — HTTP upload → checked → stored → rolled up, against raw COPY of the same rows into the same table.
import { stat } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { printTable } from './round/measure.ts'
import { rawCopy } from './reporting/raw-copy.ts'
import { openReportingScratch } from './reporting/scratch.ts'
import { uploadFile } from './reporting/upload.ts'
import { writeFile } from './reporting/write-file.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const scratch = await openReportingScratch()
try {
  const { url, owner } = await scratch.make('jincun')
  const file = join(scratch.folder, 'orders.csv')
  await writeFile(file, { rows, seed: 1, countyCode: '513431', month: '2019-05', months: 12, faulty: 0.02, refunds: 0.02 })
  const megabytes = (await stat(file)).size / 1_048_576
  const uploaded = await uploadFile(url, scratch.folder, file, scratch.processorSeconds)
  const raw = await rawCopy(owner, join(scratch.folder, 'rows.txt'), scratch.processorSeconds)
  const { counts, seconds, processorSeconds, databaseSeconds, peakMegabytes, idleMegabytes } = uploaded
  const [imported, copied] = [rows / seconds, counts.accepted / raw.seconds]
  const load = loadavg()[0]?.toFixed(1)
  process.stdout.write(`\nNode ${process.version}, ${scratch.postgres}, fsync on, ${cpus().length} × ${cpus()[0]?.model}, load ${load}\n\n`)
  printTable([
    { promise: `file`, value: `${rows} rows, ${Math.round(megabytes)} MB; ${counts.accepted} accepted, ${counts.rejected} rejected` },
    { promise: 'upload → stored and rolled up', value: `${seconds.toFixed(1)} s, ${Math.round(imported)} rows/s` },
    { promise: 'raw COPY, same rows, same table', value: `${raw.seconds.toFixed(1)} s, ${Math.round(copied)} rows/s` },
    { promise: 'share of raw COPY (aim ≥ 35 %)', value: `${Math.round((imported / copied) * 100)} %` },
    {
      promise: 'processor time of the server',
      value: `${processorSeconds.toFixed(1)} s, ${Math.round(rows / processorSeconds)} rows per processor second`,
    },
    { promise: 'processor time of PostgreSQL', value: `${databaseSeconds.toFixed(1)} s; raw COPY ${raw.processorSeconds.toFixed(1)} s` },
    {
      promise: 'peak memory of the server (aim < 300 MB)',
      value: `${Math.round(peakMegabytes)} MB, of which ${Math.round(idleMegabytes)} MB before the upload`,
    },
  ])
} finally {
  await scratch.close()
}
