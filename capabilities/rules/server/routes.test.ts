import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'
import type { ClauseView } from '../clause-view.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

test('everyone sees which notices there are, without signing in', async () => {
  const { status, body } = await program.anyone.get<{ notices: { year: number }[] }>('/api/rules')
  expect(status).toBe(200)
  expect(body.notices.map(({ year }) => year)).toEqual([2017, 2020])
})

test.each([2017, 2020])('every clause of %i comes with its words and what carries it', async year => {
  const { status, body } = await program.anyone.get<{ clauses: ClauseView[] }>(`/api/rules/${year}`)
  expect(status).toBe(200)
  expect(body.clauses.length).toBeGreaterThan(20)
  for (const clause of body.clauses) {
    expect(clause.reference).toBe(`notice-${year}/${clause.id}`)
    expect(clause.paraphrase.zh.length).toBeGreaterThan(5)
  }
})

test.each([
  ['/api/rules/2019', 404, 'no-such-notice'],
  ['/api/rules/next', 400, undefined],
])('%s answers %i', async (path, status, code) => {
  const answer = await program.anyone.get<{ code?: string }>(path)
  expect(answer.status).toBe(status)
  if (code) expect(answer.body.code).toBe(code)
})
