import { expect, test } from 'vitest'
import { breachesOf, fileBreaches, tablesOf } from './migrations.ts'
import { files, read } from './repository.ts'

const migrationFiles = files.filter(file => /\/migrations\/.*\.sql$/.test(file))
const tables = migrationFiles.flatMap(file => tablesOf(file, read(file)))
const kinds = new Map(tables.map(table => [table.name, table.kind]))

test('every table keeps the rules of distribution', () => {
  expect(tables.length).toBeGreaterThan(10)
  expect(tables.flatMap(table => breachesOf(table, kinds))).toEqual([])
})

test('every migration keeps the rules of distribution', () => {
  expect(migrationFiles.flatMap(file => fileBreaches(read(file), tablesOf(file, read(file))).map(breach => `${file}: ${breach}`))).toEqual(
    [],
  )
})

const distributed = 'county_code char(6) collate "C" not null,\n  realm text not null,\n'
const row = (body: string, comment = '-- distributed') => `${comment}\ncreate table t (\n  ${body}\n);\n`

test.each([
  ['no declaration', row('id uuid primary key', ''), /say -- distributed/],
  ['no county code', row('id uuid not null,\n  primary key (county_code, id)'), /wants county_code/],
  ['key on one column', row(`${distributed}  id uuid primary key`), /one column/],
  ['key without county code', row(`${distributed}  id uuid not null,\n  primary key (id)`), /lacks county_code/],
  [
    'unique without county code',
    row(`${distributed}  a text not null,\n  primary key (county_code, a),\n  unique (a)`),
    /lacks county_code/,
  ],
  ['int identity', row('id int generated always as identity', '-- reference'), /int identity/],
  [
    'foreign key without county code',
    row(`${distributed}  o uuid not null,\n  primary key (county_code, o),\n  foreign key (o) references other (id)`),
    /foreign key to other/,
  ],
])('a table with %s is found', (_what, text, expected) => {
  const planted = tablesOf('planted.sql', text)
  expect(planted).toHaveLength(1)
  expect(planted.flatMap(table => breachesOf(table, new Map([['other', 'distributed']]))).join('\n')).toMatch(expected)
})

test.each([
  ['a trigger', 'create trigger x after insert on t execute function f();', /triggers/],
  ['on delete set null', 'alter table t add foreign key (a) references b on delete set null;', /set null/],
  ['row security forgotten', row(`${distributed}  primary key (county_code)`), /row level security/],
  ['a unique index', `${row(`${distributed}  primary key (county_code)`)}create unique index i on t (a);`, /unique index/],
])('a file with %s is found', (_what, text, expected) => {
  expect(fileBreaches(text, tablesOf('planted.sql', text)).join('\n')).toMatch(expected)
})
