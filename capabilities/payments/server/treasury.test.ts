import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { openHands } from '../testing/requests.ts'
import type { Hands, Problem } from '../testing/requests.ts'

type Row = {
  number: number
  verdict: string
  now: string
  standing: string
  requestId: string | null
  explanation: { reason: string } | null
}
type View = { sha256: string; counts: Record<string, number>; rows: Row[] }

let program: TestProgram
let hands: Hands
const path = '/api/payments/treasury-imports'

beforeAll(async () => {
  program = await startTestProgram()
  hands = await openHands(program.as)
})
afterAll(() => program.close())

const fileOf = (...lines: string[]) => iconv.encode(['支付凭证号,支付日期,收款人,金额（元）,状态', ...lines, ''].join('\n'), 'gb18030')
const keep = async (bytes: Buffer, name = 'a.csv') => {
  const kept = await hands.finance.upload<Problem & { id: string; isNew: boolean }>(`${path}?countyCode=513431&fileName=${name}`, bytes)
  expect(kept.status).toBe(200)
  return kept.body
}
const view = async (id: string) => (await hands.finance.get<View>(`${path}/513431/${id}`)).body
const standings = async (id: string) => (await view(id)).rows.map(({ now, standing }) => [now, standing])
const approved = async (amountFen: string) => {
  const body = hands.asked(amountFen)
  expect((await hands.submit(body)).status).toBe(200)
  expect((await hands.approve(body.id)).status).toBe(200)
  return body.id
}

test('a file in GB18030 is kept by its hash, posted where it matches, and its differences wait for a reason', async () => {
  const { finance, contract, step } = hands
  const payee = contract.party.name
  const [paid, missing] = [await approved('300000'), await approved('410000')]
  const bytes = fileOf(`GK-0100,2020-05-20,${payee},3000.00,支付成功`, 'GK-0101,2020-05-20,不认识的公司,5.00,支付成功')
  const { id } = await keep(bytes)
  expect(await keep(bytes, 'b.csv')).toEqual({ id, countyCode: '513431', isNew: false })
  expect((await view(id)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(await standings(id)).toEqual([
    ['to-post', 'ready'],
    ['unknown', 'open'],
    ['missing', 'open'],
  ])
  for (const expected of [1, 0])
    expect(await finance.send('POST', `${path}/513431/${id}/posting`)).toMatchObject({
      status: 200,
      body: { posted: expected, stopped: [] },
    })
  const explain = (number: number, reason: string) => finance.send<Problem>('POST', `${path}/513431/${id}/explanations`, { number, reason })
  expect(await explain(1, '已付')).toMatchObject({ status: 409, body: { code: 'difference-not-open' } })
  expect(await explain(2, ' ')).toMatchObject({ status: 400 })
  for (const _ of [1, 2]) expect((await explain(2, '不属于本项目，由民政局支付')).status).toBe(200)
  expect(await explain(2, '另一个说法')).toMatchObject({ status: 409, body: { code: 'difference-not-open' } })
  expect(await step(finance, missing, 'voucher', { voucher: 'GK-0102', paidOn: '2020-05-20' })).toMatchObject({ status: 200 })
  const after = await view(id)
  expect(after.counts).toEqual({ ready: 0, settled: 2, open: 0, explained: 1 })
  // What was said on the day stays as it was said.
  expect(after.rows.map(({ verdict }) => verdict)).toEqual(['to-post', 'unknown', 'missing'])
  expect(after.rows[1]?.explanation).toMatchObject({ reason: '不属于本项目，由民政局支付' })
  expect((await finance.get<{ voucher: string }>(`/api/payments/${paid}`)).body.voucher).toBe('GK-0100')
  const file = await (await program.as('zhaojue-leader')).get(`${path}/513431/${id}/file`)
  expect(Buffer.compare(file.bytes, bytes)).toBe(0)
})

test('a bounce in a file reverses the payment, and its invoice can be asked for again', async () => {
  const { finance, contract, submit, asked } = hands
  const body = asked('220000')
  await submit(body)
  await hands.approve(body.id)
  const [pay, bounce] = ['支付成功', '退票'].map(status => `GK-0200,2020-05-20,${contract.party.name},2200.00,${status}`)
  for (const [line, now] of [
    [pay, 'posted-before'],
    [bounce, 'bounced-before'],
  ] as const) {
    const { id } = await keep(fileOf(line ?? ''))
    expect((await finance.send('POST', `${path}/513431/${id}/posting`)).body).toMatchObject({ posted: 1 })
    expect(await standings(id)).toEqual([[now, 'settled']])
  }
  expect((await finance.get<{ state: string }>(`/api/payments/${body.id}`)).body.state).toBe('bounced')
  expect(await submit({ ...asked('220000'), invoice: body.invoice })).toMatchObject({ status: 200 })
})

test('a row that a rule stops is told and stays; the others of the file are posted', async () => {
  const { finance, contract } = hands
  const [good, late] = [await approved('110000'), await approved('120000')]
  const payee = contract.party.name
  const { id } = await keep(fileOf(`GK-0300,2020-05-20,${payee},1100.00,支付成功`, `GK-0301,2021-01-01,${payee},1200.00,支付成功`))
  expect((await finance.send('POST', `${path}/513431/${id}/posting`)).body).toMatchObject({
    posted: 1,
    stopped: [{ number: 2, requestId: late, code: 'date-in-future' }],
  })
  expect(await standings(id)).toEqual([
    ['posted-before', 'settled'],
    ['to-post', 'ready'],
  ])
  expect((await finance.get<{ state: string }>(`/api/payments/${good}`)).body.state).toBe('paid')
  const home = await finance.get<{ tasks: { id: string }[] }>('/api/home')
  expect(home.body.tasks.map(task => task.id)).toContain(`treasury-${id}`)
})

test('files with faults are kept by nobody, and nobody else posts or explains', async () => {
  const before = (await hands.finance.get<{ rows: unknown[] }>(path)).body.rows.length
  const send = (bytes: Buffer) => hands.finance.upload<Problem>(`${path}?countyCode=513431&fileName=c.csv`, bytes)
  expect(await send(fileOf('GK-1,2020-02-30,甲,1.00,支付成功'))).toMatchObject({ status: 400, body: { code: 'treasury-file-faults' } })
  expect(await send(fileOf('GK-1,2020-02-28,甲,0,支付成功'))).toMatchObject({ status: 400, body: { code: 'treasury-file-faults' } })
  expect((await hands.office.upload(`${path}?countyCode=513431&fileName=c.csv`, fileOf('GK-1,2020-02-28,甲,1,支付成功'))).status).toBe(403)
  expect((await hands.finance.get<{ rows: unknown[] }>(path)).body.rows).toHaveLength(before)
  const other = await program.as('sichuan-finance')
  expect((await other.get<{ rows: unknown[] }>(path)).body.rows).toHaveLength(before)
})

test('the desk has exactly the files with rows that wait, as the list counts them', async () => {
  const { finance, contract } = hands
  const payee = contract.party.name
  const amounts = ['130000', '140000', '150000', '160000']
  for (const amount of amounts) await approved(amount)
  const line = (voucher: string, yuan: string, status = '支付成功') => `${voucher},2020-05-20,${payee},${yuan},${status}`
  const files = [
    fileOf(line('GK-0400', '1300.00')),
    fileOf(line('GK-0400', '1300.00'), line('GK-0401', '1400.00')),
    fileOf(line('GK-0402', '1500.00'), line('GK-0402', '1500.00')),
    fileOf(line('GK-0400', '1300.00', '退票')),
    fileOf(line('GK-0400', '1301.00')),
  ]
  const ids: string[] = []
  for (const each of files) ids.push((await keep(each)).id)
  type Listed = { rows: { id: string; counts: { open: number; ready: number } }[] }
  const agrees = async () => {
    const { rows } = (await finance.get<Listed>(path)).body
    const waits = rows.filter(({ counts }) => counts.open + counts.ready > 0).map(({ id }) => `treasury-${id}`)
    const { tasks } = (await finance.get<{ tasks: { id: string }[] }>('/api/home')).body
    expect(tasks.flatMap(({ id }) => (id.startsWith('treasury-') ? [id] : [])).sort()).toEqual(waits.sort())
    return ids.map(id => waits.includes(`treasury-${id}`))
  }
  expect(await agrees()).toEqual([true, true, true, true, true])
  const post = (id: string | undefined) => finance.send('POST', `${path}/513431/${id}/posting`)
  expect(await post(ids[1])).toMatchObject({ body: { posted: 2, stopped: [] } })
  for (const id of ids.slice(0, 2))
    for (const { number, now } of (await view(id)).rows.filter(({ standing }) => standing === 'open')) {
      expect(now).toBe('missing')
      await finance.send('POST', `${path}/513431/${id}/explanations`, { number, reason: '（测试）下一批支付' })
    }
  expect(await agrees()).toEqual([false, false, true, true, true])
  expect(await post(ids[3])).toMatchObject({ body: { posted: 1 } })
  await agrees()
})
