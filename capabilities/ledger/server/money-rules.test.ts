import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

type Money = {
  rules: { year: number; missing: string[] }
  rate: { percent: string | null } | null
  budgetYears: number[]
  rows: {
    countyCode: string
    budgetYear: number
    carriedOver: object | null
    timers: { step: string; state: string; days: number | null; clause: string }[]
  }[]
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

test.each([
  ['2020-04-03', 24, null],
  ['2020-04-04', 25, 'due'],
  ['2020-04-09', 30, 'due'],
  ['2020-04-10', 31, 'late'],
])('on %s the first payment of 昭觉县 is on day %i; on both homes and both pages it is %s', async (today, days, said) => {
  program.setNow(`${today}T09:00:00+08:00`)
  for (const name of ['zhaojue-finance', 'sichuan-finance']) {
    const finance = await program.as(name)
    const { tasks } = (await finance.get<Home>('/api/home')).body
    const own = tasks.filter(({ id }) => id.endsWith('-first-payment-513431-2020-2020')).map(({ id }) => id)
    expect(own).toEqual(said ? [`${said}-first-payment-513431-2020-2020`] : [])
    const { rows } = (await finance.get<Money>('/api/ledger/money?countyCode=513431&budgetYear=2020')).body
    const timer = rows.flatMap(row => row.timers).find(each => each.step === 'first-payment')
    expect(timer).toMatchObject({ days, state: said === 'late' ? 'late' : 'running', clause: 'notice-2020/5.6' })
  }
})

test('a province’s own clock runs while it holds money of the centre, also where no county got any', async () => {
  program.setNow('2019-12-20T09:00:00+08:00')
  const late = async (day: string) => {
    program.setNow(`${day}T09:00:00+08:00`)
    const { tasks } = (await (await program.as('gansu-finance')).get<Home>('/api/home')).body
    return tasks.some(({ id }) => id === 'late-provincial-allotment-620000-2020-2020')
  }
  expect(await late('2020-01-02')).toBe(true)
  const { rows } = (await (await program.as('gansu-finance')).get<Money>('/api/ledger/money')).body
  expect(rows.flatMap(row => row.timers).map(({ step }) => step)).toEqual(['provincial-allotment'])
})

test('the map is filtered by place, budget year and batch, figures with it', async () => {
  program.setNow('2020-05-20T09:00:00+08:00')
  const finance = await program.as('sichuan-finance')
  const ask = async (query: string) => (await finance.get<Money>(`/api/ledger/money?${query}`)).body
  const codes = (rows: Money['rows']) => [...new Set(rows.map(row => row.countyCode))].sort()
  expect(codes((await ask('place=510000')).rows)).toEqual(['510000', '511923', '513431'])
  expect(codes((await ask('place=513431')).rows)).toEqual(['513431'])
  expect((await ask('budgetYear=2018')).rows.every(row => row.budgetYear === 2018)).toBe(true)
  expect(await ask('place=513431&budgetYear=2018')).toMatchObject({ rows: [], rate: { percent: null }, budgetYears: [2020, 2019, 2018] })
  expect((await finance.get('/api/ledger/money?place=51')).status).toBe(400)
  const list = await finance.get<{ total: number; rows: { countyCode: string; batchYear: number }[] }>(
    '/api/ledger/allotments?place=513431&batchYear=2019&size=1',
  )
  expect(list.body).toMatchObject({ total: 2, rows: [{ countyCode: '513431', batchYear: 2019 }] })
})
