// npm run bench:round — the promises of the yearly round, measured on this machine and printed as a table.
import { cpus, loadavg } from 'node:os'
import { loadPolicy } from '@jincun/policy/load'
import { measureListPage } from './round/list-page.ts'
import { printTable } from './round/measure.ts'
import { measurePublicHome } from './round/public-home.ts'
import { measureAllocation, measureFindings } from './round/rules.ts'
import { openScratch } from './round/scratch-program.ts'

const policy = loadPolicy()
const pure = [...measureAllocation(policy), ...measureFindings(policy)]
const scratch = await openScratch()
const served = [...(await measureListPage(scratch, policy)), ...(await measurePublicHome(scratch))]
await scratch.close()

const load = loadavg()[0]?.toFixed(1)
process.stdout.write(`\nNode ${process.version}, ${scratch.postgres}, ${cpus().length} × ${cpus()[0]?.model}, load ${load}\n\n`)
printTable([...pure, ...served])
