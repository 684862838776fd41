import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'

let program: TestProgram
let sichuan: Client
let centre: Client
const queries: string[] = []
beforeAll(async () => {
  program = await startTestProgram({ onQuery: text => queries.push(text) })
  sichuan = await program.as('sichuan-commerce')
  centre = await program.as('centre')
})
afterAll(() => program.close())

type List = {
  rows: { countyCode: string; state: string; type: string; countyName: string; summary: { totals: { centralFen: string } } }[]
  total: number
  byState: Record<string, number>
}
const list = async (client: Client, query: string) => (await client.get<List>(`/api/applications?year=2020&${query}`)).body

async function countQueries(work: () => Promise<unknown>): Promise<number> {
  queries.length = 0
  await work()
  return queries.length
}

test('everyone sees their jurisdiction: the centre all, a province its own, a county itself', async () => {
  expect((await list(centre, '')).total).toBe(24)
  const own = await list(sichuan, '')
  expect(own.total).toBe(10)
  expect(own.rows.every(row => row.countyCode.startsWith('51'))).toBe(true)
  expect((await list(await program.as('zhaojue-office'), '')).rows.map(row => row.countyCode)).toEqual(['513431'])
})

test.each<[string, number]>([
  ['state=accepted-for-review', 14],
  ['state=submitted', 3],
  ['state=withdrawn', 1],
  ['state=forfeited', 0],
  ['type=repeat', 6],
  ['prefix=62', 7],
  ['prefix=6210', 2],
  [`name=${encodeURIComponent('昭觉')}`, 1],
  [`name=${encodeURIComponent('没有这个县')}`, 0],
])('filter %s finds %i', async (query, total) => {
  const found = await list(centre, query)
  expect(found.total).toBe(total)
  expect(found.rows).toHaveLength(total)
})

test('pages neither repeat nor leave out, in every order', async () => {
  for (const sort of ['county', 'updated', 'central', 'stops']) {
    const pages = await Promise.all([1, 2, 3].map(page => list(centre, `sort=${sort}&size=8&page=${page}`)))
    expect(new Set(pages.flatMap(page => page.rows.map(row => row.countyCode))).size).toBe(24)
  }
  const amounts = (await list(centre, 'sort=central')).rows.map(row => Number(row.summary.totals.centralFen))
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
})

test('the number of queries does not grow with the page', async () => {
  const few = await countQueries(() => list(centre, 'size=1'))
  expect(await countQueries(() => list(centre, 'size=300'))).toBe(few)
  const path = '/api/applications/comparison?year=2020&size='
  const one = await countQueries(() => centre.get(`${path}1`))
  expect(await countQueries(() => centre.get(`${path}300`))).toBe(one)
})

test('plans side by side: at least 150 fields of each, and every value where its field is', async () => {
  const { fields, rows } = (
    await centre.get<{ fields: { id: string }[]; rows: { countyCode: string; values: unknown[] }[] }>(
      '/api/applications/comparison?year=2020&size=300',
    )
  ).body
  expect(fields.length).toBeGreaterThanOrEqual(150)
  expect(rows).toHaveLength(23) // the withdrawn one is not compared
  const leibo = rows.find(row => row.countyCode === '513437')
  const value = (id: string) => leibo?.values[fields.findIndex(field => field.id === id)]
  expect(value('declarations.disbursedFen')).toBe('1665000000')
  expect(value('money.all.central')).toBe('900000000')
  expect(value('goal.training-attendances.target')).toBe('3000')
})

test('the list goes out as Excel', async () => {
  const answer = await sichuan.get('/api/applications/export?year=2020')
  expect(answer.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(String(answer.headers['content-disposition'])).toContain('applications-2020.xlsx')
})

test.each<[string, number, string]>([
  ['/api/applications?year=abc', 400, 'invalid-input'],
  ['/api/applications?year=2020&size=301', 400, 'invalid-input'],
  ['/api/applications?year=2020&state=lost', 400, 'invalid-input'],
  ['/api/applications?year=2020&prefix=5%25', 400, 'invalid-input'],
  ['/api/applications?year=2019', 422, 'policy-missing'],
  ['/api/applications/form?year=2016', 422, 'policy-missing'],
])('%s is answered %i %s', async (path, status, code) => {
  expect(await centre.get(path)).toMatchObject({ status, body: { code } })
})

test('the form of a year tells its sections, lists, rules and closing time', async () => {
  const { body } = await sichuan.get<{ sections: { id: string }[]; rules: { rule: string; clauseText: object | null }[]; closing: string }>(
    '/api/applications/form?year=2020',
  )
  expect(body.sections.map(section => section.id)).toContain('approach')
  expect(body.rules.every(rule => rule.clauseText)).toBe(true)
  expect(body.closing).toBe('2020-05-29T16:00:00.000Z')
})

type Home = {
  tasks: { id: string; title: { zh: string }; detail?: { zh: string }; due: string | null; clause: string; href: string; state: string }[]
}
const applicationTasks = async (username: string) =>
  (await (await program.as(username)).get<Home>('/api/home')).body.tasks.filter(task => task.id.startsWith('application'))

test('each home says what to do next with applications, by when and why', async () => {
  expect(await applicationTasks('zhaojue-government')).toMatchObject([
    {
      title: { zh: '填写并提交昭觉县 2020 年申报' },
      detail: { zh: '还有 2 项阻止提交' },
      due: '2020-05-29T16:00:00.000Z',
      clause: 'notice-2020/5.3',
      state: 'do',
    },
  ])
  expect(await applicationTasks('pingchang-government')).toMatchObject([{ state: 'waiting' }])
  expect(await applicationTasks('tanchang-office')).toMatchObject([{ title: { zh: '修改并重新提交宕昌县 2020 年申报' }, state: 'do' }])
  expect((await applicationTasks('sichuan-commerce')).map(task => task.title.zh)).toEqual([
    '受理或退回 1 份已提交的申报',
    '裁定 1 条存疑的预算行',
    '3 个县还在填写或修改',
  ])
  expect((await applicationTasks('sichuan-finance')).map(task => task.title.zh)).toEqual(['裁定 1 条存疑的预算行'])
})
