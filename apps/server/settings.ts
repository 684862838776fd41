import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export type StartSettings = {
  empty: boolean
  port: number
  host: string
  dataDirectory: string
  databaseUrl: string | null
  secureCookies: boolean
  webRoot: string
}

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Reads the command line and the environment; throws one sentence for what it cannot read. */
export function readSettings(args: string[], environment: NodeJS.ProcessEnv): StartSettings {
  const { values } = parseArgs({
    args,
    options: { empty: { type: 'boolean', default: false }, port: { type: 'string' }, host: { type: 'string' } },
  })
  const port = Number(values.port ?? environment.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`Port ${values.port ?? environment.PORT} is not a number from 0 to 65535.`)
  return {
    empty: values.empty,
    port,
    host: values.host ?? environment.HOST ?? '127.0.0.1',
    dataDirectory: environment.JINCUN_DATA ?? join(repository, '.data'),
    databaseUrl: environment.DATABASE_URL ?? null,
    secureCookies: environment.JINCUN_HTTPS === '1',
    webRoot: join(repository, 'apps/web/dist'),
  }
}

/** The secret that signs session cookies: from JINCUN_SECRET, else made once and kept beside the data. */
export async function readSecret(dataDirectory: string, environment: NodeJS.ProcessEnv): Promise<string> {
  if (environment.JINCUN_SECRET) return environment.JINCUN_SECRET
  const file = join(dataDirectory, 'secret')
  await mkdir(dataDirectory, { recursive: true })
  await writeFile(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}
