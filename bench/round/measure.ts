/** One line of the printed table. */
export type Measured = { promise: string; value: string }

/** The value below which that share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length))) - 1] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** One run: by the clock on the wall, and as processor time, which other work on the machine does not lengthen. */
export type Run = { wall: number; processor: number }

/** The median of `times` runs after one to warm up, in milliseconds. */
export function timeRuns(times: number, run: () => unknown): Run {
  run()
  const runs = Array.from({ length: times }, () => {
    const [begun, spent] = [performance.now(), process.cpuUsage()]
    run()
    const { user, system } = process.cpuUsage(spent)
    return { wall: performance.now() - begun, processor: (user + system) / 1000 }
  })
  return { wall: median(runs.map(each => each.wall)), processor: median(runs.map(each => each.processor)) }
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

export const bothTimes = ({ wall, processor }: Run): string => `${milliseconds(wall)} (${milliseconds(processor)} of processor time)`

export function printTable(rows: readonly Measured[]): void {
  process.stdout.write('| measured | value |\n| --- | --- |\n')
  for (const { promise, value } of rows) process.stdout.write(`| ${promise} | ${value} |\n`)
}
