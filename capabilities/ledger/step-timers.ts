import { daysBetween } from '@jincun/kernel'
import { countOf, parameterFor } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'

/** The days on which money of a county's batch took each step; null where it has not. */
export type MoneySteps = {
  /** The centre allotted to the province. */
  centralAllotment: string | null
  provincialAllotment: string | null
  firstAssignment: string | null
  firstPayment: string | null
}

export type StepTimer = {
  step: 'provincial-allotment' | 'first-assignment' | 'first-payment'
  title: Bilingual
  /** When the clock of the step began; null when the step before has not been taken. */
  since: string | null
  done: string | null
  /** Days it took, or has taken so far. */
  days: number | null
  limitDays: number
  state: 'not-begun' | 'running' | 'late' | 'done' | 'done-late'
  clause: string
}

const steps = [
  {
    step: 'provincial-allotment',
    parameter: 'days-to-provincial-allotment',
    from: 'centralAllotment',
    to: 'provincialAllotment',
    zh: '中央下达→省级下达到县',
    en: 'Centre to county',
  },
  {
    step: 'first-assignment',
    parameter: 'days-to-first-assignment',
    from: 'provincialAllotment',
    to: 'firstAssignment',
    zh: '到县→安排到预算明细',
    en: 'County to budget line',
  },
  {
    step: 'first-payment',
    parameter: 'days-to-first-payment',
    from: 'provincialAllotment',
    to: 'firstPayment',
    zh: '到县→首笔拨付',
    en: 'County to first payment',
  },
] as const

/**
 * One clock a step, from the day the step before was taken, so that "14 months from notice to first payment" is seen on day 30 and not
 * in an audit (5.6: the province disburses in time). Limits are parameters.
 */
export function stepTimers(dates: MoneySteps, pack: PolicyPack, year: number, today: string): StepTimer[] {
  return steps.map(({ step, parameter, from, to, zh, en }) => {
    const limit = parameterFor(pack, parameter, year)
    const [since, done] = [dates[from], dates[to]]
    const days = since === null ? null : daysBetween(since, done ?? today)
    const late = days !== null && days > countOf(limit)
    const state = days === null ? 'not-begun' : done ? (late ? 'done-late' : 'done') : late ? 'late' : 'running'
    return { step, title: { zh, en }, since, done, days, limitDays: countOf(limit), state, clause: limit.clause }
  })
}
