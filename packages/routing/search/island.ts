// One thread of a search on several: runs the rounds it is asked for and answers its best plan after each.
import { parentPort, workerData } from 'node:worker_threads'
import { compile } from './compile.ts'
import type { Elite, IslandStart, RoundOrder } from './islands.ts'
import { Pace } from './pace.ts'
import { Search } from './search.ts'
import { settingsFor } from './settings.ts'

const { problem, seed, budget } = workerData as IslandStart
const flat = compile(problem)
const search = new Search(flat, seed, settingsFor(flat, budget))

function runRound({ iterations, milliseconds, from, to, adopt }: RoundOrder): Elite {
  if (adopt !== null) search.adopt(adopt.next, adopt.place)
  const begun = performance.now()
  const first = search.iterations
  const pace = new Pace(iterations > 0 ? iterations : undefined, begun)
  let now = begun
  const part = (): number => (iterations > 0 ? (search.iterations - first) / iterations : (now - begun) / milliseconds)
  for (let done = part(); done < 1; done = part()) {
    search.run(pace.next(search.iterations - first, now), from + done * (to - from))
    now = performance.now()
  }
  const { next, place, cost, requiredAbsent } = search.best
  return { next: next.slice(), place: place.slice(), cost, requiredAbsent, iterations: search.iterations }
}

parentPort?.on('message', (order: RoundOrder) => parentPort?.postMessage(runRound(order)))
