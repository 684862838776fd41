import { appendAudit, publish } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import { fenFromWanYuanText } from '@jincun/kernel'
import { budgetLine } from '@jincun/ledger'
import { mayProceed } from '@jincun/policy'
import { keepFile, planInForce, signedContracts } from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { demoRequest } from '../demo-request.ts'
import { checkPayment } from '../index.ts'
import type { PaymentRequest } from '../index.ts'
import { groundOf } from './ground.ts'
import { claimInvoice, insertPayment, insertStep } from './payment-store.ts'
import { postLineTransfers } from './post-spending.ts'

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
      const posting = { tx, policy, stamp }
      const spending = { year: 2020, source: 'central', rulings: [] } as const
      const posted = await postLineTransfers(posting, line, spending, budgetLine(paper, path, fenFromWanYuanText(wan) ?? 0n))
      if (!posted.ok) throw new Error(posted.reason.message.en)
    }
    await seedRequest(workOf(tx, { policy, newId, now }))
  })
}

/** A white dot as a picture: papers of the demonstration are made up, their hashes are real. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/58BAAT/Af9/5TVJAAAAAElFTkSuQmCC', 'base64')

function workOf(tx: Transaction, { policy, newId, now }: Pick<SeedContext, 'policy' | 'newId' | 'now'>): Work {
  const [personId, realm] = [demoId('zhaojue-contractor'), 'demo']
  return {
    tx,
    now,
    policy,
    newId,
    caller: { kind: 'person', personId, name: '经办', organisationId: null, organisationName: '（演示）昭觉县承办单位', realm, grants: [] },
    audit: async event => {
      await appendAudit(tx, { ...event, at: now, realm, personId })
    },
    publish: publication => publish(tx, { ...publication, realm, publishedAt: now, publishedBy: personId }),
  }
}

/** The contractor of 昭觉县 asks for the first payment on its equipment contract. */
async function seedRequest(work: Work): Promise<void> {
  const { tx, policy } = work
  const contract = (await signedContracts(tx, countyCode)).find(each => each.number.includes('2号'))
  if (!contract) return
  const evidence: PaymentRequest['evidence'] = []
  for (const [kind, name] of [
    ['invoice', '（演示）发票.png'],
    ['delivery-note', '（演示）到货单.png'],
  ] as const) {
    const wanted = { id: demoId(`zhaojue paper ${kind}`), name }
    const kept = await keepFile(work, countyCode, wanted, picture, 'payments.request')
    if (!kept.ok) throw new Error(kept.reason.message.en)
    evidence.push({ kind, fileId: kept.value.id, sha256: kept.value.sha256 })
  }
  const request = demoRequest(contract, evidence)
  const ground = await groundOf(work, request, !(await claimInvoice(tx, 'demo', request)), true)
  if (!ground.ok) throw new Error(ground.reason.message.en)
  const findings = checkPayment(request, ground.value, policy)
  if (!mayProceed(findings)) throw new Error(JSON.stringify(findings.filter(each => each.status !== 'met')))
  const hand = { realm: 'demo', personId: work.caller.personId, name: '（演示）昭觉县承办单位经办', now: work.now, newId: work.newId }
  await insertPayment(tx, request, demoId('zhaojue-contractor'), hand)
  await insertStep(tx, request, 'submit', { reason: '', document: request.invoice.number, fromState: null }, hand)
}
