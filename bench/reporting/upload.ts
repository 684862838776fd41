import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { demoPassword } from '@jincun/identity'

const main = fileURLToPath(new URL('../../apps/server/main.ts', import.meta.url))

export type Uploaded = {
  counts: { rows: number; accepted: number; duplicates: number; rejected: number; state: string }
  seconds: number
  /** Processor seconds of the serving program, and the most memory it ever held. */
  processorSeconds: number
  peakMegabytes: number
  idleMegabytes: number
  /** Processor seconds of PostgreSQL. */
  databaseSeconds: number
}

const clockTicks = 100

async function processorSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / clockTicks
}

const peak = async (pid: number): Promise<number> =>
  Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Starts the real server on the database as a program of its own; answers its address. */
async function serve(url: string, folder: string) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: url, JINCUN_DATA: folder },
  })
  const address = await new Promise<string>(found => {
    createInterface({ input: child.stdout }).on('line', line => {
      const [match] = /http:\/\/\S+/.exec(line) ?? []
      if (match) found(match)
    })
  })
  return { child, pid: child.pid ?? 0, address }
}

async function end({ child }: Awaited<ReturnType<typeof serve>>): Promise<void> {
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'zhaojue-contractor', password: demoPassword }),
  })
  return answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

/** Uploads a file to a server of its own over HTTP and waits until every row is stored and rolled up. */
export async function uploadFile(url: string, folder: string, file: string, postgres: () => Promise<number>): Promise<Uploaded> {
  // The first start puts the demonstration in place; what that takes is not the import's.
  await end(await serve(url, folder))
  const server = await serve(url, folder)
  try {
    const cookie = await signIn(server.address)
    const [before, idle] = [await processorSeconds(server.pid), await peak(server.pid)]
    const database = await postgres()
    const begun = performance.now()
    const answer = await fetch(`${server.address}/api/reporting/513431/transactions?wait=600`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'text/csv',
        'idempotency-key': `bench ${file.length}`.replace(' ', '-') + file.slice(-12).replaceAll('/', '-'),
      },
      body: Readable.toWeb(createReadStream(file, { highWaterMark: 1_048_576 })) as ReadableStream,
      duplex: 'half',
    } as RequestInit)
    const counts = (await answer.json()) as Uploaded['counts']
    if (counts.state !== 'stored') throw new Error(JSON.stringify(counts).slice(0, 500))
    return {
      counts,
      seconds: (performance.now() - begun) / 1000,
      processorSeconds: (await processorSeconds(server.pid)) - before,
      databaseSeconds: (await postgres()) - database,
      peakMegabytes: await peak(server.pid),
      idleMegabytes: idle,
    }
  } finally {
    await end(server)
  }
}
