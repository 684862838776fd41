import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import { parameterFor } from '@jincun/policy'
import { z } from 'zod'
import { ageing, carriedOverState, daysBetween, disbursementRate, figuresOf, moneyMap, stepTimers } from '../index.ts'
import type { MoneyRow } from '../index.ts'
import { balancesOf } from './account-store.ts'
import { placeName } from './account-routes.ts'
import { lastMoves, moneyStepsOf } from './money-store.ts'
import type { Context } from './request.ts'
import { yearOf } from './request.ts'

const keyOf = (row: MoneyRow) => `${row.countyCode} ${row.source} ${row.budgetYear} ${row.batchYear}`

const ruleParameters = [
  'carried-over-years',
  'days-to-provincial-allotment',
  'days-to-first-assignment',
  'days-to-first-payment',
  'disbursement-rate-pair',
] as const

/** The rules of the current year, which judge all money; no other year's stand in for them: what is missing is named by its file. */
export type MoneyRules = { year: number; missing: string[] }

export function moneyRulesOf({ policy, now }: Pick<Context, 'policy' | 'now'>): MoneyRules {
  const year = yearOf(now)
  const missing = ruleParameters.filter(id => policy.parameters.get(id)?.values[year] === undefined)
  return { year, missing: missing.map(id => `policy/parameters/${id}.yaml`) }
}

/** Every row of the money map in scope, with how long it has lain and what its clocks say; without rules of the year it has no clocks. */
export async function moneyView(context: Pick<Context, 'tx' | 'now' | 'policy'>, countyCode?: string) {
  const { tx, now, policy } = context
  const rows = moneyMap(await balancesOf(tx, countyCode ? { countyCode } : {}))
  const [moved, steps, today] = [await lastMoves(tx), await moneyStepsOf(tx), shanghaiDate(now)]
  const { year, missing } = moneyRulesOf(context)
  const judged = missing.length === 0
  return rows
    .filter(row => row.countyCode !== '000000')
    .map(row => {
      const last = moved.get(keyOf(row)) ?? null
      const taken = row.source === 'central' ? steps.get(`${row.countyCode} ${row.budgetYear} ${row.batchYear}`) : undefined
      return {
        ...row,
        placeName: placeName(row.countyCode),
        lastMoved: last,
        idleDays: row.unspent > 0n && last ? daysBetween(last, today) : null,
        carriedOver: judged && row.source === 'central' ? carriedOverState(policy, year, row.budgetYear, today) : null,
        timers: judged && taken ? stepTimers(taken, policy, year, today) : [],
      }
    })
}

const readMoney = route({
  method: 'GET',
  path: '/api/ledger/money',
  action: 'ledger.read',
  summary:
    'Money map of the places in scope: received, assigned, paid, idle with days, clocks of each step, disbursement rate with its formula',
  clauses: ['notice-2020/5.6', 'notice-2020/4.4', 'notice-2020/3.7'],
  query: z.strictObject({
    countyCode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  handle: async context => {
    const rows = await moneyView(context, context.query.countyCode)
    const counties = rows.filter(row => !row.countyCode.endsWith('0000'))
    const central = counties.filter(row => row.source === 'central')
    const rules = moneyRulesOf(context)
    const judged = rules.missing.length === 0
    const rateOf = (own: readonly MoneyRow[]) => disbursementRate(figuresOf(own), context.policy, rules.year)
    const byCounty = judged ? [...Map.groupBy(central, row => row.countyCode)] : []
    const rates = byCounty.map(([code, own]) => ({ countyCode: code, placeName: placeName(code), ...rateOf(own) }))
    return accept({ asOf: context.now.toISOString(), rules, rows, ageing: ageing(central), rate: judged ? rateOf(central) : null, rates })
  },
})

const readCarriedOver = route({
  method: 'GET',
  path: '/api/ledger/carried-over',
  action: 'ledger.read',
  summary: 'Unspent central money by county and budget year: what is to be taken back, and the countdown of what will be',
  clauses: ['notice-2020/3.7'],
  handle: async context => {
    const rows = (await moneyView(context)).filter(row => row.source === 'central' && (row.unspent > 0n || row.pool > 0n))
    const { year } = moneyRulesOf(context)
    const rule = parameterFor(context.policy, 'carried-over-years', year)
    return accept({ asOf: context.now.toISOString(), year, rule, rows })
  },
})

export const moneyRoutes = [readMoney, readCarriedOver]
