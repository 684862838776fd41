import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { root } from '../architecture/repository.ts'

/** A program started as a user starts it. `said`: what it has printed until now, on both streams. */
export type Started = {
  said: () => string
  address: string
  /** Seconds from the command to the last line of the greeting. */
  seconds: number
  /** Ctrl-C; answers the exit code once everything has stopped. */
  stop: () => Promise<number | null>
}

const patience = 200_000
const [node = '', script = ''] = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start.split(' ')

/** The surroundings of a user's terminal: no setting of the test run, and no program that npm put on the path. */
const surroundings = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .join(delimiter),
  HOME: process.env.HOME,
  ...more,
})

/**
 * Runs what `npm start` runs, on a port of its own, and waits until it has printed `lastLine`.
 * Throws with everything it said when it ends before that or is not ready in time.
 */
export async function startAsUser(args: readonly string[], more: Record<string, string>, lastLine: RegExp): Promise<Started> {
  const begun = performance.now()
  const child = spawn(node, [script, ...args, '--port', '0'], { cwd: root, env: surroundings(more), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ended = new Promise<number | null>(done => child.on('exit', done))
  const ready = new Promise<void>(done => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (lastLine.test(said)) done()
      })
  })
  const late = new AbortController()
  const tooLate = after(patience, undefined, { signal: late.signal, ref: false }).catch(() => undefined)
  const first = await Promise.race([
    ready.then(() => 'ready'),
    ended.then(code => `ended with ${code}`),
    tooLate.then(() => 'not ready in time'),
  ])
  late.abort()
  const stop = () => {
    child.kill('SIGINT')
    return ended
  }
  if (first !== 'ready') {
    await stop()
    throw new Error(`npm start ${args.join(' ')} ${first}:\n${said}`)
  }
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
  return { said: () => said, address, seconds: (performance.now() - begun) / 1000, stop }
}
