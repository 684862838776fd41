import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBinaries, startLocalServer } from '@jincun/db'
import { demoPassword } from '@jincun/identity'
import { loadPolicy } from '@jincun/policy/load'
import { buildProgram, prepareDatabase, seedDemonstration } from '@jincun/server'
import type { Program } from '@jincun/server'

export const demoInstant = new Date('2020-05-20T09:00:00+08:00')
const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the web client as it is now into the folder; the one in apps/web/dist is left alone. */
function buildWeb(folder: string): string {
  const outDir = join(folder, 'web')
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  const built = spawnSync(process.execPath, vite, { cwd: repository, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The web client does not build')
  return outDir
}

export type Scratch = {
  program: Program
  postgres: string
  /** Statements sent to the database since the last call. */
  queries: () => number
  /** The cookie of a signed-in demo person. */
  cookieOf: (username: string) => Promise<string>
  close: () => Promise<void>
}

/** The whole program with its demonstration, on a PostgreSQL of its own that is thrown away. */
export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'jincun-bench-'))
  await chmod(folder, 0o755) // As root, PostgreSQL runs as another user, who must get in.
  const server = await startLocalServer({ binaries: await findBinaries(), dataDirectory: join(folder, 'postgres'), durable: true })
  const webRoot = buildWeb(folder)
  await prepareDatabase(server.url)
  const policy = loadPolicy()
  let sent = 0
  const onQuery = () => {
    sent += 1
  }
  const settings = { policy, secret: 'for measuring only', now: () => demoInstant, requestsPerMinute: 1_000_000, webRoot, onQuery }
  const program = await buildProgram({ ...settings, databaseUrl: server.url })
  await seedDemonstration(program, policy, demoInstant, demoInstant)
  const queries = () => {
    const count = sent
    sent = 0
    return count
  }
  const cookieOf = async (username: string) => {
    const answer = await program.server.inject({ method: 'POST', url: '/api/sign-in', payload: { username, password: demoPassword } })
    return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  }
  const close = async () => {
    await program.close()
    await server.stop()
    for (const path of [folder, server.dataDirectory, `${server.dataDirectory}.password`]) await rm(path, { recursive: true, force: true })
  }
  return { program, postgres: `PostgreSQL ${server.version} (${server.origin})`, queries, cookieOf, close }
}
