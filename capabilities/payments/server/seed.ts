import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import { fenFromWanYuanText } from '@jincun/kernel'
import { budgetLine } from '@jincun/ledger'
import { postMovement } from '@jincun/ledger/server'
import { mayProceed } from '@jincun/policy'
import { planInForce, signedContracts } from '@jincun/projects/server'
import { demoRequest } from '../demo-request.ts'
import { checkPayment } from '../index.ts'
import { groundOf } from './ground.ts'
import { claimInvoice, insertPayment, insertStep } from './payment-store.ts'

/** What county finance of the demonstration assigned to lines of the plan, in 万元; made up. */
const assigned = [
  ['centre-rooms', '60'],
  ['centre-equipment', '40'],
  ['logistics-equipment', '100'],
] as const

const countyCode = '513431'

/** Money on the plan lines of 昭觉县, so that its contractor can ask for payment. */
export async function seedPayments({ database, now, policy, newId }: SeedContext): Promise<void> {
  const stamp = { realm: 'demo', personId: demoId('zhaojue-finance'), now }
  await database.transaction({ personId: stamp.personId, realm: 'demo', jurisdictions: ['*'] }, 'write', async tx => {
    const plan = await planInForce(tx, countyCode, 2020)
    for (const [id, wan] of assigned) {
      const line = plan?.lines.find(each => each.id === id)
      if (!line) continue
      const paper = {
        id: demoId(`zhaojue budget ${id}`),
        realm: 'demo',
        businessDate: '2020-04-01',
        document: '（演示）昭财预〔2020〕1号',
        clause: 'notice-2020/6.2',
        reason: '（演示）',
        recordKind: 'plan-line',
        recordId: id,
      }
      const path = {
        countyCode,
        batch: { source: 'central', budgetYear: 2020, batchYear: 2020 } as const,
        line: { id, title: `${line.projectName} ${line.name}` },
      }
      const posted = await postMovement(tx, stamp, budgetLine(paper, path, fenFromWanYuanText(wan) ?? 0n))
      if (!posted.ok) throw new Error(posted.reason.message.en)
    }
    const contract = (await signedContracts(tx, countyCode)).find(each => each.number.includes('2号'))
    if (!contract) return
    const request = demoRequest(contract)
    const ground = await groundOf({ tx }, request, !(await claimInvoice(tx, 'demo', request)), true)
    if (!ground.ok) throw new Error(ground.reason.message.en)
    const findings = checkPayment(request, ground.value, policy)
    if (!mayProceed(findings)) throw new Error(JSON.stringify(findings.filter(each => each.status !== 'met')))
    const hand = { realm: 'demo', personId: demoId('zhaojue-contractor'), name: '（演示）昭觉县承办单位经办', now, newId }
    await insertPayment(tx, request, demoId('zhaojue-contractor'), hand)
    await insertStep(tx, request, 'submit', { reason: '', document: request.invoice.number }, hand)
  })
}
