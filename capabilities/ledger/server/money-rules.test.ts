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

test('money of 2017 moves by the notice of 2017; an advance and a settlement, which it does not know, are a gap that names its file', async () => {
  const paper = (id: string) => ({
    id,
    direction: 'allot',
    amountYuan: '1000',
    budgetYear: 2017,
    batchYear: 2017,
    document: '（测试）2017',
    businessDate: '2017-08-01',
    reason: '',
  })
  const centre = await program.as('centre')
  const [down, on] = ['01900000-0000-7000-8000-000000002017', '01900000-0000-7000-8000-000000002018']
  expect((await centre.send('POST', '/api/ledger/provinces/510000/allotments', paper(down))).status).toBe(200)
  const finance = await program.as('sichuan-finance')
  expect((await finance.send('POST', '/api/ledger/counties/513431/allotments', paper(on))).status).toBe(200)
  const { rows } = await program.owner.query('select distinct clause from ledger_transfer where movement = any($1)', [[down, on]])
  expect(rows).toEqual([{ clause: 'notice-2017/5.3' }])
  const order = { ...paper('01900000-0000-7000-8000-000000002019'), provinceCode: '510000', allottedOn: '2017-01-10' }
  const { direction: _d, budgetYear: _b, batchYear: _y, businessDate: _o, reason: _r, ...advance } = order
  expect(await centre.send('POST', '/api/settlement/2017/advances', advance)).toMatchObject({
    status: 422,
    body: { code: 'policy-missing', detail: expect.stringContaining('policy/lists/money-moves.yaml') },
  })
  expect((await centre.get('/api/home')).status).toBe(200)
})

test('leverage of a county: local and enterprise money over central, to the cent, with the rows it opens to', async () => {
  type Row = { countyCode: string; central: string; local: string; enterprise: string; perYuan: string; clause: string }
  program.setNow('2020-05-20T09:00:00+08:00')
  const { body } = await (await program.as('sichuan-finance')).get<{ leverage: Row[] }>('/api/ledger/money?place=513431&batchYear=2019')
  // 230 万元 of local match came to 1,500 万元 of central money.
  const sums = { central: '1500000000', local: '230000000', enterprise: '0' }
  expect(body.leverage).toEqual([expect.objectContaining({ countyCode: '513431', ...sums, perYuan: '0.15', clause: 'notice-2020/3.0' })])
})
