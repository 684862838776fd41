import { accountsOfPath, allot, budgetLine, leg, movementOf, nowhere } from '@jincun/ledger'
import { earlierRates, postMovement } from '@jincun/ledger/server'
import type { Movement } from '@jincun/ledger'
import { fenFromWanYuanText } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

type List = { rows: { id: string; countyCode: string }[] }
type View = { findings: { code: string; status: string; measured: string | null }[]; facts: { id: string; value: string | null }[] }

let program: TestProgram
const xiaojin = '513227'
const batch = { source: 'central', budgetYear: 2018, batchYear: 2018 } as const
const fen = (wan: string) => fenFromWanYuanText(wan) ?? 0n
const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }

/** The finding and the fact as the county's own page shows them. */
async function shown(): Promise<{ rate: View['findings'][number] | undefined; fact: string | null | undefined }> {
  const county = await program.as('sichuan-commerce')
  const { rows } = (await county.get<List>('/api/applications?year=2020&page=1&size=100')).body
  const id = rows.find(row => row.countyCode === xiaojin)?.id
  const { findings, facts } = (await county.get<View>(`/api/applications/${xiaojin}/${id}`)).body
  return {
    rate: findings.find(({ code }) => code === 'repeat-disbursement-rate'),
    fact: facts.find(each => each.id === 'disbursement-rate')?.value,
  }
}

let next = 0
const paper = () => ({
  id: `01900000-0000-7000-8000-${String(++next).padStart(12, '0')}`,
  realm: 'demo',
  businessDate: '2018-09-01',
  document: '（测试）',
  clause: 'notice-2020/5.6',
  reason: '',
  ...nowhere,
})
const post = (movements: readonly Movement[]) =>
  program.program.database.transaction(scope, 'write', async tx => {
    for (const movement of movements) {
      const posted = await postMovement(tx, { realm: 'demo', personId: null, now: new Date('2020-05-20T09:00:00+08:00') }, movement)
      expect(posted.ok).toBe(true)
    }
  })
const path = {
  countyCode: xiaojin,
  batch,
  line: { id: 'l', title: '' },
  project: { id: 'p', title: '' },
  contract: { id: 'c', title: '' },
}
const pay = (amount: bigint): Movement => {
  const { fund, line, project, payee } = accountsOfPath(path)
  return movementOf(
    [fund, line, project, payee],
    [leg(paper(), 'assign', line, project, amount), leg(paper(), 'disburse', project, payee, amount)],
  )
}

beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

test('without rows in the ledger the declared rate stays, marked as declared', async () => {
  expect(await shown()).toMatchObject({ rate: { status: 'unmet', measured: '89.99%（申报）' } })
})

test('with the money of an earlier batch in the ledger, its rate decides: one fen under and at the bound', async () => {
  await post([allot(paper(), '510000', batch, fen('1850')), allot(paper(), xiaojin, batch, fen('1850'))])
  await post([budgetLine(paper(), path, fen('1850')), pay(fen('1665') - 1n)])
  expect(await shown()).toMatchObject({ rate: { status: 'unmet', measured: '89.99%（资金台账，2020-05-20）' }, fact: '89.99%' })
  await post([pay(1n)])
  expect(await shown()).toMatchObject({ rate: { status: 'met', measured: '90.00%（资金台账，2020-05-20）' }, fact: '90.00%' })
})

test('money of the round itself is no earlier batch; counties without money are not among the rates', async () => {
  const rates = await program.program.database.transaction(scope, 'read', tx => earlierRates(tx, loadPolicy(), 2020))
  expect(rates.get(xiaojin)).toMatchObject({ percent: '90.00', batchYears: [2018] })
  // 昭觉县 has money of 2019 and of 2020: only the former counts.
  expect(rates.get('513431')).toMatchObject({ denominator: fen('1500'), batchYears: [2019] })
  expect(rates.has('513437')).toBe(false)
  const before = await program.program.database.transaction(scope, 'read', tx => earlierRates(tx, loadPolicy(), 2018))
  expect(before.size).toBe(0)
})
