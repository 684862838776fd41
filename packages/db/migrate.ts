import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { applicationRole } from './database.ts'

export type Migration = { name: string; text: string; hash: string }

/** Folders of plain .sql files, in the order the slices may depend on each other; names are '<slice>/<file>'. */
export async function readMigrations(folders: readonly { slice: string; folder: URL }[]): Promise<Migration[]> {
  const all = await Promise.all(
    folders.map(async ({ slice, folder }) => {
      const files = (await readdir(fileURLToPath(folder))).filter(file => file.endsWith('.sql')).sort()
      return Promise.all(
        files.map(async file => {
          const text = await readFile(new URL(file, folder), 'utf8')
          return { name: `${slice}/${basename(file)}`, text, hash: createHash('sha256').update(text).digest('hex') }
        }),
      )
    }),
  )
  return all.flat()
}

/** Makes the application role if the cluster lacks it; two migrators at once are both right. */
async function ensureRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole} nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$`)
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${applicationRole}', 'member') then execute format('grant ${applicationRole} to %I', current_user); end if;
    exception when unique_violation then null; end $$`)
}

async function applyOne(client: pg.Client, migration: Migration, known: ReadonlyMap<string, string>): Promise<boolean> {
  const hash = known.get(migration.name)
  if (hash === migration.hash) return false
  if (hash !== undefined) throw new Error(`Migration ${migration.name} was changed after it ran. Put it back and write a new one.`)
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed and changed nothing`, { cause: error })
  }
}

/**
 * Brings a database up to date, one transaction a file, under a lock so that two starting servers do not collide.
 * Forward only: a file that changed after it ran is refused. Returns the names that ran.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20200529)')
    await ensureRole(client)
    await client.query(
      'create table if not exists schema_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const known = await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')
    const byName = new Map(known.rows.map(row => [row.name, row.hash]))
    const ran: string[] = []
    for (const migration of migrations) {
      if (await applyOne(client, migration, byName)) ran.push(migration.name)
    }
    return ran
  } finally {
    await client.end()
  }
}
