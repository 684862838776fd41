import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSitingPlan, readSiting, solveSiting } from '../packages/routing/siting/index.ts'

/**
 * `node bench/siting.ts FOLDER [NAME…]`: every instance of a folder with a `bks.csv` (instance,bks), or those named;
 * `capa:8000` says what the word "capacity" stands for. Prints cost, bound, gap to the best-known value and seconds.
 */
const [folder = '.', ...wanted] = process.argv.slice(2)
const seconds = 60

const bestKnown = new Map(
  readFileSync(join(folder, 'bks.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
    .map(([name = '', value = '']) => [name, Number(value)]),
)
const fileOf = (name: string): string | undefined =>
  [name, `${name}.txt`, `${name}.txt.gz`].map(file => join(folder, file)).find(existsSync)
const present = readdirSync(folder).map(file => file.replace(/\.txt(\.gz)?$/, ''))
const names = wanted.length > 0 ? wanted : [...bestKnown.keys()].filter(name => present.includes(name))

process.stdout.write(
  '| instance | sites × customers | cost | bound | proven gap % | best known | sites open | wall s | CPU s |\n|---|---|---|---|---|---|---|---|---|\n',
)
for (const given of names) {
  const [name = '', capacity] = given.split(':')
  const path = fileOf(name)
  if (!path) throw new Error(`${name} is not in ${folder}`)
  const problem = readSiting(readFileSync(path), capacity ? { capacity: Number(capacity) } : {})
  if (!problem.ok) throw new Error(problem.reason.message.en)
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  const outcome = await solveSiting(problem.value, { seconds, now: () => performance.now() })
  if (!outcome.ok) throw new Error(outcome.reason.message.en)
  const { plan, bound, gap } = outcome.value
  const faults = checkSitingPlan(problem.value, plan)
  if (faults.length > 0) throw new Error(`${name}: ${faults[0]?.what}`)
  const used = process.cpuUsage(cpu)
  const cells = [
    given,
    `${problem.value.sites.length} × ${problem.value.customers.length}`,
    plan.cost.total.toFixed(3),
    bound.toFixed(3),
    (100 * gap).toFixed(4),
    capacity ? '' : String(bestKnown.get(name) ?? ''),
    String(plan.open.length),
    ((performance.now() - wall) / 1000).toFixed(1),
    ((used.user + used.system) / 1e6).toFixed(1),
  ]
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
