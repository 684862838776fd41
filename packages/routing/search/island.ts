// One thread of a search on several: runs the rounds it is asked for and answers its best plan after each.
import { parentPort, workerData } from 'node:worker_threads'
import { compile } from './compile.ts'
import type { Elite, IslandStart, RoundOrder } from './islands.ts'
import { Search } from './search.ts'
import { settingsFor } from './settings.ts'

const stride = 50
const { problem, seed, budget } = workerData as IslandStart
const flat = compile(problem)
const search = new Search(flat, seed, settingsFor(flat, budget))

function runRound({ iterations, milliseconds, from, to, adopt }: RoundOrder): Elite {
  if (adopt !== null) search.adopt(adopt.next, adopt.place)
  const begun = performance.now()
  const first = search.iterations
  const part = (): number => (iterations > 0 ? (search.iterations - first) / iterations : (performance.now() - begun) / milliseconds)
  for (let done = part(); done < 1; done = part()) {
    const left = iterations > 0 ? first + iterations - search.iterations : stride
    search.run(Math.min(stride, left), from + done * (to - from))
  }
  const { next, place, cost, requiredAbsent } = search.best
  return { next: next.slice(), place: place.slice(), cost, requiredAbsent, iterations: search.iterations }
}

parentPort?.on('message', (order: RoundOrder) => parentPort?.postMessage(runRound(order)))
