import fc from 'fast-check'
import { openDatabase, sql } from '@jincun/db'
import type { Database } from '@jincun/db'
import { jurisdictionsFor, permissionsOf, permits } from '@jincun/http'
import type { Caller, Grant } from '@jincun/http'
import { roleIds } from '@jincun/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../support/program.ts'
import type { TestProgram } from '../support/program.ts'

/** Every power has one owner, by level and place (notice-2020/2.1): shown in the service and again in the database. */
let program: TestProgram
let database: Database
const records = Array.from({ length: 400 }, (_, index) => {
  const code =
    [
      index % 7 === 0
        ? `${11 + (index % 50)}0000`
        : `${11 + ((index * 7) % 50)}${String(1 + (index % 4)).padStart(2, '0')}${String(21 + (index % 9)).padStart(2, '0')}`,
    ][0] ?? ''
  return { id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`, code, realm: index % 3 === 0 ? 'live' : 'demo' }
})

beforeAll(async () => {
  program = await startTestProgram()
  database = openDatabase(program.url)
  for (const { id, code, realm } of records) {
    await program.owner.query("insert into organisation values ($1, $2, null, 'county-government', $3, $4, now())", [
      id,
      `试验 ${id}`,
      code,
      realm,
    ])
  }
})
afterAll(async () => {
  await database.close()
  await program.close()
})

const callerOf = (grants: readonly Grant[], realm: string): Caller => ({
  kind: 'person',
  personId: 'p',
  name: '',
  organisationId: null,
  organisationName: '',
  realm,
  grants,
})

/** The same question asked in other words: level by level, without prefixes. */
function oracle(roles: readonly string[], caller: Caller, place: string): boolean {
  return caller.grants.some(({ role, placeCode }) => {
    if (!roles.includes(role)) return false
    const [province, prefecture] = [placeCode.slice(2) === '0000', placeCode.slice(4) === '00']
    if (placeCode === '000000') return true
    if (province) return place.slice(0, 2) === placeCode.slice(0, 2)
    if (prefecture) return place.slice(0, 4) === placeCode.slice(0, 4)
    return place === placeCode
  })
}

const place = fc.oneof(
  fc.constant('000000'),
  fc.integer({ min: 11, max: 60 }).map(province => `${province}0000`),
  fc.constantFrom(...records.map(({ code }) => code)),
)
const grants = fc.array(fc.record({ role: fc.constantFrom(...roleIds), placeCode: place }), { maxLength: 4 })

test('the service permits exactly action × role × jurisdiction, over 120,000 random triples', () => {
  const table = permissionsOf(program.program.capabilities)
  const actions = Object.keys(table)
  let triples = 0
  fc.assert(
    fc.property(grants, fc.array(place, { minLength: 120, maxLength: 120 }), fc.constantFrom(...actions), (held, places, action) => {
      const caller = callerOf(held, 'demo')
      for (const target of places) {
        triples++
        if (permits(table, caller, action, target) !== oracle(table[action]?.roles ?? [], caller, target))
          throw new Error(`${action} at ${target} for ${JSON.stringify(held)}`)
      }
    }),
    { numRuns: 1000 },
  )
  expect(triples).toBeGreaterThanOrEqual(120_000)
})

test('the database shows exactly the rows the service would permit, over 120,000 random triples, and no row of the other realm', async () => {
  const table = permissionsOf(program.program.capabilities)
  let triples = 0
  await fc.assert(
    fc.asyncProperty(grants, fc.constantFrom(...Object.keys(table)), fc.constantFrom('live', 'demo'), async (held, action, realm) => {
      const caller = callerOf(held, realm)
      const scope = { personId: 'p', realm, jurisdictions: jurisdictionsFor(table, caller, action) }
      const seen = await database.transaction(scope, 'read', tx =>
        tx.rows<{ id: string }>(sql`select id from organisation where name like '试验 %'`),
      )
      const wanted = records.filter(record => record.realm === realm && oracle(table[action]?.roles ?? [], caller, record.code))
      expect(seen.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
      triples += records.length
    }),
    { numRuns: 300 },
  )
  expect(triples).toBeGreaterThanOrEqual(120_000)
})

test('writing outside the scope is stopped by the database itself', async () => {
  const scope = { personId: 'p', realm: 'demo', jurisdictions: ['51'] }
  const insert = (code: string, realm: string) =>
    database.transaction(scope, 'write', tx =>
      tx.run(
        sql`insert into organisation values (gen_random_uuid(), ${`外 ${code} ${realm}`}, null, 'contractor', ${code}, ${realm}, now())`,
      ),
    )
  await expect(insert('520000', 'demo')).rejects.toMatchObject({ code: '42501' })
  await expect(insert('510000', 'live')).rejects.toMatchObject({ code: '42501' })
  expect(await insert('513431', 'demo')).toBe(1)
})

test('without a scope no table under row-level security shows a row', async () => {
  const tables = await program.owner.query<{ relname: string }>(
    "select relname from pg_class where relrowsecurity and relkind in ('r', 'p')",
  )
  expect(tables.rowCount).toBeGreaterThan(4)
  for (const { relname } of tables.rows) {
    const client = await database.pool.connect()
    const found = await client.query(`select count(*)::int as n from ${relname}`)
    client.release()
    expect([relname, found.rows[0]]).toEqual([relname, { n: 0 }])
  }
})

test.each<[string, string, boolean]>([
  ['*', '513431', true],
  ['51', '513431', true],
  ['5202,51', '513431', true],
  ['513431', '513431', true],
  ['513431', '513432', false],
  ['52', '513431', false],
  ['31', '513431', false],
  ['', '513431', false],
  ['52,', '513431', false],
  [',', '513431', false],
])('in the database jurisdictions "%s" hold %s: %s', async (jurisdictions, place, expected) => {
  await program.owner.query("select set_config('jincun.jurisdictions', $1, false)", [jurisdictions])
  const { rows } = await program.owner.query<{ held: boolean }>('select in_scope($1) as held', [place])
  await program.owner.query('reset jincun.jurisdictions')
  expect(rows[0]?.held).toBe(expected)
})

test('without any jurisdiction set nothing is held, and the rule is one expression that the planner writes into the query', async () => {
  const { rows } = await program.owner.query<{ held: boolean }>("select in_scope('513431') as held")
  expect(rows[0]?.held).toBe(false)
  const plan = await program.owner.query<{ 'QUERY PLAN': string }>('explain select 1 from organisation where in_scope(place_code)')
  expect(plan.rows.map(row => row['QUERY PLAN']).join('\n')).not.toContain('in_scope')
})
