import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

type Plan = { receipts: { source: string; amountFen: string; voucher: string; receivedOn: string; movement: string }[] }

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

test('money that came in is entered once, in the ledger; the plan’s page shows that entry, and no longer when it was corrected', async () => {
  const finance = await program.as('zhaojue-finance')
  const receipts = async () => (await finance.get<Plan>('/api/projects/513431/plans?year=2020')).body.receipts
  expect(await receipts()).toEqual([])
  const id = '01900000-0000-7000-8000-000000000777'
  const order = { id, amountYuan: '230.01', budgetYear: 2020, batchYear: 2020, document: 'PZ-7', businessDate: '2020-05-18', reason: '' }
  const contribute = (source: string) => finance.send('POST', '/api/ledger/counties/513431/contributions', { ...order, source })
  for (const _ of [1, 2]) expect((await contribute('local')).status).toBe(200)
  expect(await receipts()).toMatchObject([{ source: 'local', amountFen: '23001', voucher: 'PZ-7', receivedOn: '2020-05-18', movement: id }])
  const correction = { id: '01900000-0000-7000-8000-000000000778', businessDate: '2020-05-19', document: '', reason: '（测试）记错' }
  expect((await finance.send('POST', `/api/ledger/movements/${id}/corrections`, correction)).status).toBe(200)
  expect(await receipts()).toEqual([])
})
