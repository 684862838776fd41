import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budgetFaults, budgetRowsOf, goalRowsOf, goalsFrom, projectsFrom } from './plan-rows.ts'
import type { BudgetRow } from './plan-rows.ts'
import { anApplication } from './testing/factory.ts'

const { plan } = anApplication(loadPolicy()).content
const newId = () => 'new'

test('a plan written as rows and read again is the same plan', () => {
  expect(projectsFrom(budgetRowsOf(plan), plan, newId)).toEqual(plan.projects)
  expect(goalsFrom(goalRowsOf(plan), plan, newId)).toEqual(plan.goals)
})

test('in any order of rows, every line keeps its id', () => {
  const idOf = new Map(plan.projects.flatMap(project => project.lines.map(line => [line.name, line.id])))
  fc.assert(
    fc.property(fc.shuffledSubarray(budgetRowsOf(plan), { minLength: 1 }), rows => {
      const lines = projectsFrom(rows, plan, newId).flatMap(project => project.lines)
      expect(lines.every(line => line.id === idOf.get(line.name))).toBe(true)
    }),
  )
})

const [row] = budgetRowsOf(plan)
if (!row) throw new Error('the usual plan has lines')

test('a new line never takes the id of another', () => {
  const fresh: BudgetRow = { ...row, line: '新支出' }
  const [project] = projectsFrom([fresh, ...budgetRowsOf(plan), fresh], plan, newId)
  const ids = project?.lines.map(line => line.id) ?? []
  expect(new Set(ids).size).toBe(ids.length)
})

test('empty cells are not zero', () => {
  const [project] = projectsFrom([{ ...row, central: null, local: 0n, hardware: null }], plan, newId)
  expect(project?.lines[0]).toMatchObject({ centralFen: null, localFen: '0', hardware: null })
})

test('a row may leave the project’s columns empty but not contradict them', () => {
  const at = (number: number, values: BudgetRow) => ({ row: number, values })
  expect(budgetFaults([at(5, row), at(6, { ...row, content: null, mode: null })])).toEqual([])
  expect(budgetFaults([at(5, row), at(9, { ...row, mode: 'other' })])).toMatchObject([
    { row: 9, column: 'mode', value: 'other', message: { zh: expect.stringContaining('第 5 行') } },
  ])
})
