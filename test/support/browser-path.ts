import { existsSync } from 'node:fs'

/** Where the browsers lie that tests and measurements drive; `scripts/system-packages.mjs` installs one of them. */
const known = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome']

/** The browser of this machine, or the one JINCUN_BROWSER names; undefined when there is none. */
export const findBrowser = (): string | undefined =>
  [process.env.JINCUN_BROWSER, ...known].find(path => path !== undefined && existsSync(path))
