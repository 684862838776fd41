import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'
import { totp } from '../testing/factory.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

const signIn = (username: string, password: string, code?: string) =>
  program.anyone.send<{ code: string }>('POST', '/api/sign-in', { username, password, ...(code ? { code } : {}) })

test('a demo person signs in and is told who they are and what they may do', async () => {
  const client = await program.as('administrator')
  const session = await client.get<{ person: { name: string; realm: string }; actions: string[] }>('/api/session')
  expect(session.body.person).toMatchObject({ name: '系统管理员', realm: 'demo' })
  expect(session.body.actions).toContain('people.manage')
})

test('the public has no person and no actions', async () => {
  const session = await program.anyone.get<{ person: null; actions: string[] }>('/api/session')
  expect(session.body).toMatchObject({ person: null, actions: [], installation: { realm: 'demo' } })
})

test('a wrong password and an unknown name get the same answer', async () => {
  const wrong = await signIn('auditor', 'not the password')
  const unknown = await signIn('nobody-here', 'not the password')
  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong-credentials'])
  expect(unknown.body).toEqual(wrong.body)
})

test('the fifth failure locks the account for fifteen minutes, even for the right password', async () => {
  for (let attempt = 1; attempt <= 5; attempt++) expect((await signIn('gansu-finance', 'wrong')).body.code).toBe('wrong-credentials')
  expect((await signIn('gansu-finance', 'jincun-demo-2020')).body.code).toBe('locked-out')
  program.setNow('2020-05-20T09:14:59+08:00')
  expect((await signIn('gansu-finance', 'jincun-demo-2020')).body.code).toBe('locked-out')
  program.setNow('2020-05-20T09:15:00+08:00')
  expect((await signIn('gansu-finance', 'jincun-demo-2020')).status).toBe(200)
  program.setNow('2020-05-20T09:00:00+08:00')
})

test('of twenty wrong tries at once five are tried, every one counts and the account is locked', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('gansu-commerce', 'wrong')))
  expect(answers.filter(({ body }) => body.code === 'wrong-credentials')).toHaveLength(5)
  expect(answers.filter(({ body }) => body.code === 'locked-out')).toHaveLength(15)
  expect((await signIn('gansu-commerce', 'jincun-demo-2020')).body.code).toBe('locked-out')
})

/** Requests that wait for what the owner's open transaction holds. */
const waiting = () => program.owner.query('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))')

test('a right password under way when the account is locked does not pass and leaves no session', async () => {
  const sessions = () => program.owner.query('select id from auth_session')
  const before = await sessions()
  await program.owner.query("insert into sign_in_record values ('sichuan-finance', 4, null)")
  await program.owner.query('begin')
  await program.owner.query(
    "update sign_in_record set failures = 5, locked_until = '2020-05-20T09:15:00+08:00' where username = 'sichuan-finance'",
  )
  const answer = signIn('sichuan-finance', 'jincun-demo-2020')
  await vi.waitUntil(async () => (await waiting()).rowCount === 1, { timeout: 10_000 })
  await program.owner.query('commit')
  expect((await answer).body.code).toBe('locked-out')
  expect((await sessions()).rows).toEqual(before.rows)
})

test('with a second factor the password alone is not enough', async () => {
  const client = await program.as('gansu-poverty')
  const begun = await client.send<{ totpURI: string }>('POST', '/api/account/totp', { password: 'jincun-demo-2020' })
  const secret = new URL(begun.body.totpURI).searchParams.get('secret') ?? ''
  expect((await client.send('POST', '/api/account/totp/verify', { code: '000000' })).status).toBe(400)
  expect((await client.send('POST', '/api/account/totp/verify', { code: totp(secret, new Date()) })).status).toBe(200)
  expect((await signIn('gansu-poverty', 'jincun-demo-2020')).body.code).toBe('code-needed')
  expect((await signIn('gansu-poverty', 'jincun-demo-2020', '123456')).body.code).toBe('wrong-credentials')
  expect((await signIn('gansu-poverty', 'jincun-demo-2020', totp(secret, new Date()))).status).toBe(200)
})
