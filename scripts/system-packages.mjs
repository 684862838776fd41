// What the tests need from the machine itself: a browser, Chinese fonts, a PostgreSQL of its own.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { stop } from './prepare.mjs'

const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome']
const hasBrowser = () => Boolean(process.env.JINCUN_BROWSER) || browsers.some(existsSync)
const hasFonts = () => spawnSync('fc-list', [':lang=zh']).stdout?.length > 0
const hasPostgreSql = () =>
  Boolean(process.env.DATABASE_URL) ||
  (existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').some(version => Number(version) >= 15))

const isRoot = process.getuid?.() === 0
function aptGet(...words) {
  const command = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get', ...words]
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 2], env: environment }).status === 0
}
const install = packages => aptGet('install', '-y', '--no-install-recommends', ...packages)

/** Installs by apt what is missing, where that is possible; else says what to install. */
export function ensureSystemPackages() {
  const others = [...(hasFonts() ? [] : ['fonts-noto-cjk', 'fontconfig']), ...(hasPostgreSql() ? [] : ['postgresql'])]
  // Debian's shell without a window needs a third less of the processor; where there is none, the whole browser does.
  const choices = hasBrowser()
    ? [others]
    : [
        [...others, 'chromium-headless-shell'],
        [...others, 'chromium'],
      ]
  const missing = choices[0]
  if (missing.length === 0) return
  process.stderr.write(`Installing ${missing.join(', ')} (apt-get) …\n`)
  if (aptGet('update') && choices.some(install)) return
  stop(
    `The tests need ${missing.join(', ')} and could not install them. Install them by hand; JINCUN_BROWSER names a browser, DATABASE_URL a PostgreSQL.`,
  )
}
