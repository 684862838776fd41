import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

type Money = {
  rules: { year: number; missing: string[] }
  rate: { percent: string | null } | null
  rows: { carriedOver: object | null; timers: object[] }[]
}
type Home = { tasks: { id: string; detail?: { zh: string } }[] }

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

test('in a year with rules money is judged by them', async () => {
  const { body } = await (await program.as('sichuan-finance')).get<Money>('/api/ledger/money')
  expect(body.rules).toEqual({ year: 2020, missing: [] })
  expect(body.rate).not.toBeNull()
  expect(body.rows.some(row => row.carriedOver !== null && row.timers.length > 0)).toBe(true)
})

test('in a year without rules nothing is judged by another year’s: the page, the home and the refusal name the file', async () => {
  program.setNow('2021-05-20T09:00:00+08:00')
  const finance = await program.as('sichuan-finance')
  const { body } = await finance.get<Money>('/api/ledger/money')
  expect(body.rules.missing).toContain('policy/parameters/carried-over-years.yaml')
  expect(body.rate).toBeNull()
  expect(body.rows.filter(row => row.carriedOver !== null || row.timers.length > 0)).toEqual([])
  const { tasks } = (await finance.get<Home>('/api/home')).body
  expect(tasks.find(({ id }) => id === 'money-rules-2021')?.detail?.zh).toContain('policy/parameters/carried-over-years.yaml')
  expect(tasks.filter(({ id }) => id.startsWith('late-') || id === 'carried-over')).toEqual([])
  const refused = await finance.get<{ code: string }>('/api/ledger/carried-over')
  expect(refused).toMatchObject({ status: 422, body: { code: 'policy-missing' } })
})
