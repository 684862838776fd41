import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensurePlainUser, reachableBy } from './plain-user.ts'
import type { PlainUser } from './plain-user.ts'
import type { Binaries } from './binaries.ts'

/** A PostgreSQL this program runs itself, on the loopback address only. */
export type LocalServer = { url: string; origin: Binaries['origin']; version: number; dataDirectory: string; stop(): Promise<void> }

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

/** The port of a server that already runs on the folder (left by a program that was killed), or null. */
async function runningPort(directory: string): Promise<number | null> {
  const lines = (await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid) return null
  try {
    process.kill(pid, 0)
    return Number(lines[3]) || null
  } catch {
    return null
  }
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

/**
 * Starts PostgreSQL on a folder, making it on first use; a server that already runs there is joined.
 * `durable: false` (tests) trades safety at power loss for speed and is never used for real data.
 */
export async function startLocalServer(wanted: Settings): Promise<LocalServer> {
  const user = process.getuid?.() === 0 ? await ensurePlainUser() : null
  const settings = await reachable({ ...wanted, dataDirectory: resolve(wanted.dataDirectory) }, user)
  const { binaries, dataDirectory, durable } = settings
  await prepareFolder(dataDirectory, user)
  if (!(await stat(join(dataDirectory, 'PG_VERSION')).catch(() => null))) await initialise(settings, user)
  let port = await runningPort(dataDirectory)
  const pgCtl = join(binaries.bin, 'pg_ctl')
  if (port === null) {
    port = await freePort()
    const flags = `-p ${port} -h 127.0.0.1 -c unix_socket_directories='' -c max_connections=200${durable ? '' : ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'}`
    await startPatiently(() =>
      runTool(pgCtl, ['start', '-D', dataDirectory, '-w', '-s', '-l', join(dataDirectory, 'server.log'), '-o', flags], user),
    )
  }
  const password = await readFile(`${dataDirectory}.password`, 'utf8')
  return {
    url: `postgres://jincun:${password}@127.0.0.1:${port}/postgres`,
    origin: binaries.origin,
    version: binaries.version,
    dataDirectory,
    stop: () => runTool(pgCtl, ['stop', '-D', dataDirectory, '-m', 'fast', '-w', '-s'], user),
  }
}
