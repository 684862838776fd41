import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram({ empty: true, setUpCode: 'abc123' })
})
afterAll(() => program.close())

const first = (setUpCode: string) => ({
  setUpCode,
  organisation: { id: '00000000-0000-4000-8000-000000000001', name: '商务部' },
  person: { id: '00000000-0000-4000-8000-000000000002', username: 'first', name: '首位管理员', password: 'a long password' },
})

test('an empty installation lets in one first administrator, by the code only', async () => {
  expect((await program.anyone.get('/api/set-up')).body).toEqual({ needed: true })
  expect((await program.anyone.send<{ code: string }>('POST', '/api/set-up', first('guess'))).body.code).toBe('wrong-set-up-code')
  expect((await program.owner.query('select * from person')).rowCount).toBe(0)
  expect((await program.anyone.send('POST', '/api/set-up', first('abc123'))).status).toBe(200)
  expect((await program.anyone.send<{ code: string }>('POST', '/api/set-up', first('abc123'))).body.code).toBe('already-set-up')
  expect((await program.anyone.send('POST', '/api/sign-in', { username: 'first', password: 'a long password' })).status).toBe(200)
  expect((await program.anyone.get('/api/session')).body).toMatchObject({ installation: { realm: 'live' } })
})
