// Plain JavaScript for Node 20 and newer: what must happen before any TypeScript can run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Ends the program with one plain sentence. */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const readLock = path => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {})

/** Whether what lies in node_modules is what the lock file says; optional packages for other systems may be absent. */
function isInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'))
  const present = readLock(join(root, 'node_modules/.package-lock.json'))
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = present[path]
    return found ? entry.link === true || found.version === entry.version : entry.optional === true || entry.peer === true
  })
}

/** Whether npm did it. `says`: 'ignore' where another way follows, so that nobody reads errors that were mended; else 'inherit'. */
function runNpm(says, ...words) {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  return (
    spawnSync(npm[0], [...npm.slice(1), ...words, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', says],
    }).status === 0
  )
}

/**
 * Installs what the lock file says when node_modules is not that. A registry mirror that lacks packages for other systems leaves them out of
 * the lock, which `npm ci` refuses; `npm install --no-save` then takes the same locked versions and writes nothing.
 */
export function ensureInstalled() {
  if (isInstalled()) return
  process.stderr.write('Installing packages …\n')
  if (runNpm('ignore', 'ci') || runNpm('inherit', 'install', '--no-save')) return
  stop('The packages could not be installed; npm says why above.')
}

/** A Node that runs TypeScript as it is: the pinned one npm brought, else this one when it is new enough. */
export function typeScriptNode() {
  const pinned = join(root, 'node_modules/node/bin/node')
  if (existsSync(pinned)) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return stop(
    `Node ${process.versions.node} cannot run TypeScript as it is, and no pinned Node exists for this system. Install Node 22.18 or newer.`,
  )
}

const isSource = name => !['node_modules', 'dist', '.git', '.data', 'server', 'test', 'bench'].includes(name)

/** Newest change among the files the web client is built from. */
function newestSource(folder) {
  let newest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!isSource(entry.name)) continue
    const path = join(folder, entry.name)
    newest = Math.max(newest, entry.isDirectory() ? newestSource(path) : statSync(path).mtimeMs)
  }
  return newest
}

/** Builds the web client when it is absent or older than its sources. */
export function ensureWebBuilt(node) {
  const page = join(root, 'apps/web/dist/index.html')
  const newest = Math.max(...['apps/web', 'packages', 'capabilities'].map(folder => newestSource(join(root, folder))))
  if (existsSync(page) && statSync(page).mtimeMs > newest) return
  process.stderr.write('Building the web client …\n')
  const result = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'apps/web'),
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) stop('The web client could not be built; the reason is above.')
}

/** Hands over to a TypeScript program with the same arguments; answers its exit code. */
export function handOver(node, program, args = process.argv.slice(2)) {
  mkdirSync(join(root, '.data'), { recursive: true })
  // Compiled code is kept between runs: a command asked for an answer in one second must not spend it on reading itself.
  const env = { NODE_COMPILE_CACHE: join(root, '.data/compiled'), ...process.env }
  return spawnSync(node, ['--disable-warning=ExperimentalWarning', join(root, program), ...args], { stdio: 'inherit', env }).status ?? 1
}
