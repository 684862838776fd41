import { expect, test } from 'vitest'
import { cited, citedPermission } from './cited.ts'
import { problems } from './problem.ts'

const problem = problems.notFound
const route = { clauses: ['notice-2020/4.1', 'notice-2017/4.1', 'notice-2020/5.2'] } as const

test.each([
  [
    'the clause its rule names, before those of its route',
    { ...problem, details: { clause: 'notice-2020/6.2' } },
    route,
    {},
    'notice-2020/6.2',
  ],
  [
    'the first rule that is not met, of whatever year it is',
    {
      ...problem,
      findings: [
        { status: 'met', clause: 'notice-2017/3.0' },
        { status: 'unknown', clause: 'notice-2017/6.2' },
      ],
    },
    route,
    {},
    'notice-2017/6.2',
  ],
  ['the first its route carries', problem, route, {}, 'notice-2020/4.1'],
  ['the first of the year it is about', problem, route, { year: 2017 }, 'notice-2017/4.1'],
  ['none of another year', problem, { clauses: ['notice-2020/4.1'] as const }, { year: 2017 }, undefined],
  ['none where its route carries none', problem, {}, {}, undefined],
])('a refusal cites %s', (_what, refusal, its, params, clause) => {
  expect(cited(refusal, its, params).clause).toBe(clause)
})

const permission = { roles: ['ministry'], clause: 'notice-2020/2.1', what: { zh: '试', en: 'try' } }

test.each([
  ['who may not is told by which clause', problems.forbidden('x'), permission, 'notice-2020/2.1'],
  ['who has not signed in is asked to, by no clause', problems.unauthenticated, permission, undefined],
  ['a permission of no clause cites none', problems.forbidden('x'), undefined, undefined],
])('%s', (_what, refusal, by, clause) => {
  expect(citedPermission(refusal, by).clause).toBe(clause)
})
