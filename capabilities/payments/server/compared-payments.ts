import { shanghaiDate } from '@jincun/kernel'
import type { Contract } from '@jincun/projects'
import { contractsByIds, standingOfProjects } from '@jincun/projects/server'
import { missingMoneyRules, paymentSignals, paymentStates, waitingSignals } from '../index.ts'
import type { PaymentSignal, PaymentState } from '../index.ts'
import type { Context } from './ground.ts'
import { latestChecks } from './payee-check-store.ts'
import { listPayments, stepsOfRequests } from './payment-store.ts'

/** Signals compare requests with each other: of a county all that stand, of a wider scope as many of the newest. */
const comparedRequests = 2000
const standing = (Object.keys(paymentStates) as PaymentState[]).filter(state => state !== 'returned' && state !== 'bounced')

/** Requests that stand, their contracts, how far the work is, checks of payees, and when each request took its steps; in a fixed number of queries. */
export async function comparedPayments({ tx }: Pick<Context, 'tx'>, countyCode: string | undefined) {
  const records = await listPayments(tx, { countyCode, states: standing }, countyCode ? undefined : { skip: 0, size: comparedRequests })
  const contracts = await contractsByIds(
    tx,
    records.map(({ request }) => request.contractId),
  )
  const works = await standingOfProjects(
    tx,
    contracts.map(({ projectId }) => projectId),
  )
  const checks = new Map((await latestChecks(tx, countyCode)).map(each => [`${each.countyCode} ${each.creditCode}`, each]))
  const steps = await stepsOfRequests(
    tx,
    records.map(({ request }) => request.id),
  )
  return {
    records,
    contracts,
    works,
    steps: Map.groupBy(steps, ({ requestId }) => requestId),
    checkOf: ({ countyCode: code, party }: Contract) => checks.get(`${code} ${party.creditCode}`) ?? null,
  }
}
export type Compared = Awaited<ReturnType<typeof comparedPayments>>

/** What the requests say together (rows 15, 20, 22, 24 and 26 of what audits found). */
export function signalsOfPayments(
  { policy, now }: Pick<Context, 'policy' | 'now'>,
  { records, contracts, works, steps, checkOf }: Compared,
): PaymentSignal[] {
  const today = shanghaiDate(now)
  const workOf = ({ projectId }: Contract) => {
    const work = works.get(projectId)
    return { accepted: work?.stage === 'accepted', percent: work?.percent ?? null, reportedOn: work?.reportedOn ?? null }
  }
  const timed = records.map(({ request, state, paidOn, requestedAt }) => {
    const own = steps.get(request.id) ?? []
    const moved = own.findLast(({ step }) => step !== 'receive')?.at ?? requestedAt
    const received = own.find(({ step }) => step === 'receive')
    return {
      request,
      state,
      since: paidOn ?? shanghaiDate(new Date(moved)),
      receivedOn: received ? shanghaiDate(new Date(received.at)) : null,
    }
  })
  // A year without rules judges nothing that waits; the list of signals names the file to fill.
  const judged = missingMoneyRules(policy, Number(today.slice(0, 4))).length === 0
  const waiting = judged ? waitingSignals(timed, policy, today) : []
  return [...paymentSignals(records, contracts, { pack: policy, today, workOf, checkOf }), ...waiting]
}
