import { expect, test } from 'vitest'
import { isOpen, ProjectStage, projectOpen } from './index.ts'

const finished: readonly ProjectStage[] = ['accepted', 'stopped']

test.each(ProjectStage.options)('a project that is %s', stage => {
  const open = !finished.includes(stage)
  expect([isOpen(stage), projectOpen(stage, 2020).ok]).toEqual([open, open])
})

test.each([
  [2017, 'notice-2017/6.2'],
  [2020, 'notice-2020/6.2'],
])('the refusal of %i names its clause as data', (year, clause) => {
  expect(projectOpen('stopped', year)).toMatchObject({
    ok: false,
    reason: { kind: 'wrong-state', code: 'project-finished', details: { clause } },
  })
})
