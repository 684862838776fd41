import { expect, test } from 'vitest'
import { demoPlanLines } from './demo-county.ts'
import { planChanged, samePlan } from './index.ts'

const standing = { year: 2020, lines: [...demoPlanLines] }
const [first, ...rest] = demoPlanLines

test('the plan in force is not proposed again, in whatever order its lines come', () => {
  for (const lines of [demoPlanLines, demoPlanLines.toReversed()])
    expect(planChanged(lines, standing)).toMatchObject({
      ok: false,
      reason: { code: 'plan-not-changed', details: { clause: 'notice-2020/6.2' } },
    })
})

test('one 分, one word, a line more or less, and the first plan of a county are proposals', () => {
  if (!first) throw new Error('the plan of the demonstration has lines')
  const dearer = { ...first, money: { ...first.money, localFen: String(BigInt(first.money.localFen) + 1n) } }
  for (const lines of [
    [dearer, ...rest],
    [{ ...first, name: `${first.name}二期` }, ...rest],
    rest,
    [...demoPlanLines, { ...first, id: 'new' }],
  ])
    expect([samePlan(lines, demoPlanLines), planChanged(lines, standing).ok]).toEqual([false, true])
  expect(planChanged(demoPlanLines, null).ok).toBe(true)
})
