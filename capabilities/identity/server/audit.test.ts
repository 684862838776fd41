import { demoId } from '@jincun/identity'
import { canonicalJson } from '@jincun/kernel'
import { linkHash } from '@jincun/proof'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'

let program: TestProgram
let auditor: Client
type Verification = { chains: number; rows: number; broken: { place: string; seq: number; fault: string }[] }

beforeAll(async () => {
  program = await startTestProgram()
  auditor = await program.as('auditor')
  const administrator = await program.as('administrator')
  for (const [index, active] of [false, true, false].entries()) {
    await administrator.send('PUT', `/api/people/${demoId('gansu-reviewer-5')}/active`, { active, reason: `第 ${index} 次` })
  }
})
afterAll(() => program.close())

const verification = async () => (await auditor.get<Verification>('/api/audit/verification')).body

test('every change is there with who, when, what, before and after', async () => {
  const { body } = await auditor.get<{ rows: { personName: string; change: unknown }[]; total: number }>(
    `/api/audit?record=${demoId('gansu-reviewer-5')}`,
  )
  expect(body.total).toBe(3)
  expect(body.rows[0]).toMatchObject({
    personName: '系统管理员',
    change: { reason: '第 2 次', before: { active: true }, after: { active: false } },
  })
})

test('the log can be taken out as CSV with the text each digest is of', async () => {
  const csv = new TextDecoder().decode((await auditor.get(`/api/audit/export?record=${demoId('gansu-reviewer-5')}`)).bytes)
  const lines = csv.trim().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toContain('摘要所对内容')
  expect(lines[1]).toContain('第 2 次')
})

test('the application role can neither change, delete nor insert rows of the log', async () => {
  const logs = ['audit_event', 'audit_head', 'audit_anchor', 'publication', 'publication_head']
  const client = new pg.Client({ connectionString: program.url, options: '-c role=jincun_app' })
  await client.connect()
  for (const table of logs) {
    for (const statement of [
      `update ${table} set county_code = county_code`,
      `delete from ${table}`,
      `truncate ${table}`,
      `insert into ${table} select * from ${table}`,
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied|does not exist/)
    }
  }
  const grants = await client.query(
    "select privilege_type from information_schema.role_table_grants where grantee = 'jincun_app' and table_name = any ($1) and privilege_type <> 'SELECT'",
    [logs],
  )
  expect(grants.rows).toEqual([])
  await client.end()
})

test('the chain holds, and a row changed or taken out behind our back is found', async () => {
  expect((await verification()).broken).toEqual([])
  await program.owner.query('begin')
  await program.owner.query("update audit_event set payload = replace(payload, '第 1 次', '第 9 次') where payload like '%第 1 次%'")
  await program.owner.query('commit')
  expect((await verification()).broken).toEqual([{ place: '000000', seq: expect.any(Number), fault: 'changed' }])
  await program.owner.query("update audit_event set payload = replace(payload, '第 9 次', '第 1 次') where payload like '%第 9 次%'")
  expect((await verification()).broken).toEqual([])
  await program.owner.query("delete from audit_event where payload like '%第 1 次%'")
  expect((await verification()).broken).toMatchObject([{ place: '000000', fault: 'sequence-gap' }])
})

test('a chain rewritten from a row on, hashes and all, is not the one whose head was published', async () => {
  const [anchor] = (
    await program.owner.query<{ place: string; seq: string }>(
      "select county_code as place, seq from audit_anchor where county_code <> '000000' order by leaf desc, county_code limit 1",
    )
  ).rows
  const chain = await program.owner.query<{ seq: string; payload: string; previous_hash: string }>(
    'select seq, payload, previous_hash from audit_event where county_code = $1 order by seq',
    [anchor?.place],
  )
  let previous = chain.rows[0]?.previous_hash ?? ''
  for (const { seq, payload } of chain.rows) {
    const rewritten = { ...(JSON.parse(payload) as object), reason: '改写' }
    const hash = linkHash(Number(seq), previous, rewritten)
    await program.owner.query('update audit_event set payload = $3, previous_hash = $4, hash = $5 where county_code = $1 and seq = $2', [
      anchor?.place,
      seq,
      canonicalJson(rewritten),
      previous,
      hash,
    ])
    previous = hash
  }
  const { broken } = await verification()
  expect(broken.filter(({ place }) => place === anchor?.place)).toEqual([
    { place: anchor?.place, seq: expect.any(Number), fault: 'not-as-published' },
  ])
})
