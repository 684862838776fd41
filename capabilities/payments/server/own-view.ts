import type { Transaction } from '@jincun/db'
import type { PolicyPack } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import { plansInForce } from '@jincun/projects/server'
import { evidenceNeeded, serviceSteps, supportSteps } from '../index.ts'
import type { ArithmeticStep, PaymentGround, PaymentRequest } from '../index.ts'
import type { PaymentRecord, PaymentStepRecord } from './payment-store.ts'
import type { KeptTerms } from './terms-store.ts'

/** Why and at which step a request came back; null while it did not. */
export function backOf({ state }: PaymentRecord, steps: readonly PaymentStepRecord[]) {
  if (state !== 'returned' && state !== 'bounced') return null
  const last = steps.findLast(({ step }) => step === 'return' || step === 'bounce')
  return last ? { step: last.step, fromState: last.fromState, by: last.byName, reason: last.reason, at: last.at } : null
}

/** The sum behind an amount, by the support mode of its line; empty where the facts for it are not on file. */
export const arithmeticOf = (request: PaymentRequest, { contract, terms, spent }: PaymentGround): ArithmeticStep[] => {
  if (request.basis === null) return serviceSteps(request, contract, spent)
  return terms ? (supportSteps(request.basis, terms, spent.supported) ?? []) : []
}

/** What a contractor has to know of its contracts to ask for money: the mode and papers of each line, the agreed terms. */
export async function asAsked(tx: Transaction, policy: PolicyPack, contracts: readonly Contract[], terms: readonly KeptTerms[]) {
  const plans = await plansInForce(
    tx,
    contracts.map(({ countyCode }) => countyCode),
  )
  return contracts.map(contract => {
    const planned = plans.find(({ countyCode, year }) => countyCode === contract.countyCode && year === contract.year)?.lines ?? []
    const modes = contract.lines.map(line => [line.id, planned.find(({ id }) => id === line.planLineId)?.supportMode ?? ''] as const)
    const papers = (mode: string, kind: PaymentRequest['kind']) =>
      evidenceNeeded(policy, contract.year, mode, kind).map(({ id, term }) => ({ id, term }))
    return {
      ...contract,
      modeOfLine: Object.fromEntries(modes),
      papersOfMode: Object.fromEntries([...new Set(modes.map(([, mode]) => mode))].map(mode => [mode, papers(mode, 'milestone')])),
      papersOfAdvance: papers('', 'advance'),
      terms: terms.findLast(({ contractId }) => contractId === contract.id)?.terms ?? null,
    }
  })
}
