// npm run bench:routing -- --seconds 1,10 --seeds 3 --sets vrpspd,vrptw --folder <instances>
// Mean gap to the best-known values at given CPU seconds of one thread, beside figures of other solvers on their sets.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkSolution } from '../packages/routing/check/index.ts'
import { solve } from '../packages/routing/search/solve.ts'
import { loadInstance, namesOf } from './routing/instances.ts'
import type { Instance } from './routing/instances.ts'

const own = join(import.meta.dirname, 'routing/instances')
const { values: given } = parseArgs({
  options: {
    folder: { type: 'string', default: process.env.JINCUN_ROUTING_INSTANCES ?? own },
    sets: { type: 'string', default: '' },
    instances: { type: 'string', default: '' },
    seconds: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '3' },
    each: { type: 'boolean', default: false },
  },
})

/** The instances the peers' figures were taken on; a half of the public sets may lack some, those present are used. */
const peerSets: Record<string, readonly string[]> = {
  vrpspd: ['SCA3-0', 'CON8-4', 'CMT3X', 'CMT5X', 'CMT11X', 'r101', 'R1_2_1', 'RC1_2_1'],
  vrptw: ['C104', 'R104', 'R202', 'RC105', 'RC208'],
  cvrp: ['X-n101-k25', 'X-n153-k22', 'X-n200-k36', 'X-n303-k21', 'X-n401-k29'],
}

const folders = (
  existsSync(join(given.folder, 'bks.csv')) ? [given.folder] : readdirSync(given.folder).map(name => join(given.folder, name))
).filter(folder => existsSync(join(folder, 'bks.csv')) && !/^(2e-|cflp|tscflp|coop)/.test(basename(folder)))

/** Set → its instances: a named list of the peers', or all of a folder. */
function chosen(set: string): Instance[] {
  const named = given.instances === '' ? peerSets[set] : given.instances.split(',')
  const places = named === undefined ? folders.filter(folder => basename(folder) === set) : folders
  return places.flatMap(folder => (named ?? namesOf(folder)).flatMap(name => loadInstance(folder, name) ?? []))
}

const cpuMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

type Outcome = { gap: number; moreVehicles: number; iterations: number }

async function measure(instance: Instance, seconds: number, seed: number): Promise<Outcome> {
  const { problem, scale, best, bestVehicles, vehicleCost } = instance
  const { solution, iterations } = await solve(problem, { seed, milliseconds: seconds * 1000, clock: cpuMilliseconds })
  const { faults } = checkSolution(problem, solution)
  if (faults.length > 0) throw new Error(`${instance.name}: ${faults.map(({ what }) => what).join('; ')}`)
  const distance = (solution.cost - vehicleCost * solution.routes.length) / scale
  const moreVehicles = bestVehicles === null ? 0 : solution.routes.length - bestVehicles
  return { gap: 100 * (distance / best - 1), moreVehicles, iterations }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

async function measureSet(set: string, seconds: number): Promise<string> {
  const gaps: number[] = []
  const more: number[] = []
  for (const instance of chosen(set)) {
    const outcomes: Outcome[] = []
    for (let seed = 1; seed <= Number(given.seeds); seed++) outcomes.push(await measure(instance, seconds, seed))
    gaps.push(mean(outcomes.map(({ gap }) => gap)))
    more.push(mean(outcomes.map(({ moreVehicles }) => moreVehicles)))
    const rate = mean(outcomes.map(({ iterations }) => iterations)) / seconds / 1000
    if (given.each)
      process.stdout.write(
        `  ${instance.name} ${gaps.at(-1)?.toFixed(2)} % (${outcomes.map(({ gap }) => gap.toFixed(2)).join(', ')}; ${rate.toFixed(0)}k iterations/s)\n`,
      )
  }
  const vehicles = mean(more) === 0 ? '' : ` (${mean(more).toFixed(2)} vehicles more)`
  return `| ${set} | ${gaps.length} | ${seconds} | ${gaps.length === 0 ? '–' : mean(gaps).toFixed(2)}${vehicles} |`
}

const sets = given.sets === '' ? folders.map(folder => basename(folder)) : given.sets.split(',')
const rows: string[] = []
for (const set of sets) for (const seconds of given.seconds.split(',').map(Number)) rows.push(await measureSet(set, seconds))
process.stdout.write(
  `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, ${given.seeds} seeds, one thread\n\n`,
)
process.stdout.write(`| set | instances | CPU seconds | mean gap % |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`)
process.stdout.write(`\nresident ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB\n`)
process.stdout.write(`\nOthers (bench/routing/peers.csv):\n\n${readFileSync(join(import.meta.dirname, 'routing/peers.csv'), 'utf8')}`)
