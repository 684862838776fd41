import type { Finding, PolicyPack } from '@jincun/policy'
import { guaranteeFindings } from './check-guarantee.ts'
import { limitFindings } from './check-limits.ts'
import { provincialFindings } from './check-provincial-caps.ts'
import { supportFindings } from './check-support.ts'
import { matchFindings, partyFindings } from './check-three-way-match.ts'
import { paymentGate } from './payment-gate.ts'
import type { PaymentGround } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'

/**
 * Every rule on a payment (3.0, 3.6, 6.2): limits, guarantees, party, three-way match, support mode and papers, the province's caps, negative list. Asked at
 * the request, and again in the transaction that holds and pays.
 */
export const checkPayment = (request: PaymentRequest, ground: PaymentGround, pack: PolicyPack): Finding[] => [
  ...limitFindings(request, ground),
  ...guaranteeFindings(request, ground, pack),
  ...partyFindings(request, ground),
  ...matchFindings(request, ground),
  ...supportFindings(request, ground, pack),
  ...provincialFindings(request, ground, pack),
  ...paymentGate(request, ground, pack),
]
