import { readFileSync } from 'node:fs'
import { formatYuan } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { milestoneAmounts } from '@jincun/projects'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { fenText, got, openHeldCounty, withStandards } from '../testing/held-county.ts'
import type { Caller } from '../testing/requests.ts'

/** Counties as they published their money, from the centre's allotment to the statement, to the 分 (domain.md, held example counties). */
type Zaduo = { name: string; countyCode?: string; price: string; basisPoints: number[]; stagesFen: string[]; paidFen?: string[] }
type Zhangshu = {
  countyCode: string
  given: { central: string; local: string; enterprise: string; paidFromCentral: string }
  then: { totalFen: string; unspentCentralFen: string; percent: string }
}
type Account = { id: string; kind: string; subject: string; held: string }
type Statement = { closing: string; lines: { credited: string; balance: string; document: string }[] }

const yaml = (path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const stageCases = yaml('../cases/zaduo.yaml') as Zaduo[]
const zhangshu = (yaml('../../ledger/cases/zhangshu.yaml') as Zhangshu[])[0]
const pack = withStandards(loadPolicy())

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram({ policy: withStandards })
})
afterAll(() => program.close())

async function payeeStatement(who: Caller, code: string, contractId: string): Promise<Statement> {
  const { rows } = await got(who.get<{ rows: Account[] }>(`/api/ledger/${code}/accounts`))
  const payee = rows.find(({ kind, subject }) => kind === 'payee' && subject.endsWith(contractId))
  return got(who.get<Statement>(`/api/ledger/${code}/accounts/${payee?.id}/statement`))
}

test.each(stageCases)('$name: the stages of a contract', ({ price, basisPoints, stagesFen }) => {
  const milestones = basisPoints.map((shareBasisPoints, index) => ({
    id: String(index),
    name: '',
    shareBasisPoints,
    due: '2020-12-31',
    deliverable: '',
  }))
  expect([...milestoneAmounts({ amountFen: fenText(price), milestones }).values()].map(String)).toEqual(stagesFen)
  const howTo = readFileSync(new URL('../../../docs/how-to/follow-the-money.md', import.meta.url), 'utf8')
  for (const stage of stagesFen) expect(howTo).toContain(formatYuan(BigInt(stage)))
})

test('杂多县: allotted, contracted by its four stages, asked, vouched; the last 5 % only against the guarantee letter', async () => {
  const [held] = stageCases
  const { price = '', basisPoints = [], stagesFen = [], paidFen = [], countyCode = '' } = held ?? {}
  const stages = ['signing', 'progress', 'mid-term', 'guarantee'].map((id, index) => ({ id, shareBasisPoints: basisPoints[index] ?? 0 }))
  const county = await openHeldCounty(
    program.as,
    {
      code: countyCode,
      people: { province: 'gansu', county: 'tanchang', creditCode: '91621223MA6DEMA426' },
      money: { central: price, local: '0', enterprise: '0' },
      contract: { wan: price, stages, advanceBasisPoints: basisPoints[0] ?? 0 },
    },
    pack,
  )
  const { ask, pay, guarantee, finance, contractId } = county
  const contract = await got(finance.get<{ milestoneFen: Record<string, string> }>(`/api/projects/${countyCode}/contracts/${contractId}`))
  expect(Object.values(contract.milestoneFen)).toEqual(stagesFen)
  const unmet = (answer: { body: { findings?: { code: string; status: string }[] } }) =>
    (answer.body.findings ?? []).filter(({ status }) => status !== 'met').map(({ code }) => code)
  const [advance = '', first = '', second = '', third = '', last = ''] = paidFen
  expect(unmet((await ask(null, String(BigInt(advance) + 1n))).answer)).toEqual(['advance-within-cap'])
  for (const [index, [stage, amount]] of (
    [
      [null, advance],
      ['progress', first],
      ['progress', second],
      ['mid-term', third],
    ] as const
  ).entries()) {
    const { id, answer } = await ask(stage, amount)
    expect(answer.status).toBe(200)
    await pay(id, `ZD-${index + 1}`)
  }
  const early = await ask('guarantee', last)
  expect([early.answer.status, unmet(early.answer)]).toEqual([422, ['last-share-guaranteed']])
  await guarantee(String(BigInt(last) - 1n))
  expect(unmet((await ask('guarantee', last)).answer)).toEqual(['last-share-guaranteed'])
  await guarantee(last)
  const covered = await ask('guarantee', last)
  expect(covered.answer.status).toBe(200)
  await pay(covered.id, 'ZD-5')
  const statement = await payeeStatement(finance, countyCode, contractId)
  expect(statement.lines.map(({ credited, document }) => [credited, document])).toEqual(
    paidFen.map((amount, index) => [amount, `ZD-${index + 1}`]),
  )
  expect([statement.closing, statement.lines.at(-1)?.balance]).toEqual([fenText(price), fenText(price)])
})

test('樟树市: 2,310 万元 by source and 1,332.78 万元 paid, as published, on the money map and in the rate', async () => {
  if (!zhangshu) throw new Error('the case of 樟树市')
  const { countyCode: code, given, then } = zhangshu
  const { ask, pay, finance, contractId } = await openHeldCounty(
    program.as,
    {
      code,
      people: { province: 'guizhou', county: 'rongjiang', creditCode: '91522632MA6DEMA34N' },
      money: given,
      contract: { wan: given.paidFromCentral, stages: [{ id: 'all', shareBasisPoints: 10_000 }], advanceBasisPoints: 0 },
    },
    pack,
  )
  const paid = fenText(given.paidFromCentral)
  // 95 % by result; the rest after acceptance or against a letter, so the county's last payment waits for neither more nor less.
  const most = String((BigInt(paid) * 95n) / 100n)
  const bySource = async () => {
    type Row = { countyCode: string; source: string; received: string; paid: string; unspent: string }
    const view = await got(
      finance.get<{ rows: Row[]; rates: { countyCode: string; percent: string }[] }>(`/api/ledger/money?countyCode=${code}`),
    )
    const own = view.rows.filter(row => row.countyCode === code)
    return { own, rate: view.rates.find(rate => rate.countyCode === code)?.percent }
  }
  const begun = await ask('all', most)
  await pay(begun.id, 'ZS-1')
  const rest = String(BigInt(paid) - BigInt(most))
  const early = await ask('all', rest)
  expect(early.answer.status).toBe(422)
  await program.owner.query("update project set stage = 'accepted' where county_code = $1", [code])
  const finished = await ask('all', rest)
  await pay(finished.id, 'ZS-2')
  const { own, rate } = await bySource()
  expect(Object.fromEntries(own.map(row => [row.source, row.received]))).toEqual({
    central: fenText(given.central),
    local: fenText(given.local),
    enterprise: fenText(given.enterprise),
  })
  expect(String(own.reduce((sum, row) => sum + BigInt(row.received), 0n))).toBe(then.totalFen)
  expect(own.find(({ source }) => source === 'central')).toMatchObject({ paid, unspent: then.unspentCentralFen })
  expect(rate).toBe(then.percent)
  expect((await payeeStatement(finance, code, contractId)).closing).toBe(paid)
})
