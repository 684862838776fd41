import { formatYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import { advanceCapFen } from '@jincun/projects'
import type { Contract } from '@jincun/projects'
import type { PaymentRequest } from './payment-request.ts'

/** A reason to open the file, never a verdict, with the requests it rests on. */
export type PaymentSignal = { code: string; message: Bilingual; requestIds: string[] }

/** Of a contract's year: the amount above which the leader must agree, and how near below it counts as bunching, in percent of it. */
export type Bounds = { threshold: Fen; near: bigint }

type Standing = { request: PaymentRequest; state: string }

const live = (each: Standing): boolean => each.state !== 'returned' && each.state !== 'bounced'

/** One bank account under several names (row 24), or one payee with several accounts. */
function accountSignals(requests: readonly Standing[]): PaymentSignal[] {
  return [...Map.groupBy(requests, ({ request }) => request.payee.account)]
    .filter(([, own]) => new Set(own.map(({ request }) => request.payee.creditCode)).size > 1)
    .map(([account, own]) => ({
      code: 'one-account-several-payees',
      message: { zh: `尾号${account.slice(-4)}的账户有多个收款方。`, en: `The account ending ${account.slice(-4)} has several payees.` },
      requestIds: own.map(({ request }) => request.id),
    }))
}

/** Several requests of a contract just below the threshold, together above it (row 26). */
function splitSignals(requests: readonly Standing[], contract: Contract, { threshold, near }: Bounds): PaymentSignal[] {
  const own = requests.filter(
    ({ request: { contractId, amountFen } }) =>
      contractId === contract.id && BigInt(amountFen) <= threshold && (threshold - BigInt(amountFen)) * 100n <= threshold * near,
  )
  if (own.length < 2) return []
  const message = {
    zh: `同一合同有${own.length}笔申请刚好不超过${formatYuan(threshold)}元。`,
    en: `${own.length} requests of one contract lie just below ${formatYuan(threshold)} yuan.`,
  }
  return [{ code: 'just-below-threshold', message, requestIds: own.map(({ request }) => request.id) }]
}

/** Paid in advance far beyond what was delivered (row 15): more than half of the contract's advance cap with no delivery on record. */
function advanceSignals(requests: readonly Standing[], contracts: readonly Contract[]): PaymentSignal[] {
  return contracts.flatMap(contract => {
    const own = requests.filter(({ request }) => request.contractId === contract.id)
    const advance = own
      .filter(({ request }) => request.kind === 'advance')
      .reduce((sum, { request }) => sum + BigInt(request.amountFen), 0n)
    if (advance === 0n || advance * 2n < advanceCapFen(contract) || own.some(({ request }) => request.delivery)) return []
    const message = {
      zh: `“${contract.title}”已预付${formatYuan(advance)}元，还没有交付记录。`,
      en: `"${contract.title}" was advanced ${formatYuan(advance)} yuan and nothing is recorded as delivered.`,
    }
    return [{ code: 'advance-ahead-of-work', message, requestIds: own.map(({ request }) => request.id) }]
  })
}

/** One paper behind several requests: a file is found again by its hash whatever it is called. */
function paperSignals(requests: readonly Standing[]): PaymentSignal[] {
  const papers = requests.flatMap(({ request }) =>
    [...new Set(request.evidence.map(({ sha256 }) => sha256))].map(hash => ({ hash, id: request.id })),
  )
  return [...Map.groupBy(papers, ({ hash }) => hash)]
    .filter(([, own]) => own.length > 1)
    .map(([hash, own]) => ({
      code: 'one-paper-several-requests',
      message: {
        zh: `同一份附件（校验值${hash.slice(0, 8)}…）用于${own.length}笔申请。`,
        en: `One paper (hash ${hash.slice(0, 8)}…) stands behind ${own.length} requests.`,
      },
      requestIds: own.map(({ id }) => id),
    }))
}

/** @param boundsOf the bounds of a contract, by its county and year. */
export function paymentSignals(
  all: readonly Standing[],
  contracts: readonly Contract[],
  boundsOf: (contract: Contract) => Bounds,
): PaymentSignal[] {
  const requests = all.filter(live)
  const split = contracts.flatMap(contract => splitSignals(requests, contract, boundsOf(contract)))
  return [...accountSignals(requests), ...paperSignals(requests), ...split, ...advanceSignals(requests, contracts)]
}
