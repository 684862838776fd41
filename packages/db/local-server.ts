import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensurePlainUser, reachableBy } from './plain-user.ts'
import type { PlainUser } from './plain-user.ts'
import pg from 'pg'
import type { Binaries } from './binaries.ts'

/** A PostgreSQL this program runs itself, on the loopback address only. */
export type LocalServer = {
  url: string
  origin: Binaries['origin']
  version: number
  dataDirectory: string
  /** It ran before and was joined. */
  joined: boolean
  stop(): Promise<void>
}

type Settings = { binaries: Binaries; dataDirectory: string; durable: boolean }

/** Runs one PostgreSQL tool to its end; as root it runs as a plain user, which PostgreSQL demands. */
function runTool(command: string, args: readonly string[], user: PlainUser | null): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(user ?? {}),
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        said += chunk
      })
    child.on('error', fail)
    // 'exit', not 'close': the server that pg_ctl leaves behind holds its output open.
    child.on('exit', code => (code === 0 ? done() : fail(new Error(`${command} ${args[0] ?? ''} failed (${code}): ${said.trim()}`))))
  })
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('No free port'))))
    })
  })

/** Whether a PostgreSQL answers at the address; one that was killed may leave its pid or its port behind for a moment. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The address of a server that already runs on the folder (left by a program that was killed), or null. */
async function runningUrl(directory: string, addressOf: (port: number) => string): Promise<string | null> {
  const lines = (await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const url = addressOf(Number(lines[3]))
  return lines[3] && (await answers(url)) ? url : null
}

async function initialise({ binaries, dataDirectory, durable }: Settings, user: PlainUser | null): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  const passwordFile = `${dataDirectory}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  await runTool(
    join(binaries.bin, 'initdb'),
    [
      '-D',
      dataDirectory,
      '-U',
      'jincun',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...(durable ? [] : ['--no-sync']),
    ],
    user,
  )
}

/** As root, a folder or binaries that the plain user cannot reach are kept under /var/lib/jincun instead. */
async function reachable(settings: Settings, user: PlainUser | null): Promise<Settings> {
  if (!user) return settings
  const away = join('/var/lib/jincun', createHash('sha256').update(settings.dataDirectory).digest('hex').slice(0, 16))
  const moved = { ...settings }
  if (!(await reachableBy(dirname(settings.dataDirectory)))) moved.dataDirectory = join(away, 'postgres')
  if (!(await reachableBy(settings.binaries.bin))) {
    const root = join('/var/lib/jincun', `postgresql-${settings.binaries.version}`)
    await cp(settings.binaries.root, root, { recursive: true, verbatimSymlinks: true })
    moved.binaries = { ...settings.binaries, root, bin: join(root, 'bin') }
  }
  return moved
}

async function prepareFolder(directory: string, user: PlainUser | null): Promise<void> {
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o700)
  if (user) await chown(directory, user.uid, user.gid)
}

/** pg_ctl with patience: after a killed server its shared memory may need a moment to be let go. */
async function startPatiently(start: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start()
    } catch (error) {
      if (attempt === 10) throw error
      await wait(1000)
    }
  }
}

/** Starts the server on a free port and answers the port. */
async function startOn({ binaries, dataDirectory, durable }: Settings, user: PlainUser | null): Promise<number> {
  const port = await freePort()
  const haste = durable ? '' : ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'
  const flags = `-p ${port} -h 127.0.0.1 -c unix_socket_directories='' -c max_connections=200${haste}`
  const words = ['start', '-D', dataDirectory, '-w', '-s', '-l', join(dataDirectory, 'server.log'), '-o', flags]
  await startPatiently(() => runTool(join(binaries.bin, 'pg_ctl'), words, user))
  return port
}

/**
 * Starts PostgreSQL on a folder, making it on first use; a server that already runs there is joined.
 * `durable: false` (tests) trades safety at power loss for speed and is never used for real data.
 */
export async function startLocalServer(wanted: Settings): Promise<LocalServer> {
  const user = process.getuid?.() === 0 ? await ensurePlainUser() : null
  const settings = await reachable({ ...wanted, dataDirectory: resolve(wanted.dataDirectory) }, user)
  const { binaries, dataDirectory } = settings
  await prepareFolder(dataDirectory, user)
  if (!(await stat(join(dataDirectory, 'PG_VERSION')).catch(() => null))) await initialise(settings, user)
  const password = await readFile(`${dataDirectory}.password`, 'utf8')
  const addressOf = (port: number) => `postgres://jincun:${password}@127.0.0.1:${port}/postgres`
  const running = await runningUrl(dataDirectory, addressOf)
  const url = running ?? addressOf(await startOn(settings, user))
  return {
    url,
    joined: running !== null,
    origin: binaries.origin,
    version: binaries.version,
    dataDirectory,
    stop: () => runTool(join(binaries.bin, 'pg_ctl'), ['stop', '-D', dataDirectory, '-m', 'fast', '-w', '-s'], user),
  }
}
