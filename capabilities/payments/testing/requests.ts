import { expect } from 'vitest'
import { newTestId } from './factory.ts'

type Answer<T> = Promise<{ status: number; body: T; headers: Record<string, unknown>; bytes: Buffer }>
/** What of a signed-in person's client is used here. */
export type Caller = {
  get<T = unknown>(path: string): Answer<T>
  send<T = unknown>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Answer<T>
  upload<T = unknown>(path: string, bytes: Uint8Array): Answer<T>
}

export type DemoContract = {
  id: string
  number: string
  party: { name: string; creditCode: string }
  lines: { id: string; amountFen: string }[]
  milestones: { id: string }[]
  amountFen: string
}
export type Problem = { code: string; findings?: { code: string; status: string; clause: string }[]; details?: { clause: string } }
type SentPaper = { kind: string; fileId: string; sha256: string }

export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** The four hands of 昭觉县 with its equipment contract, and the requests its contractor makes. */
export async function openHands(as: (username: string) => Promise<Caller>) {
  const [contractor, office, finance, leader] = (await Promise.all(
    ['contractor', 'office', 'finance', 'leader'].map(name => as(`zhaojue-${name}`)),
  )) as [Caller, Caller, Caller, Caller]
  const own = await contractor.get<{ contracts: DemoContract[] }>('/api/payments/own')
  const contract = own.body.contracts.find(each => each.number.includes('2号'))
  if (!contract) throw new Error(JSON.stringify(own))
  const paper = async (kind: string): Promise<SentPaper> => {
    const sent = await contractor.upload<{ id: string; sha256: string }>(
      `/api/payments/files/513431?id=${newTestId()}&name=${kind}.png`,
      png,
    )
    expect(sent.status).toBe(200)
    return { kind, fileId: sent.body.id, sha256: sent.body.sha256 }
  }
  const evidence = [await paper('invoice'), await paper('delivery-note')]
  let invoiceNumber = 10_000_000
  const asked = (amountFen: string, change: Record<string, unknown> = {}) => ({
    id: newTestId(),
    countyCode: '513431',
    contractId: contract.id,
    contractLineId: contract.lines[0]?.id,
    source: 'central',
    kind: 'milestone',
    milestoneId: contract.milestones[0]?.id,
    amountFen,
    invoice: {
      code: '',
      number: String(++invoiceNumber),
      issuedOn: '2020-05-10',
      amountFen,
      sellerCreditCode: contract.party.creditCode,
      itemName: '站点设备',
    },
    payee: { name: contract.party.name, creditCode: contract.party.creditCode, bank: '（测试）农信社', account: '6228480000000000001' },
    delivery: { deliveredOn: '2020-05-08', description: '（测试）已交付', valueFen: amountFen },
    basis: null,
    evidence,
    ...change,
  })
  const submit = (body: unknown) => contractor.send<Problem & { id: string }>('POST', '/api/payments', body)
  const step = (who: Caller, id: string, path: string, body: unknown = {}) =>
    who.send<Problem & { state: string }>('POST', `/api/payments/${id}/${path}`, body)
  const batch = { budgetYear: 2020, batchYear: 2020 }
  const approve = async (id: string) => {
    expect(await step(office, id, 'office-approval')).toMatchObject({ status: 200, body: { state: 'office-approved' } })
    return step(finance, id, 'finance-approval', batch)
  }
  return { contractor, office, finance, leader, contract, paper, evidence, asked, submit, step, batch, approve }
}
export type Hands = Awaited<ReturnType<typeof openHands>>

/** Codes of the findings that were not met. */
export const unmet = (answer: { body: Problem }) =>
  (answer.body.findings ?? []).filter(each => each.status !== 'met').map(each => each.code)
