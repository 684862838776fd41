export { checkPayment } from './check-payment.ts'
export { evidenceNeeded } from './check-support.ts'
export { paymentGate } from './payment-gate.ts'
export type { PaymentGround, SpentBefore } from './payment-ground.ts'
export { loanInterestSubsidy } from './loan-interest-subsidy.ts'
export { matchTreasury } from './match-treasury.ts'
export type { Payable, TreasuryLine, TreasuryMatch } from './match-treasury.ts'
export {
  hasApproved,
  holderOf,
  leaderThreshold,
  paymentCan,
  paymentStates,
  paymentSteps,
  returnedFrom,
  stateAfter,
  stepTitles,
} from './payment-lifecycle.ts'
export type { PaymentState, PaymentStep } from './payment-lifecycle.ts'
export { Evidence, Invoice, Payee, PaymentRequest } from './payment-request.ts'
export { paymentSignals } from './payment-signals.ts'
export { missingMoneyRules, moneySignalRules } from './money-signal-rules.ts'
export type { MoneySignalRule } from './money-signal-rules.ts'
export { photoSignals, serialSignals } from './reuse-signals.ts'
export { mayBePaid, PayeeCheck, payeeStatuses } from './payee-check.ts'
export { placeSignals } from './place-signals.ts'
export type { PayeeStatus } from './payee-check.ts'
export type { PaymentSignal } from './payment-signal.ts'
export { waitingSignals } from './waiting-signals.ts'
export { rewardInLieu } from './reward-in-lieu.ts'
export { serviceSteps } from './service-arithmetic.ts'
export { loanPeriodsOf, othersOf, spentBefore, spentOnContract } from './spent-before.ts'
export { interestOf, supportedFen, supportSteps } from './support-arithmetic.ts'
export type { ArithmeticStep } from './support-arithmetic.ts'
export { SupportBasis, SupportTerms } from './support-basis.ts'
export { importRows, rowsNow, rowStandings, treasuryVerdicts } from './treasury-import.ts'
export type { ImportRow, RowStanding, StandingRow, TreasuryVerdict } from './treasury-import.ts'
