import { demoId } from '@jincun/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'

let program: TestProgram
let administrator: Client
beforeAll(async () => {
  program = await startTestProgram()
  administrator = await program.as('administrator')
})
afterAll(() => program.close())

const id = (end: string) => `00000000-0000-4000-8000-0000000000${end}`
const firm = { id: id('01'), name: '演示承办公司', socialCreditCode: '91350100M000100Y43', kind: 'contractor', placeCode: '513431' }
const person = (end: string, username: string, grants: unknown) => ({
  id: id(end),
  username,
  name: '张三',
  organisationId: demoId('sichuan-commerce'),
  password: 'long enough here',
  grants,
})

test('a firm needs a credit code that passes its check', async () => {
  const bad = await administrator.send<{ errors: { where: string }[] }>('POST', '/api/organisations', {
    ...firm,
    socialCreditCode: '91350100M000100Y44',
  })
  expect([bad.status, bad.body.errors[0]?.where]).toEqual([400, 'body.socialCreditCode'])
  expect((await administrator.send('POST', '/api/organisations', { ...firm, socialCreditCode: null })).status).toBe(400)
  expect((await administrator.send('POST', '/api/organisations', firm)).status).toBe(200)
})

test('sending the same organisation twice is one organisation', async () => {
  await administrator.send('POST', '/api/organisations', firm)
  const found = await program.owner.query('select count(*)::int as n from organisation where id = $1', [firm.id])
  expect(found.rows).toEqual([{ n: 1 }])
})

test('a new person signs in and loses access when kept out', async () => {
  const made = await administrator.send(
    'POST',
    '/api/people',
    person('02', 'zhang-san', [{ role: 'provincial-commerce', placeCode: '510000' }]),
  )
  expect(made.status).toBe(200)
  const credentials = { username: 'zhang-san', password: 'long enough here' }
  expect((await program.anyone.send('POST', '/api/sign-in', credentials)).status).toBe(200)
  const cookies = (await program.anyone.send('POST', '/api/sign-in', credentials)).headers['set-cookie']
  await administrator.send('PUT', `/api/people/${id('02')}/active`, { active: false, reason: '离岗' })
  const cookie = [cookies]
    .flat()
    .map(value => String(value).split(';')[0])
    .join('; ')
  const answer = await program.program.server.inject({ url: '/api/session', headers: { cookie } })
  expect(answer.json()).toMatchObject({ person: null })
})

test.each([
  ['a county role for a province', [{ role: 'county-government', placeCode: '510000' }]],
  ['an unknown role', [{ role: 'emperor', placeCode: '000000' }]],
  ['no role', []],
])('%s is refused', async (_what, grants) => {
  expect((await administrator.send('POST', '/api/people', person('03', 'li-si', grants))).status).toBe(400)
})

test('people of a province or a county cannot manage people', async () => {
  for (const username of ['sichuan-commerce', 'zhaojue-government', 'sichuan-reviewer-1']) {
    const client = await program.as(username)
    expect((await client.send('POST', '/api/organisations', { ...firm, id: id('09') })).status).toBe(403)
    expect((await client.get('/api/people')).status).toBe(403)
  }
})

test('an API key acts for its role and place, and not after it is revoked', async () => {
  const made = await administrator.send<{ key: string }>('POST', '/api/api-keys', {
    id: id('04'),
    name: '演示接口',
    organisationId: demoId('sichuan-commerce'),
    grant: { role: 'audit-administrator', placeCode: '510000' },
  })
  const ask = () => program.program.server.inject({ url: '/api/audit', headers: { authorization: `Bearer ${made.body.key}` } })
  expect((await ask()).statusCode).toBe(200)
  await administrator.send('DELETE', `/api/api-keys/${id('04')}`)
  expect((await ask()).statusCode).toBe(401)
  const stored = await program.owner.query('select key_hash from api_key where id = $1', [id('04')])
  expect(JSON.stringify(stored.rows)).not.toContain(made.body.key)
})
