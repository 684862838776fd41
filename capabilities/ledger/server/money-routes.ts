import { route } from '@jincun/http'
import { accept, daysBetween, shanghaiDate } from '@jincun/kernel'
import { parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { z } from 'zod'
import { ageing, carriedOverState, disbursementRate, figuresOf, leverageOf, moneyMap, stepTimers } from '../index.ts'
import type { MoneyRow, MoneySteps, StepTimer } from '../index.ts'
import { balancesOf } from './account-store.ts'
import { placeName } from './place-name.ts'
import { lastMoves, moneyStepsOf, yearsOfMoney } from './money-store.ts'
import type { MoneyFilter } from './money-store.ts'
import { Code, YearInQuery, filterOf } from './query-filter.ts'
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
  const moves = policy.lists.get('money-moves')?.values[year] === undefined ? ['policy/lists/money-moves.yaml'] : []
  return { year, missing: [...missing.map(id => `policy/parameters/${id}.yaml`), ...moves] }
}

/** The clocks of a row. Where nothing is left and nothing was paid, the money went back and no clock runs. */
function clocksOf(row: MoneyRow, taken: MoneySteps | undefined, policy: PolicyPack, year: number, today: string): StepTimer[] {
  if (!taken || (row.unspent === 0n && row.paid === 0n && row.allottedOn === 0n)) return []
  if (!row.countyCode.endsWith('0000')) return stepTimers(taken, policy, year, today)
  // 5.6: a province is done when the last of it is passed on; what it still holds keeps its clock running.
  const passedOn = { ...taken, provincialAllotment: row.unassigned > 0n ? null : taken.provincialAllotment }
  return stepTimers(passedOn, policy, year, today).filter(({ step }) => step === 'provincial-allotment')
}

/** Every row of the money map in scope, with how long it has lain and what its clocks say; without rules of the year it has no clocks. */
export async function moneyView(context: Pick<Context, 'tx' | 'now' | 'policy'>, filter: MoneyFilter = {}) {
  const { tx, now, policy } = context
  const rows = moneyMap(await balancesOf(tx, filter))
  const [moved, steps, today] = [await lastMoves(tx, filter), await moneyStepsOf(tx, filter), shanghaiDate(now)]
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
        timers: judged ? clocksOf(row, taken, policy, year, today) : [],
      }
    })
}

const readMoney = route({
  method: 'GET',
  path: '/api/ledger/money',
  action: 'ledger.read',
  summary:
    'Money map of the places in scope: received, assigned, paid, idle with days, clocks of each step, disbursement rate with its formula',
  clauses: ['notice-2020/5.6', 'notice-2020/4.4', 'notice-2020/3.7', 'notice-2020/3.0'],
  query: z.strictObject({
    countyCode: Code.optional(),
    place: Code.optional(),
    budgetYear: YearInQuery.optional(),
    batchYear: YearInQuery.optional(),
  }),
  handle: async context => {
    const rows = await moneyView(context, filterOf(context.query))
    const counties = rows.filter(row => !row.countyCode.endsWith('0000'))
    const central = counties.filter(row => row.source === 'central')
    const rules = moneyRulesOf(context)
    const judged = rules.missing.length === 0
    const rateOf = (own: readonly MoneyRow[]) => disbursementRate(figuresOf(own), context.policy, rules.year)
    const byCounty = judged ? [...Map.groupBy(central, row => row.countyCode)] : []
    const rates = byCounty.map(([code, own]) => ({ countyCode: code, placeName: placeName(code), ...rateOf(own) }))
    const ofPlace = [...Map.groupBy(counties, row => row.countyCode)]
    const leverage = (judged ? ofPlace : []).map(([code, own]) => ({
      countyCode: code,
      placeName: placeName(code),
      ...leverageOf(own, context.policy, rules.year),
    }))
    return accept({
      asOf: context.now.toISOString(),
      rules,
      leverage,
      ...(await yearsOfMoney(context.tx)),
      rows,
      ageing: ageing(central),
      rate: judged ? rateOf(central) : null,
      rates,
    })
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
