import { formatYuan } from '@jincun/ui'
import type { PaymentRequest } from '../index.ts'

const yuan = (fen: string): string => formatYuan(BigInt(fen)).replaceAll(',', '')

function factsOf({ basis }: PaymentRequest): Record<string, string> {
  if (basis === null) return {}
  if (basis.mode === 'reward-in-lieu') return { measured: String(basis.measured), investment: yuan(basis.investmentFen) }
  return {
    loanNumber: basis.loanNumber,
    lenderName: basis.lender.name,
    lenderCode: basis.lender.creditCode,
    principal: yuan(basis.principalFen),
    rate: String(basis.rateBasisPoints / 100),
    interestFrom: basis.from,
    interestUntil: basis.until,
  }
}

/** What stood in the form when the request was sent, so that one that came back is corrected and not typed anew. */
export const fieldsOfRequest = (request: PaymentRequest): Record<string, string> => ({
  line: request.contractLineId,
  source: request.source,
  kind: request.kind,
  milestone: request.milestoneId ?? '',
  amount: yuan(request.amountFen),
  invoiceNumber: request.invoice.number,
  invoiceCode: request.invoice.code,
  invoiceDate: request.invoice.issuedOn,
  invoiceAmount: yuan(request.invoice.amountFen),
  invoiceItem: request.invoice.itemName,
  bank: request.payee.bank,
  account: request.payee.account,
  deliveredOn: request.delivery?.deliveredOn ?? '',
  deliveredValue: request.delivery ? yuan(request.delivery.valueFen) : '',
  delivered: request.delivery?.description ?? '',
  ...factsOf(request),
})
