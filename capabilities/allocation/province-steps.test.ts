import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { provinceSteps, stepAt } from './province-steps.ts'
import { factor, factorSheet, inputs } from './testing/factory.ts'
import { workingSheet } from './working-sheet.ts'

const given = inputs({ 11: { a: '3' }, 12: { a: '1' } })
const result = allocate(given, factorSheet([factor('a')]), { total: 2 })
if (!result.ok) throw new Error(result.reason.message.en)
const sheet = workingSheet(result.value, given)

test('a figure opens to the step that made it; a word opens to nothing', () => {
  expect(stepAt(sheet, { table: 'scores', column: 'exact', row: 0 })?.figure).toMatchObject({
    value: '1.5',
    exact: '3/2',
    how: '2 × 0.75 ÷ 1',
  })
  expect(stepAt(sheet, { table: 'scores', column: 'name', row: 0 })).toBeNull()
  expect(stepAt(sheet, { table: 'scores', column: 'exact', row: 9 })).toBeNull()
})

test('the steps of a province run from its figure to its quota', () => {
  const steps = provinceSteps(sheet, 0).map(({ table, column, figure }) => `${table.id} ${column.id} ${figure.how} = ${figure.value}`)
  expect(steps[0]).toBe('factor-1 raw a = 3')
  expect(steps).toContain('factor-1 normalised 3 ÷ 4 = 0.75')
  // 1.5 and 0.5: equal remainders, a tie that the larger score wins.
  expect(steps).toContain('rounding quota 1 + 0 + 1 = 2')
})
