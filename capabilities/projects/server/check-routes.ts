import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { z } from 'zod'
import { checkPlanVersion, FenText, fenOf, gateFinding, judgeAtGate, PlanLine, PlanVersion, proposeCategories } from '../index.ts'
import { gateRulingsOf } from './front-door.ts'
import { planGround } from './plan-ground.ts'
import { AtCounty, place, Year } from './work.ts'

const action = 'projects.propose-plan'

const Spending = z.strictObject({
  lineId: z.string().max(64),
  name: z.string().max(200),
  category: z.string().max(60),
  under: z.string().max(200),
  centralFen: FenText,
})

const spendingChecks = route({
  method: 'POST',
  path: '/api/projects/:county/spending-checks',
  action,
  summary: 'What kind of spending names sound like, and what the negative list says of them; nothing is saved',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  body: z.strictObject({ year: Year, spendings: z.array(Spending).max(2_000) }),
  place,
  handle: async ({ tx, params, body, policy }) => {
    const rulings = await gateRulingsOf(tx, params.county, body.year)
    const rows = body.spendings.map(({ centralFen, ...words }, index) => {
      const spending = { ...words, centralFen: fenOf(centralFen) }
      const verdict = judgeAtGate(spending, rulings, policy, body.year)
      return {
        lineId: words.lineId,
        proposed: proposeCategories(words.name, policy, body.year).slice(0, 3),
        verdict: verdict.verdict,
        because: verdict.because,
        finding: gateFinding(spending, verdict, policy, body.year, `lines[${index}].name`),
      }
    })
    return accept({ rows })
  },
})

const draftFindings = route({
  method: 'POST',
  path: '/api/projects/:county/plan-draft-findings',
  action,
  summary: 'What the rules say of a plan before it is proposed; nothing is saved',
  clauses: ['notice-2020/6.2', 'notice-2020/3.6'],
  params: AtCounty,
  body: PlanVersion.pick({ year: true, reasons: true }).extend({ lines: z.array(PlanLine).min(1).max(2_000) }),
  place,
  handle: async ({ tx, params, body, policy }) => {
    const { year, lines } = body
    return accept({
      findings: checkPlanVersion({ countyCode: params.county, year, lines }, await planGround({ tx, policy }, params.county, year)),
    })
  },
})

export const checkRoutes = [spendingChecks, draftFindings]
