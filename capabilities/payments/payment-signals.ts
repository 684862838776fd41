import type { Contract } from '@jincun/projects'
import { advanceSignals, guaranteeSignals, paceSignals } from './contract-signals.ts'
import type { Watched } from './contract-signals.ts'
import { moneyRuleInForce } from './money-signal-rules.ts'
import { payeeSignals } from './payee-check.ts'
import type { PayeeCheck } from './payee-check.ts'
import type { PaymentSignal, Standing } from './payment-signal.ts'
import { accountSignals, paperSignals, splitSignals } from './request-signals.ts'

const live = (each: Standing): boolean => each.state !== 'returned' && each.state !== 'bounced'

/** What payment requests and their contracts say together: rules of the list money-signals, by the numbers of each contract's year. */
export function paymentSignals(
  all: readonly Standing[],
  contracts: readonly Contract[],
  watched: Watched & { checkOf: (contract: Contract) => PayeeCheck | null },
): PaymentSignal[] {
  const requests = all.filter(live)
  const { pack, today, checkOf } = watched
  return [
    ...accountSignals(requests),
    ...paperSignals(requests),
    ...contracts.flatMap(contract => [
      ...(moneyRuleInForce(pack, contract.year, 'just-below-threshold') ? splitSignals(requests, contract, pack) : []),
      ...advanceSignals(requests, contract, watched),
      ...paceSignals(requests, contract, watched),
      ...guaranteeSignals(requests, contract, watched),
      ...payeeSignals(requests, contract, checkOf(contract), pack, today),
    ]),
  ]
}
