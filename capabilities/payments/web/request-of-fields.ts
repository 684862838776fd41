import { basisPointsOf, fenFromYuanText } from '@jincun/kernel'
import type { Contract } from '@jincun/projects'
import { serviceSteps, spentOnContract, supportSteps } from '../index.ts'
import type { ArithmeticStep, Evidence, PaymentRequest, SupportBasis } from '../index.ts'
import type { AskedContract, OwnPayment } from './view.ts'

type Fields = Readonly<Record<string, string>>

const fen = (text: string | undefined): string | null => fenFromYuanText(text ?? '')?.toString() ?? null
const count = (text: string | undefined): number | null => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : null)

/** The facts of the support mode; undefined where a number cannot be read. */
export function basisOf(mode: string, fields: Fields): SupportBasis | null | undefined {
  if (mode === 'loan-interest-subsidy') {
    const [principalFen, rateBasisPoints] = [fen(fields.principal), basisPointsOf(fields.rate ?? '')]
    if (principalFen === null || rateBasisPoints === null) return undefined
    const lender = { name: fields.lenderName ?? '', creditCode: fields.lenderCode ?? '' }
    const { loanNumber = '', interestFrom = '', interestUntil = '' } = fields
    return { mode, loanNumber, lender, principalFen, rateBasisPoints, from: interestFrom, until: interestUntil }
  }
  if (mode !== 'reward-in-lieu') return null
  const [measured, investmentFen] = [count(fields.measured), fen(fields.investment)]
  return measured === null || investmentFen === null ? undefined : { mode, measured, investmentFen }
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

/** The sum as far as the fields let it be made, in the words of the server's own rule; empty before. */
export function stepsOfFields(contract: AskedContract, mode: string, fields: Fields, rows: readonly OwnPayment[]): ArithmeticStep[] {
  const basis = basisOf(mode, fields)
  if (basis === undefined || (basis?.mode === 'loan-interest-subsidy' && !(isDay(basis.from) && isDay(basis.until)))) return []
  const kind = fields.kind === 'advance' ? 'advance' : 'milestone'
  const milestoneId = fields.milestone ?? null
  const spent = spentOnContract({ id: '', contractId: contract.id, milestoneId, basis }, rows)
  if (basis) return contract.terms ? (supportSteps(basis, contract.terms, spent.supported) ?? []) : []
  return serviceSteps({ kind, milestoneId }, contract, spent)
}

/** The request as the route takes it, or null when a number cannot be read. The payee is the contract's party: nobody types it. */
export function requestOf(
  id: string,
  contract: Contract,
  mode: string,
  fields: Fields,
  evidence: readonly Evidence[],
): PaymentRequest | null {
  const [amountFen, invoiceFen, valueFen] = [fen(fields.amount), fen(fields.invoiceAmount), fen(fields.deliveredValue || fields.amount)]
  const basis = basisOf(mode, fields)
  if (amountFen === null || invoiceFen === null || valueFen === null || basis === undefined) return null
  const advance = fields.kind === 'advance'
  return {
    id,
    countyCode: contract.countyCode,
    contractId: contract.id,
    contractLineId: fields.line ?? '',
    source: fields.source as PaymentRequest['source'],
    kind: advance ? 'advance' : 'milestone',
    milestoneId: advance ? null : (fields.milestone ?? null),
    amountFen,
    invoice: {
      code: fields.invoiceCode ?? '',
      number: fields.invoiceNumber ?? '',
      issuedOn: fields.invoiceDate ?? '',
      amountFen: invoiceFen,
      sellerCreditCode: basis?.mode === 'loan-interest-subsidy' ? basis.lender.creditCode : contract.party.creditCode,
      itemName: fields.invoiceItem ?? '',
    },
    payee: { name: contract.party.name, creditCode: contract.party.creditCode, bank: fields.bank ?? '', account: fields.account ?? '' },
    delivery: advance || !fields.deliveredOn ? null : { deliveredOn: fields.deliveredOn, description: fields.delivered ?? '', valueFen },
    basis,
    evidence: [...evidence],
  }
}
