// What the tests need from the machine itself: a browser, Chinese fonts, a PostgreSQL of its own.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { stop } from './prepare.mjs'

const hasBrowser = () => Boolean(process.env.JINCUN_BROWSER) || ['/usr/bin/chromium', '/usr/bin/google-chrome'].some(existsSync)
const hasFonts = () => spawnSync('fc-list', [':lang=zh']).stdout?.length > 0
const hasPostgreSql = () =>
  Boolean(process.env.DATABASE_URL) ||
  (existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').some(version => Number(version) >= 15))

/** Installs by apt what is missing, where that is possible; else says what to install. */
export function ensureSystemPackages() {
  const missing = [
    ...(hasBrowser() ? [] : ['chromium']),
    ...(hasFonts() ? [] : ['fonts-noto-cjk', 'fontconfig']),
    ...(hasPostgreSql() ? [] : ['postgresql']),
  ]
  if (missing.length === 0) return
  const isRoot = process.getuid?.() === 0
  const sudo = isRoot ? [] : ['sudo', '-n']
  process.stderr.write(`Installing ${missing.join(', ')} (apt-get) …\n`)
  const run = (...words) =>
    spawnSync([...sudo, ...words][0], [...sudo, ...words].slice(1), {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status
  if (run('apt-get', 'update') === 0 && run('apt-get', 'install', '-y', '--no-install-recommends', ...missing) === 0) return
  stop(
    `The tests need ${missing.join(', ')} and could not install them. Install them by hand; JINCUN_BROWSER names a browser, DATABASE_URL a PostgreSQL.`,
  )
}
