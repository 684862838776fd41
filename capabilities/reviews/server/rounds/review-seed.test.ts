import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../../test/support/program.ts'
import type { TestProgram } from '../../../../test/support/program.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

type Rounds = { rounds: { round: { id: string; state: string } }[] }

test.each([
  ['sichuan', '510000', 'scoring'],
  ['guizhou', '520000', 'closed'],
  ['gansu', '620000', 'confirmed'],
])('the demonstration review of %s stands where its case says', async (key, province, state) => {
  const office = await program.as(`${key}-commerce`)
  const { body } = await office.get<Rounds>(`/api/review-rounds?province=${province}&year=2020`)
  expect(body.rounds.map(({ round }) => round.state)).toEqual([state])
})
