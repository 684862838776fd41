import type { RoutingProblem, RoutingSolution } from '../problem.ts'
import { answerOf } from './answer.ts'
import { compile } from './compile.ts'
import { solveOnThreads } from './islands.ts'
import { Pace } from './pace.ts'
import { Search } from './search.ts'
import { settingsFor } from './settings.ts'

export type Progress = { cost: number; requiredUnserved: number; iterations: number; spent: number }

export type SolveOptions = {
  seed: number
  /** Budget in iterations (of each thread): the answer depends on problem, seed, threads and this number alone. */
  iterations?: number
  /** Budget in time; used when no iterations are given. */
  milliseconds?: number
  threads?: number
  onProgress?: (progress: Progress) => void
  /** Aborting ends the search early with the best plan so far. */
  signal?: AbortSignal
  /** Milliseconds on the clock that `milliseconds` is held against; the wall clock unless told otherwise. */
  clock?: () => number
}

export type Solved = { solution: RoutingSolution; iterations: number }

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/**
 * Plans the routes of a problem: savings for a first plan, then annealed ruin and recreate until the budget is spent.
 * Anytime: the best plan so far is always whole, and an abort answers it. Required stops that fit nowhere come
 * back in `unserved`. Throws only when the problem breaks its own types.
 */
export async function solve(problem: RoutingProblem, options: SolveOptions): Promise<Solved> {
  if ((options.threads ?? 1) > 1) return solveOnThreads(problem, options)
  const flat = compile(problem)
  const clock = options.clock ?? (() => performance.now())
  const begun = clock()
  const search = new Search(flat, options.seed, settingsFor(flat, options))
  let now = clock()
  let paused = now
  const pace = new Pace(options.iterations, now)
  const spent = (): number => spentOf(options, search.iterations, now - begun)
  for (let part = spent(); part < 1 && options.signal?.aborted !== true; part = spent()) {
    search.run(pace.next(search.iterations, now), part)
    now = clock()
    if (now - paused < 40) continue
    options.onProgress?.(progressOf(search, part))
    await pause()
    paused = now
  }
  options.onProgress?.(progressOf(search, 1))
  return { solution: answerOf(flat, search.best), iterations: search.iterations }
}

/** Which part of the budget is used up, 0 to 1. */
export function spentOf({ iterations, milliseconds }: SolveOptions, done: number, elapsed: number): number {
  if (iterations !== undefined) return iterations === 0 ? 1 : done / iterations
  return milliseconds === undefined || milliseconds <= 0 ? 1 : elapsed / milliseconds
}

function progressOf({ best, iterations }: Search, spent: number): Progress {
  return { cost: best.cost, requiredUnserved: best.requiredAbsent, iterations, spent }
}
