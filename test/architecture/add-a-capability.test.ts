import { openDatabase } from '@jincun/db'
import { accept } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { capabilities } from '@jincun/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../apps/cli/run-command.ts'
import { visits } from '../../apps/server/testing/visits/server/index.ts'
import { startTestProgram } from '../support/program.ts'
import type { Client, TestProgram } from '../support/program.ts'
import { files, read } from './repository.ts'

/** A later issue is a new folder and three lines: the slice the how-to prints is mounted beside the shipped ones and works in every part. */
const howTo = read('docs/how-to/add-a-capability.md')
const slice = 'apps/server/testing/visits/'
const visit = { id: '00000000-0000-4000-8000-000000000001', seen: '服务站开门，账册齐全' }
let program: TestProgram
let [zhaojue, rongjiang, sichuan, guizhou, reviewer]: Client[] = []

beforeAll(async () => {
  program = await startTestProgram({ more: [visits] })
  const people = ['zhaojue-office', 'rongjiang-office', 'sichuan-commerce', 'guizhou-commerce', 'sichuan-reviewer-1']
  ;[zhaojue, rongjiang, sichuan, guizhou, reviewer] = await Promise.all(people.map(name => program.as(name)))
})
afterAll(() => program.close())

const taskOf = async (client: Client | undefined) =>
  (await client?.get<{ tasks: { id: string; state: string; clause: string }[] }>('/api/home'))?.body.tasks.find(({ id }) => id === 'visits')
const seenBy = async (client: Client | undefined) => (await client?.get<{ visits: unknown[] }>('/api/visits'))?.body.visits

test('the how-to prints the slice under test word for word, every file of it', () => {
  const printed = [...howTo.matchAll(/^`visits\/(\S+)`\n+```(?:ts|sql)\n([\s\S]*?)```$/gm)].map(([, file, text]) => [file, text])
  expect(Object.fromEntries(printed)).toEqual(
    Object.fromEntries(files.filter(file => file.startsWith(slice)).map(file => [file.slice(slice.length), read(file)])),
  )
  expect(printed).toHaveLength(5)
})

test('the three places the how-to names are lists, one line a slice', () => {
  const lists = ['apps/server/capabilities.ts', 'apps/web/capabilities.ts', '.dependency-cruiser.mjs']
  for (const file of lists) expect(howTo).toContain(`\`${file}\``)
  for (const file of lists) expect(read(file).match(/^ {2}'?settlement(Web)?'?,$/gm), file).toHaveLength(1)
})

test('its migration ran once, beside those of the shipped slices', async () => {
  const { rows } = await program.owner.query<{ name: string }>('select name from schema_migration')
  const ran = rows.map(({ name }) => name)
  expect(ran.filter(name => name.startsWith('visits/'))).toEqual(['visits/001-visits.sql'])
  expect(ran.filter(name => name.startsWith('settlement/')).length).toBeGreaterThan(0)
  expect((await program.owner.query("select relrowsecurity as on from pg_class where relname = 'visit'")).rows).toEqual([{ on: true }])
})

test('its task stands on the home of who may, before and after; nobody else sees it', async () => {
  expect(await taskOf(zhaojue)).toMatchObject({ state: 'do', clause: visits.permissions['visits.record']?.clause })
  expect(await taskOf(reviewer)).toBeUndefined()
  const path = '/api/visits/513431'
  expect(await zhaojue?.send('POST', path, visit)).toMatchObject({ status: 200, body: { countyCode: '513431', ...visit } })
  expect(await zhaojue?.send('POST', path, visit)).toMatchObject({ status: 200 })
  expect(await zhaojue?.send('POST', path, { ...visit, seen: '另一句话' })).toMatchObject({ status: 409 })
  expect(await taskOf(zhaojue)).toMatchObject({ state: 'done' })
  expect(await taskOf(rongjiang)).toMatchObject({ state: 'do' })
})

test('its routes refuse strangers, other roles, other places and wrong input, and change nothing', async () => {
  const order = { id: '00000000-0000-4000-8000-000000000002', seen: '甲' }
  const path = '/api/visits/513431'
  expect((await program.anyone.send('POST', path, order)).status).toBe(401)
  for (const client of [reviewer, sichuan, rongjiang]) expect((await client?.send('POST', path, order))?.status).toBe(403)
  expect((await reviewer?.get('/api/visits'))?.status).toBe(403)
  expect((await zhaojue?.send('POST', path, { ...order, seen: ' ' }))?.status).toBe(400)
  expect((await program.owner.query('select id from visit')).rows).toEqual([{ id: visit.id }])
})

test('row-level security shows a visit to its county and its province only', async () => {
  for (const client of [zhaojue, sichuan]) expect(await seenBy(client)).toEqual([{ countyCode: '513431', ...visit }])
  for (const client of [rongjiang, guizhou]) expect(await seenBy(client)).toEqual([])
  const { rows } = await program.owner.query("select record_id as id from audit_event where action = 'visits.record'")
  expect(rows).toEqual([{ id: visit.id }])
})

test('its command runs from the one command line', async () => {
  const outcome = await runCommand(['visits', 'count', '--json'], {
    commands: [...capabilities, visits].flatMap(({ commands }) => commands ?? []),
    readFile: () => Promise.reject(new Error('no file is read')),
    loadPolicy,
    now: new Date('2020-05-20T09:00:00+08:00'),
    openDatabase: async () => {
      const database = openDatabase(program.url, { connections: 1, role: null })
      return accept({ database, close: () => database.close() })
    },
  })
  expect(outcome).toEqual({ exitCode: 0, output: '{"visits":"1"}' })
})
