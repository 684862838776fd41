import { demoId } from '@jincun/identity'
import type { Contract } from '@jincun/projects'
import type { PaymentRequest } from './payment-request.ts'

/** A made-up request of the demonstration's contractor on the first line and milestone of its contract. */
export const demoRequest = (contract: Contract, evidence: PaymentRequest['evidence']): PaymentRequest => ({
  id: demoId('zhaojue payment'),
  countyCode: contract.countyCode,
  contractId: contract.id,
  contractLineId: contract.lines[0]?.id ?? '',
  source: 'central',
  kind: 'milestone',
  milestoneId: contract.milestones[0]?.id ?? null,
  amountFen: '1000000',
  invoice: {
    code: '',
    number: '20200520',
    issuedOn: '2020-05-12',
    amountFen: '1000000',
    sellerCreditCode: contract.party.creditCode,
    itemName: contract.lines[0]?.name ?? '',
  },
  payee: { name: contract.party.name, creditCode: contract.party.creditCode, bank: '（演示）农村信用社', account: '6228480000000000000' },
  delivery: { deliveredOn: '2020-04-30', description: '（演示）设备到货并清点', valueFen: '1000000' },
  basis: null,
  evidence,
})
