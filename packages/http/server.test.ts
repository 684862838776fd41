import { openDatabase, sql } from '@jincun/db'
import type { Database } from '@jincun/db'
import { accept } from '@jincun/kernel'
import { PolicyGap } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { Caller } from './caller.ts'
import { route } from './route.ts'
import type { Route } from './route.ts'
import { createServer } from './server.ts'
import { streamRoute } from './stream-route.ts'

const caller: Caller = {
  kind: 'person',
  personId: 'p',
  name: '张三',
  organisationId: null,
  organisationName: '',
  realm: 'demo',
  grants: [{ role: 'keeper', placeCode: '510000' }],
}

const routes: Route[] = [
  route({
    method: 'POST',
    path: '/api/thing/:id',
    action: 'thing.write',
    summary: 'Writes',
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({ placeCode: z.string().regex(/^\d{6}$/), amount: z.number().int().min(0) }),
    place: ({ body }) => body.placeCode,
    handle: async ({ body }) => accept({ amount: BigInt(body.amount) }),
  }),
  route({
    method: 'GET',
    path: '/api/sneaky',
    action: 'public',
    summary: 'A GET that tries to write',
    handle: async ({ tx }) => accept(await tx.run(sql`create table sneaky (id int)`)),
  }),
  route({
    method: 'GET',
    path: '/api/bug',
    action: 'public',
    summary: 'A bug',
    handle: async () => {
      throw new Error('secret detail')
    },
  }),
  route({
    method: 'POST',
    path: '/api/upload',
    action: 'public',
    summary: 'Takes bytes',
    upload: { maximumBytes: 1000 },
    handle: async ({ upload }) => accept({ size: upload.length }),
  }),
]

const stream = streamRoute({
  method: 'POST',
  path: '/api/stream/:place',
  action: 'thing.write',
  summary: 'Takes a stream',
  params: z.strictObject({ place: z.string().regex(/^\d{6}$/) }),
  query: z.strictObject({ fail: z.enum(['gap', 'twice', 'bug', 'no']).default('no') }),
  maximumBytes: 1000,
  place: ({ params }) => params.place,
  handle: async ({ query, bytes, may }) => {
    if (query.fail === 'gap') throw new PolicyGap('rate of 1999', 'policy/parameters/rate.yaml')
    if (query.fail === 'twice') throw Object.assign(new Error('duplicate key'), { code: '23505' })
    if (query.fail === 'bug') throw new Error('secret detail')
    let size = 0
    for await (const piece of bytes) size += piece.length
    return accept({ size, here: may('thing.write', '513431'), elsewhere: may('thing.write', '520000') })
  },
})

let database: Database
let server: FastifyInstance
const permissions = { 'thing.write': { roles: ['keeper'], what: { zh: '写', en: 'Write' } } }
const settings = () => ({
  database,
  policy: loadPolicy(),
  now: () => new Date('2020-05-20T09:00:00+08:00'),
  authenticate: async () => caller,
})

beforeAll(async () => {
  database = openDatabase(inject('clusterUrl'), { role: null })
  server = await createServer({ ...settings(), capabilities: [{ name: 'thing', permissions, routes, streams: [stream] }] })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const id = '00000000-0000-4000-8000-000000000001'
const post = (payload: unknown, path = `/api/thing/${id}`, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) })

test('a good request answers, with money as decimal text', async () => {
  const answer = await post({ placeCode: '513431', amount: 5 })
  expect([answer.statusCode, answer.json()]).toEqual([200, { amount: '5' }])
})

test.each([
  ['a place beyond the jurisdiction', { placeCode: '520000', amount: 5 }, 403, 'not-permitted'],
  ['a wrong field', { placeCode: '513431', amount: -1 }, 400, 'invalid-input'],
  ['an unknown field', { placeCode: '513431', amount: 1, admin: true }, 400, 'invalid-input'],
  ['text that is not JSON', '{"placeCode"', 400, 'unreadable-body'],
  ['a NUL character', { placeCode: '513431\u0000', amount: 1 }, 400, 'invalid-input'],
  ['JSON nested a thousand deep', nested(1000), 400, 'invalid-input'],
  ['more than a megabyte', { placeCode: 'x'.repeat(1_100_000), amount: 1 }, 413, 'too-large'],
])('%s gets its one problem document', async (_what, payload, status, code) => {
  const answer = await post(payload)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status, code, message: { zh: expect.any(String), en: expect.any(String) } })
})

test('an error says where, in both languages', async () => {
  const { errors } = (await post({ placeCode: '513431', amount: -1 })).json()
  expect(errors).toEqual([{ where: 'body.amount', message: { zh: expect.stringContaining('0'), en: expect.stringContaining('0') } }])
})

test('an id that is no UUID, a wrong content type and an unknown address are told apart', async () => {
  expect((await post({ placeCode: '513431', amount: 1 }, '/api/thing/abc')).json()).toMatchObject({ code: 'invalid-input' })
  expect((await post('a=b', `/api/thing/${id}`, { 'content-type': 'application/x-www-form-urlencoded' })).json()).toMatchObject({
    code: 'wrong-content-type',
  })
  expect((await post({}, '/api/nowhere')).json()).toMatchObject({ code: 'not-found' })
})

test('a write from another site with our cookie is refused', async () => {
  const foreign = await post({ placeCode: '513431', amount: 1 }, `/api/thing/${id}`, {
    origin: 'https://evil.example',
    host: 'jincun.example',
  })
  expect(foreign.json()).toMatchObject({ status: 403, code: 'foreign-origin' })
  expect(
    (await post({ placeCode: '513431', amount: 1 }, `/api/thing/${id}`, { origin: 'https://jincun.example', host: 'jincun.example' }))
      .statusCode,
  ).toBe(200)
})

test('no GET can change state: the database itself refuses', async () => {
  expect((await server.inject('/api/sneaky')).statusCode).toBe(500)
  expect((await database.pool.query("select to_regclass('sneaky') as t")).rows).toEqual([{ t: null }])
})

test('a bug tells its number and nothing else', async () => {
  const answer = await server.inject('/api/bug')
  expect(answer.json()).toMatchObject({ status: 500, code: 'unexpected' })
  expect(answer.body).not.toContain('secret detail')
})

test('an upload over its limit is refused, one within it is taken', async () => {
  const send = (size: number) =>
    server.inject({
      method: 'POST',
      url: '/api/upload',
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.alloc(size),
    })
  expect((await send(1000)).json()).toEqual({ size: 1000 })
  expect((await send(1001)).json()).toMatchObject({ status: 413, code: 'too-large' })
})

const pour = (path: string, size = 10) => server.inject({ method: 'POST', url: `/api/stream/${path}`, payload: Buffer.alloc(size) })

test('a stream is admitted like any request, and its handler can ask what else the caller may do where', async () => {
  expect((await pour('513431', 1000)).json()).toEqual({ size: 1000, here: true, elsewhere: false })
})

test.each([
  ['beyond the jurisdiction', '520000', 10, 403, 'not-permitted'],
  ['with a wrong field', 'abc', 10, 400, 'invalid-input'],
  ['over its limit', '513431', 1001, 413, 'too-large'],
  ['that needs a value the policy lacks', '513431?fail=gap', 10, 422, 'policy-missing'],
  ['that the database finds to be there already', '513431?fail=twice', 10, 409, 'already-exists'],
  ['that meets a bug', '513431?fail=bug', 10, 500, 'unexpected'],
])('a stream %s gets its one problem document', async (_what, path, size, status, code) => {
  const answer = await pour(path, size)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status, code })
  expect(answer.body).not.toContain('secret detail')
})

test('a route whose action no table lists stops the program at start; so does an action in two tables', async () => {
  const lost = route({ method: 'GET', path: '/api/lost', action: 'lost.read', summary: '', handle: async () => accept(1) })
  await expect(createServer({ ...settings(), capabilities: [{ name: 'lost', permissions: {}, routes: [lost] }] })).rejects.toThrow(
    /lost.read/,
  )
  await expect(
    createServer({
      ...settings(),
      capabilities: [
        { name: 'a', permissions, routes: [] },
        { name: 'b', permissions, routes: [] },
      ],
    }),
  ).rejects.toThrow(/two permission tables/)
})

test('the contract is published from the routes themselves', async () => {
  const contract = (await server.inject('/api/openapi.json')).json()
  expect(contract.paths['/api/thing/{id}'].post).toMatchObject({ 'x-action': 'thing.write' })
})
