import { Worker } from 'node:worker_threads'
import type { RoutingProblem } from '../problem.ts'
import { answerOf } from './answer.ts'
import { Best } from './best.ts'
import { compile } from './compile.ts'
import type { SolveOptions, Solved } from './solve.ts'
import { State } from './state.ts'

/** What a worker is given once, and what it is asked for each round. */
export type IslandStart = { problem: RoutingProblem; seed: number; budget: { iterations?: number; milliseconds?: number } }
export type RoundOrder = { iterations: number; milliseconds: number; from: number; to: number; adopt: Elite | null }
export type Elite = { next: Int32Array; place: Int32Array; cost: number; requiredAbsent: number; iterations: number }

/** Exchanges of the best plan over a budget. Fixed, so that the same budget of iterations exchanges at the same counts. */
const rounds = 12

/**
 * One search a thread, each with its own seed. After every round all continue from the best plan of any but half of
 * them, which keep their own, so that one good plan does not make all searches the same one.
 */
export async function solveOnThreads(problem: RoutingProblem, options: SolveOptions): Promise<Solved> {
  const threads = options.threads ?? 1
  const budget = {
    ...(options.iterations === undefined ? {} : { iterations: options.iterations }),
    ...(options.milliseconds === undefined ? {} : { milliseconds: options.milliseconds }),
  }
  const islands = Array.from({ length: threads }, (_, k) => new Island({ problem, seed: options.seed + 7919 * k, budget }))
  try {
    const elite = await exchange(islands, options)
    const flat = compile(problem)
    const best = new Best(new State(flat, 0))
    best.next.set(elite.next)
    best.place.set(elite.place)
    return { solution: answerOf(flat, best), iterations: elite.iterations }
  } finally {
    await Promise.all(islands.map(island => island.close()))
  }
}

async function exchange(islands: readonly Island[], options: SolveOptions): Promise<Elite> {
  let elites: Elite[] = []
  let best: Elite | null = null
  let iterations = 0
  const round = { iterations: Math.ceil((options.iterations ?? 0) / rounds), milliseconds: (options.milliseconds ?? 0) / rounds }
  for (let k = 0; k < rounds && (k === 0 || options.signal?.aborted !== true); k++) {
    const leader: Elite | null = best
    const follows = (island: number): boolean => leader !== null && island % 2 === k % 2 && elites[island] !== leader
    elites = await Promise.all(
      islands.map((island, i) => island.run({ ...round, from: k / rounds, to: (k + 1) / rounds, adopt: follows(i) ? leader : null })),
    )
    best = elites.reduce((least, elite) => (betterThan(elite, least) ? elite : least))
    iterations = elites.reduce((sum, elite) => sum + elite.iterations, 0)
    options.onProgress?.({ cost: best.cost, requiredUnserved: best.requiredAbsent, iterations, spent: (k + 1) / rounds })
  }
  if (best === null) throw new Error('No round was run')
  return { ...best, iterations }
}

function betterThan(a: Elite, b: Elite): boolean {
  return a.requiredAbsent < b.requiredAbsent || (a.requiredAbsent === b.requiredAbsent && a.cost < b.cost)
}

class Island {
  readonly #worker: Worker

  constructor(start: IslandStart) {
    this.#worker = new Worker(new URL('./island.ts', import.meta.url), { workerData: start })
  }

  run(order: RoundOrder): Promise<Elite> {
    return new Promise((resolve, reject) => {
      this.#worker.once('error', reject)
      this.#worker.once('message', (elite: Elite) => {
        this.#worker.off('error', reject)
        resolve(elite)
      })
      this.#worker.postMessage(order)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
