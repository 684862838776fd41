import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

test('list', async () => {
  const province = await program.as('sichuan-commerce')
  const answer = await province.get<{ rows: unknown[]; total: number; byState: unknown }>('/api/applications?year=2020')
  console.log(JSON.stringify(answer.body).slice(0, 3000))
  expect(answer.status).toBe(200)
})
