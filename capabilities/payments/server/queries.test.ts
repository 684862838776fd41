import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { openHands } from '../testing/requests.ts'
import type { Caller, Hands } from '../testing/requests.ts'

let program: TestProgram
let hands: Hands
let asked = 0
beforeAll(async () => {
  program = await startTestProgram({
    onQuery: () => {
      asked += 1
    },
  })
  hands = await openHands(program.as)
})
afterAll(() => program.close())

const queriesOf = async (who: Caller, path: string): Promise<number> => {
  asked = 0
  expect((await who.get(path)).status).toBe(200)
  return asked
}

/** Copies of the request for other contracts of the county: copies of its contract under other ids. */
async function grow(id: string, times: number): Promise<void> {
  await program.owner.query(
    `with made as (
       insert into contract (county_code, id, realm, project_id, procurement_id, contractor_id, version, state, amount_fen,
           contract_number_key, content, recorded_at, recorded_by)
       select c.county_code, g.id, c.realm, c.project_id, c.procurement_id, c.contractor_id, c.version, c.state, c.amount_fen,
           c.contract_number_key || g.id, jsonb_set(c.content, '{id}', to_jsonb(g.id::text)), c.recorded_at, c.recorded_by
       from contract c, (select gen_random_uuid() as id from generate_series(1, $2)) g
       where c.id = (select contract_id from payment_request where id = $1)
       returning id)
     insert into payment_request (county_code, id, realm, contract_id, organisation_id, state, content, requested_at)
     select p.county_code, m.id, p.realm, m.id, p.organisation_id, p.state,
       p.content || jsonb_build_object('id', m.id, 'contractId', m.id), p.requested_at
     from payment_request p, made m where p.id = $1`,
    [id, times],
  )
}

test('pages and steps ask the database as often for one contract as for thirty', async () => {
  const { office, contractor, finance } = hands
  const body = hands.asked('100')
  expect((await hands.submit(body)).status).toBe(200)
  const pages = [
    [office, '/api/payments'],
    [office, `/api/payments/${body.id}`],
    [contractor, '/api/payments/own'],
    [finance, '/api/payments/treasury-imports'],
    [finance, '/api/payments/terms/513431'],
  ] as const
  const count = async (): Promise<number[]> => {
    const counts: number[] = []
    for (const [who, path] of pages) counts.push(await queriesOf(who, path))
    return counts
  }
  const before = await count()
  await grow(body.id, 30)
  const rows = (await office.get<{ rows: unknown[] }>('/api/payments')).body.rows
  expect(rows.length).toBeGreaterThanOrEqual(32)
  expect(await count()).toEqual(before)
  asked = 0
  expect((await hands.step(office, body.id, 'office-approval')).status).toBe(200)
  expect(asked).toBeLessThan(30)
})

test('posting a file asks a few questions a row, and reads the county once for all of them', async () => {
  const { finance, contract, office, step, batch } = hands
  const path = '/api/payments/treasury-imports'
  const post = async (file: string, amounts: readonly number[]): Promise<number> => {
    for (const yuan of amounts) {
      const body = hands.asked(String(yuan * 100))
      expect((await hands.submit(body)).status).toBe(200)
      expect((await step(office, body.id, 'office-approval')).status).toBe(200)
      expect((await step(finance, body.id, 'finance-approval', batch)).status).toBe(200)
    }
    const lines = amounts.map(yuan => `${file}-${yuan},2020-05-20,${contract.party.name},${yuan}.00,支付成功`)
    const bytes = Buffer.from(['支付凭证号,支付日期,收款人,金额（元）,状态', ...lines, ''].join('\n'))
    const { id } = (await finance.upload<{ id: string }>(`${path}?countyCode=513431&fileName=${file}.csv`, bytes)).body
    asked = 0
    expect(await finance.send('POST', `${path}/513431/${id}/posting`)).toMatchObject({ body: { posted: amounts.length, stopped: [] } })
    return asked
  }
  const [one, four] = [await post('GK-A', [31]), await post('GK-B', [41, 42, 43, 44])]
  expect((four - one) / 3).toBeLessThan(18)
})

test('a request that waits stays on the desk however many newer ones were dealt with, and the list is paged', async () => {
  const { office, submit, asked: body } = hands
  const waits = body('101')
  expect((await submit(waits)).status).toBe(200)
  await program.owner.query(
    `insert into payment_request (county_code, id, realm, contract_id, organisation_id, state, content, requested_at)
     select p.county_code, g.id, p.realm, p.contract_id, p.organisation_id, 'returned',
       p.content || jsonb_build_object('id', g.id), p.requested_at + interval '1 minute'
     from payment_request p, (select gen_random_uuid() as id from generate_series(1, 2001)) g where p.id = $1`,
    [waits.id],
  )
  const { tasks } = (await office.get<{ tasks: { id: string }[] }>('/api/home')).body
  expect(tasks.map(({ id }) => id)).toContain(`payment-${waits.id}`)
  type List = { total: number; rows: { request: { id: string }; state: string }[] }
  const list = async (query: string) => (await office.get<List>(`/api/payments?${query}`)).body
  const waiting = await list('countyCode=513431&state=submitted')
  expect(waiting.rows.map(({ request }) => request.id)).toContain(waits.id)
  expect([...new Set(waiting.rows.map(({ state }) => state))]).toEqual(['submitted'])
  expect(waiting.total).toBe(waiting.rows.length)
  const [first, third, all] = [await list('size=1000'), await list('size=1000&page=3'), await list('size=1')]
  expect([first.rows.length, third.rows.length, all.total]).toEqual([1000, first.total - 2000, first.total])
  expect(third.rows.map(({ request }) => request.id)).toContain(waits.id)
  expect(await list('countyCode=620000')).toMatchObject({ total: 0, rows: [] })
})
