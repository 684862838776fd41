import { openDatabase } from '@jincun/db'
import type { Database, Scope } from '@jincun/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../support/program.ts'
import type { TestProgram } from '../support/program.ts'

/** Every table is asked, as the catalogue knows it: a table of tomorrow is under test the day its migration runs. */
type Table = { name: string; place: string; columns: { name: string; type: string }[]; insert: boolean; update: string[]; remove: boolean }

const catalogue = `select c.relname as name,
    (select attname from pg_attribute where attrelid = c.oid and attname in ('county_code', 'place_code') and not attisdropped) as place,
    (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, null)) order by attnum) from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
        and (attnotnull and not atthasdef or attname in ('county_code', 'place_code', 'realm'))) as columns,
    has_any_column_privilege('jincun_app', c.oid, 'insert') as insert,
    has_table_privilege('jincun_app', c.oid, 'delete') as remove,
    (select coalesce(json_agg(attname order by attnum), '[]') from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
      and has_column_privilege('jincun_app', c.oid, attnum, 'update')) as update
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
    and not c.relispartition order by 1`

/** Of whom the row is decides, not where: nobody but the reviewer sees a sheet in work. */
const ownOnly = ['score_draft', 'score_sheet']
/** What everyone in the realm may read, wherever the county: a demonstration county is public. Written by those in scope only. */
const readByAll = ['designation']
/** Tables that name a place and are open to every reader by their purpose: the public log and the ends of the audit chains. */
const publicByPurpose = ['audit_anchor', 'audit_head', 'publication']

let program: TestProgram
let database: Database
let tables: Table[]

const values: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: 'md5(random()::text)',
  character: "'x'",
  'character varying': "'x'",
  bigint: '(random() * 1000000000)::bigint',
  integer: '(random() * 1000000000)::int',
  smallint: '1',
  numeric: '1',
  boolean: 'false',
  'timestamp with time zone': "'2020-05-01T09:00:00+08:00'",
  date: "'2020-05-01'",
  jsonb: "'{}'",
  bytea: "''",
}
const madeUp = (type: string): string => (type.endsWith('[]') ? "'{}'" : (values[type] ?? `no value for ${type}`))

/** A row of that place and realm; the rest is whatever the types allow. */
const insertOf = ({ name, place, columns }: Table, code: string, realm: string): string => {
  const given: Record<string, string> = { [place]: `'${code}'`, realm: `'${realm}'` }
  const list = columns.map(column => `"${column.name}"`).join(', ')
  return `insert into ${name} (${list}) values (${columns.map(column => given[column.name] ?? madeUp(column.type)).join(', ')})`
}

const plain = (text: string) => ({ strings: [text], values: [] })
const sichuan: Scope = { personId: 'nobody', realm: 'demo', jurisdictions: ['51'] }
const as = (scope: Scope, statement: string) =>
  database.transaction(scope, 'write', tx => tx.rows<{ place: string; realm: string }>(plain(statement)))
const rows: readonly (readonly [code: string, realm: string])[] = [
  ['513431', 'demo'],
  ['513431', 'live'],
  ['520526', 'demo'],
  ['520526', 'live'],
]

beforeAll(async () => {
  program = await startTestProgram()
  database = openDatabase(program.url)
  tables = (await program.owner.query<Table>(catalogue)).rows
  // Content does not matter here, so nothing that checks it: the policies stay.
  await program.owner.query(`set session_replication_role = replica; do $$ declare each record; begin
    for each in select conrelid::regclass as owner, conname from pg_constraint where contype = 'c' and coninhcount = 0 and connamespace = 'public'::regnamespace
    loop execute format('alter table %s drop constraint %I', each.owner, each.conname); end loop;
    for each in select relname from pg_class where relkind = 'p' and relnamespace = 'public'::regnamespace
    loop execute format('create table %I partition of %I default', each.relname || '_rest', each.relname); end loop; end $$`)
  for (const table of tables)
    for (const [code, realm] of rows) await program.owner.query(`${insertOf(table, code, realm)} on conflict do nothing`)
  await program.owner.query('set session_replication_role = origin')
})
afterAll(async () => {
  await database.close()
  await program.close()
})

test('every table that names a county or a place is under row-level security, but those that are public by purpose', async () => {
  const open = await program.owner.query<{
    name: string
  }>(`select distinct c.relname as name from pg_class c join pg_attribute a on attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
      and has_any_column_privilege('jincun_app', c.oid, 'select, insert, update')
      and attname in ('county_code', 'place_code') and not attisdropped order by 1`)
  expect(open.rows.map(({ name }) => name)).toEqual(publicByPurpose)
  expect(tables.length).toBeGreaterThan(60)
  expect(
    tables.filter(({ place, columns }) => place === null || !columns.some(({ name }) => name === 'realm')).map(({ name }) => name),
  ).toEqual([])
})

test('the application owns no table and bypasses no policy', async () => {
  const found = await program.owner.query(`select rolname from pg_roles where rolname = 'jincun_app' and (rolsuper or rolbypassrls)
    union all select tablename from pg_tables where schemaname = 'public' and tableowner = 'jincun_app'`)
  expect(found.rows).toEqual([])
})

test('in every table the rows of another county and of the other realm are invisible, and one’s own are not', async () => {
  for (const { name, place } of tables) {
    const seen = await as(sichuan, `select ${place} as place, realm from ${name}`)
    const foreign = seen.filter(row => row.realm !== 'demo' || (!row.place.startsWith('51') && !readByAll.includes(name)))
    expect([name, foreign]).toEqual([name, []])
    expect([name, seen.length > 0]).toEqual([name, !ownOnly.includes(name)])
    const unscoped = await as({ ...sichuan, jurisdictions: [] }, `select realm from ${name}`)
    expect([name, unscoped.length > 0]).toEqual([name, readByAll.includes(name)])
  }
})

test('in no table can a row be put into another county or the other realm', async () => {
  const writable = tables.filter(({ insert }) => insert)
  expect(writable.length).toBeGreaterThan(40)
  for (const table of tables)
    for (const [code, realm] of rows.slice(1))
      await expect(as(sichuan, insertOf(table, code, realm)), `${table.name} ${code} ${realm}`).rejects.toMatchObject({ code: '42501' })
})

test('in no table can a row of another county or realm be changed or removed, nor one’s own be moved there', async () => {
  for (const { name, place, update, remove } of tables) {
    const [column] = update
    if (column) {
      const changed = await as(sichuan, `update ${name} set ${column} = ${column} returning ${place} as place, realm`)
      expect([name, changed.filter(row => row.realm !== 'demo' || !row.place.startsWith('51'))]).toEqual([name, []])
    }
    expect([name, remove]).toEqual([name, false])
    for (const [fixed, other] of [
      [place, '520526'],
      ['realm', 'live'],
    ] as const)
      await expect(as(sichuan, `update ${name} set ${fixed} = '${other}'`), `${name} ${fixed}`).rejects.toMatchObject({ code: '42501' })
  }
})
