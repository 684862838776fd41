import type { Command } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { solve } from '@jincun/routing'
import { readProblem, reserveBreaks, vroomAnswer, vroomRefusal } from '@jincun/routing/formats'
import type { VroomAnswer } from '@jincun/routing/formats'
import { fileOption, numberOption } from './number-option.ts'
import { readingFlags, readingOptions, readingUsage } from './reading-options.ts'

function textOf({ summary, routes, unassigned }: VroomAnswer): string {
  const lines = routes.map(({ vehicle, steps, cost }) => {
    const ids = steps.flatMap(({ type, id }) => (type === 'start' || type === 'end' ? [] : [type === 'break' ? 'break' : String(id)]))
    return `  vehicle ${vehicle}: ${ids.join(' → ')} (cost ${String(cost)})`
  })
  const left = unassigned.map(({ type, id, why }) => `  left out: ${String(type)} ${String(id)}: ${String(why)}`)
  return [`cost ${summary.cost}, ${summary.routes} routes, ${summary.unassigned} left out`, ...lines, ...left].join('\n')
}

/** Plans a problem file and answers in VROOM's solution format. */
export const solveCommand: Command = {
  name: 'solve',
  summary: 'Plan deliveries: VROOM JSON, VRPLIB, Solomon, Li & Lim in; VROOM solution out',
  usage: `solve FILE [--seconds 10 | --iterations N] [--threads 1] [--seed 1] ${readingUsage} [--json]`,
  options: {
    seconds: { type: 'string' },
    iterations: { type: 'string' },
    threads: { type: 'string' },
    seed: { type: 'string' },
    ...readingFlags,
  },
  run: async ({ values, positionals, readFile }) => {
    const path = fileOption(positionals, 0, 'problem')
    const seconds = numberOption(values, 'seconds', 10, { min: 0.01, max: 86_400 })
    const iterations = numberOption(values, 'iterations', 0, { min: 1, max: 1e9, whole: true })
    const threads = numberOption(values, 'threads', 1, { min: 1, max: 64, whole: true })
    const seed = numberOption(values, 'seed', 1, { min: 0, max: 2 ** 32 - 1, whole: true })
    const options = readingOptions(values)
    if (!path.ok) return path
    if (!seconds.ok) return seconds
    if (!iterations.ok) return iterations
    if (!threads.ok) return threads
    if (!seed.ok) return seed
    if (!options.ok) return options
    const begun = performance.now()
    const read = readProblem(await readFile(path.value), options.value)
    if (!read.ok) return refuse({ ...read.reason, details: { answer: vroomRefusal(read.reason) } })
    const loaded = performance.now()
    // Reading the file is part of the seconds asked for, but at least half of them are for planning.
    const milliseconds = Math.max(500 * seconds.value, 1000 * seconds.value - (loaded - begun))
    const budget = iterations.value > 0 ? { iterations: iterations.value } : { milliseconds }
    const { solution } = await solve(reserveBreaks(read.value), { seed: seed.value, threads: threads.value, ...budget })
    const times = { loading: Math.round(loaded - begun), solving: Math.round(performance.now() - loaded) }
    const answer = vroomAnswer(read.value, solution, times)
    return accept({ json: answer, text: textOf(answer) })
  },
}
