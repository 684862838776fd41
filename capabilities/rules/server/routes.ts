import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { z } from 'zod'
import { clauseViews } from '../clause-view.ts'
import type { Coverage } from '../coverage.ts'

const Year = z.coerce.number().int('年度应为四位数字 / a year has four digits')

/** Public: the notices of all years, and one year's clauses with everything that carries them. */
export const rulesRoutes = (coverage: Coverage) => [
  route({
    method: 'GET',
    path: '/api/rules',
    action: 'public',
    summary: 'Years whose notice the program holds',
    handle: async ({ policy }) =>
      accept({ notices: policy.sources.map(({ id, year, title, documentNumber }) => ({ id, year, title, documentNumber })) }),
  }),
  route({
    method: 'GET',
    path: '/api/rules/:year',
    action: 'public',
    summary: 'Every clause of a year with its rules, numbers, screens, code and tests',
    params: z.strictObject({ year: Year }),
    handle: async ({ params: { year }, policy }) => {
      const source = policy.sources.find(candidate => candidate.year === year)
      if (!source)
        return refuse({
          kind: 'not-found',
          code: 'no-such-notice',
          message: {
            zh: `没有${year}年的通知，请先补上 policy/sources/notice-${year}.yaml。`,
            en: `There is no notice of ${year}. Add policy/sources/notice-${year}.yaml first.`,
          },
          where: 'year',
        })
      const { clauses, ...notice } = source
      return accept({ ...notice, clauses: clauseViews(policy, coverage, source) })
    },
  }),
]
