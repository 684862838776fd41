import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Transfer } from '../index.ts'
import { diceOf } from './random-batches.ts'

export type KillReport = { kills: number; batches: number; transfers: number; acknowledged: number; repeated: number }

const poster = fileURLToPath(new URL('./poster.ts', import.meta.url))
const wire = (number: number, transfers: readonly Transfer[]) =>
  `${JSON.stringify({ number, transfers: transfers.map(each => ({ ...each, amount: each.amount.toString() })) })}\n`

/** One life of the program: sends batches in order until it is killed; answers the numbers it acknowledged. */
async function live(url: string, batches: readonly (readonly Transfer[])[], from: number, lifeMilliseconds: number) {
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', poster, url, 'demo'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const acknowledged: { number: number; repeated: number }[] = []
  const gone = new Promise<void>(done => child.once('close', () => done()))
  child.stdin?.on('error', () => undefined) // A killed program no longer reads; what it did not answer is sent again.
  let timer: NodeJS.Timeout | undefined
  const answers = createInterface({ input: child.stdout ?? process.stdin })
  answers.on('line', line => {
    acknowledged.push(JSON.parse(line) as { number: number; repeated: number })
    // The clock of its death begins with its first answer, so that it dies at work and not while it starts.
    timer ??= setTimeout(() => child.kill('SIGKILL'), lifeMilliseconds)
  })
  for (const [index, transfers] of batches.entries()) if (index >= from) child.stdin?.write(wire(index, transfers))
  child.stdin?.end()
  await gone
  clearTimeout(timer)
  return { acknowledged, killed: child.signalCode === 'SIGKILL' }
}

/**
 * Posts the batches through a program that is killed at random points, and sends again what was not acknowledged, and sometimes what was.
 * Stops after `kills` kills; the rest is posted by a last life that ends in peace.
 */
export async function postUnderKills(url: string, make: Iterator<Transfer[]>, kills: number, seed: number): Promise<KillReport> {
  const die = diceOf(seed)
  const batches: Transfer[][] = []
  const known = new Set<number>()
  const report: KillReport = { kills: 0, batches: 0, transfers: 0, acknowledged: 0, repeated: 0 }
  const take = (answers: readonly { number: number; repeated: number }[]) => {
    for (const { number, repeated } of answers) {
      known.add(number)
      report.repeated += repeated
    }
  }
  let next = 0
  while (report.kills < kills) {
    while (batches.length < next + 200) batches.push(make.next().value as Transfer[])
    const life = await live(url, batches, Math.max(0, next - die(3)), die(120))
    take(life.acknowledged)
    if (life.killed) report.kills += 1
    while (known.has(next)) next += 1
  }
  const last = await live(url, batches, Math.max(0, next - 3), 600_000)
  take(last.acknowledged)
  while (known.has(next)) next += 1
  if (next !== batches.length) throw new Error(`batch ${next} of ${batches.length} was never acknowledged`)
  return { ...report, batches: batches.length, transfers: batches.flat().length, acknowledged: known.size }
}
