import type { Finding, PolicyPack } from '@jincun/policy'
import { fenOf, gateFinding, judgeAtGate } from '@jincun/projects'
import type { PaymentGround } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'

/** The negative list at the doors "payment request" and "posting" (3.6): the contract line and the words on the invoice, each by itself. */
export function paymentGate(
  request: PaymentRequest,
  { contract, project, rulings }: Pick<PaymentGround, 'contract' | 'project' | 'rulings'>,
  pack: PolicyPack,
): Finding[] {
  const line = contract.lines.find(each => each.id === request.contractLineId)
  const centralFen = request.source === 'central' ? fenOf(request.amountFen) : 0n
  const names = [...new Set([...(line ? [line.name] : []), request.invoice.itemName])]
  return names.map(name => {
    const spending = { lineId: request.contractLineId, name, category: line?.category ?? '', under: project.name, centralFen }
    const where = name === line?.name ? 'contractLineId' : 'invoice.itemName'
    return gateFinding(spending, judgeAtGate(spending, rulings, pack, contract.year), pack, contract.year, where)
  })
}
