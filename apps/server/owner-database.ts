import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findBinaries, startLocalServer } from '@jincun/db'
import pg from 'pg'
import type { StartSettings } from './settings.ts'

/** `stop` ends the server; `leave` ends it only where it did not run before. */
export type OwnerDatabase = { url: string; origin: string; stop: () => Promise<void>; leave: () => Promise<void> }

const rest = async () => undefined

async function ensureNamed(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const known = await client.query("select from pg_database where datname = 'jincun'")
  if (known.rowCount === 0) await client.query('create database jincun')
  await client.end()
  return url.replace(/\/postgres$/, '/jincun')
}

/** Opens DATABASE_URL, or a PostgreSQL of this program's own with a database named jincun, made on first use. */
export async function openOwnerDatabase(settings: StartSettings, wanted: 'made'): Promise<OwnerDatabase>
/** `existing`: null where there is no DATABASE_URL and the data folder was never used. */
export async function openOwnerDatabase(settings: StartSettings, wanted: 'existing'): Promise<OwnerDatabase | null>
export async function openOwnerDatabase(settings: StartSettings, wanted: 'made' | 'existing'): Promise<OwnerDatabase | null> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, origin: 'DATABASE_URL', stop: rest, leave: rest }
  const dataDirectory = join(settings.dataDirectory, 'postgres')
  if (wanted === 'existing' && !(await stat(settings.dataDirectory).catch(() => null))) return null
  const server = await startLocalServer({ binaries: await findBinaries(), dataDirectory, durable: true })
  const { stop, joined, origin, version } = server
  return { url: await ensureNamed(server.url), origin: `PostgreSQL ${version} (${origin})`, stop, leave: joined ? rest : stop }
}
