import { daysBetween, formatYuan } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { paymentStates } from './payment-lifecycle.ts'
import type { PaymentSignal, Standing } from './payment-signal.ts'
import { numberFor } from './payment-signal.ts'
import { signalOf } from './request-signals.ts'

/** A request with the day its present state began, and the day its payee confirmed the money; null while it did not. */
export type Timed = Standing & { since: string; receivedOn: string | null }

const onTheWay: readonly Standing['state'][] = ['submitted', 'office-approved', 'leader-needed', 'approved']

/** Requests that lie at one desk longer than the limit (row 22). */
const waiting = (timed: readonly Timed[], days: number, today: string): PaymentSignal[] =>
  timed
    .filter(({ state, since }) => onTheWay.includes(state) && daysBetween(since, today) > days)
    .map(standing => {
      const [taken, title] = [daysBetween(standing.since, today), paymentStates[standing.state]]
      const message = {
        zh: `${standing.request.payee.name}的申请“${title.zh}”已${taken}天，期限${days}天。`,
        en: `A request of ${standing.request.payee.name} has been "${title.en}" for ${taken} days, the limit is ${days}.`,
      }
      return signalOf('request-waiting', [standing], message, undefined, `${standing.state} ${standing.since}`)
    })

/** Payments whose payee has not confirmed the money within the limit: what is paid may be stuck on its way (row 22). */
const unconfirmed = (timed: readonly Timed[], days: number, today: string): PaymentSignal[] =>
  timed
    .filter(({ state, since, receivedOn }) => state === 'paid' && receivedOn === null && daysBetween(since, today) > days)
    .map(standing => {
      const taken = daysBetween(standing.since, today)
      const amount = formatYuan(BigInt(standing.request.amountFen))
      return signalOf('receipt-unconfirmed', [standing], {
        zh: `${amount}元支付已${taken}天，${standing.request.payee.name}没有确认到账。`,
        en: `${amount} yuan were paid ${taken} days ago; ${standing.request.payee.name} has not confirmed that they came.`,
      })
    })

/** Step timers of requests, by the limits of the year of `today` (5.6: disburse in time). */
export const waitingSignals = (timed: readonly Timed[], pack: PolicyPack, today: string): PaymentSignal[] => {
  const limit = (id: string): number => numberFor(pack, id, Number(today.slice(0, 4)))
  return [...waiting(timed, limit('days-at-one-desk'), today), ...unconfirmed(timed, limit('days-to-receipt-confirmation'), today)]
}
