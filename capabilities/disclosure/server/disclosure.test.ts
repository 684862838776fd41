import { verifyConsistency } from '@jincun/proof'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'
import { checkPublication } from '../index.ts'
import type { Inclusion, LogEntry } from '../index.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

type Register = { rows: (LogEntry & { leaf: number })[]; total: number }
type One = { entry: LogEntry; content: string; inclusion: Inclusion }
const register = async (query = '') => (await program.anyone.get<Register>(`/api/public/publications${query}`)).body

test('without signing in everyone reads the register, filtered by year, kind and place', async () => {
  const all = await register()
  expect(all.total).toBeGreaterThan(0)
  expect(all.rows.every(({ realm }) => realm === 'demo')).toBe(true)
  const first = all.rows[0]
  const same = await register(`?year=${first?.year}&kind=${first?.kind}&place=${first?.countyCode.slice(0, 2)}`)
  expect(same.rows.map(({ id }) => id)).toContain(first?.id)
  expect((await register('?year=2019')).total).toBe(0)
})

test('every publication can be checked by a stranger against the log, and its download is what was hashed', async () => {
  for (const { id } of (await register('?size=200')).rows) {
    const { entry, content, inclusion } = (await program.anyone.get<One>(`/api/public/publications/${id}`)).body
    expect(checkPublication(content, entry, inclusion)).toBe('unaltered')
    expect((await program.anyone.get(`/api/public/publications/${id}/content`)).bytes.toString()).toBe(content)
  }
})

test('a change behind our back is noticed by anyone', async () => {
  const [row] = (await register()).rows
  await program.owner.query("update publication set content = content || ' ' where id = $1", [row?.id])
  const { entry, content, inclusion } = (await program.anyone.get<One>(`/api/public/publications/${row?.id}`)).body
  expect(checkPublication(content, entry, inclusion)).toBe('content-changed')
})

test('the log proves that it only grew', async () => {
  const { body } = await program.anyone.get<{ size: number; root: string; since: number; rootThen: string; proof: string[] }>(
    '/api/public/log?since=1',
  )
  expect(verifyConsistency({ oldSize: 1, oldRoot: body.rootThen, newSize: body.size, newRoot: body.root, proof: body.proof })).toBe(true)
  expect((await program.anyone.get<{ code: string }>('/api/public/log?since=99999')).body.code).toBe('log-not-that-long')
})

test('the round so far names its steps', async () => {
  const { body } = await program.anyone.get<{ stages: { id: string }[] }>('/api/public/rounds/2020')
  expect(body.stages.map(({ id }) => id)).toEqual(['allocation', 'reviews', 'ranked-lists', 'settlement', 'final-lists'])
})
