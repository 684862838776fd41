import { PolicyGap } from '@jincun/policy'

/** What of a year's notice each rule of this slice rests on. A year that is not written does not exist. */
const clausesByYear = {
  2017: {
    modes: 'notice-2017/4.0',
    reuse: 'notice-2017/4.4',
    negativeList: 'notice-2017/4.4',
    register: 'notice-2017/6.2',
    selection: 'notice-2017/6.2',
    supervision: 'notice-2017/6.3a',
    sign: 'notice-2017/6.3b',
    data: 'notice-2017/6.4c',
  },
  2020: {
    modes: 'notice-2020/3.0',
    reuse: 'notice-2020/3.2',
    negativeList: 'notice-2020/3.6',
    register: 'notice-2020/6.2',
    selection: 'notice-2020/6.3',
    supervision: 'notice-2020/6.3',
    sign: 'notice-2020/6.4b',
    data: 'notice-2020/6.4d',
  },
} as const

export type ProjectClauses = Record<keyof (typeof clausesByYear)[2020], string>

/** The clauses of a programme year; throws a PolicyGap for a year nobody wrote. */
export function clausesOf(year: number): ProjectClauses {
  const known: Readonly<Record<number, ProjectClauses>> = clausesByYear
  const clauses = known[year]
  if (!clauses) throw new PolicyGap(`clauses of projects for ${year}`, 'capabilities/projects/clauses.ts')
  return clauses
}
