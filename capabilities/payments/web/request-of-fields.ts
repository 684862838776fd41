import { fenFromYuanText } from '@jincun/kernel'
import type { Contract } from '@jincun/projects'
import type { PaymentRequest } from '../index.ts'

const fen = (text: string | undefined): string | null => fenFromYuanText(text ?? '')?.toString() ?? null

/** The request as the route takes it, or null when an amount cannot be read. The payee is the contract's party: nobody types it. */
export function requestOf(id: string, contract: Contract, fields: Record<string, string>): PaymentRequest | null {
  const [amountFen, invoiceFen] = [fen(fields.amount), fen(fields.invoiceAmount)]
  if (amountFen === null || invoiceFen === null) return null
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
      sellerCreditCode: contract.party.creditCode,
      itemName: fields.invoiceItem ?? '',
    },
    payee: { name: contract.party.name, creditCode: contract.party.creditCode, bank: fields.bank ?? '', account: fields.account ?? '' },
    delivery: advance || !fields.deliveredOn ? null : { deliveredOn: fields.deliveredOn, description: fields.delivered ?? '' },
    basis: null,
  }
}
