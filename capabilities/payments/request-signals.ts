import { formatYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import { leaderThreshold } from './payment-lifecycle.ts'
import { contractRow, numberFor, requestRows } from './payment-signal.ts'
import type { PaymentSignal, Standing } from './payment-signal.ts'

/** One bank account under several names (row 24), or one payee with several accounts. */
export function accountSignals(requests: readonly Standing[]): PaymentSignal[] {
  return [...Map.groupBy(requests, ({ request }) => request.payee.account)]
    .filter(([, own]) => new Set(own.map(({ request }) => request.payee.creditCode)).size > 1)
    .map(([account, own]) =>
      signalOf('one-account-several-payees', own, {
        zh: `尾号${account.slice(-4)}的账户有多个收款方。`,
        en: `The account ending ${account.slice(-4)} has several payees.`,
      }),
    )
}

/** One paper behind several requests: a file is found again by its hash whatever it is called. */
export function paperSignals(requests: readonly Standing[]): PaymentSignal[] {
  const papers = requests.flatMap(standing =>
    [...new Set(standing.request.evidence.map(({ sha256 }) => sha256))].map(hash => ({ hash, standing })),
  )
  return [...Map.groupBy(papers, ({ hash }) => hash)]
    .filter(([, own]) => own.length > 1)
    .map(([hash, own]) =>
      signalOf(
        'one-paper-several-requests',
        own.map(({ standing }) => standing),
        {
          zh: `同一份附件（校验值${hash.slice(0, 8)}…）用于${own.length}笔申请。`,
          en: `One paper (hash ${hash.slice(0, 8)}…) stands behind ${own.length} requests.`,
        },
        undefined,
        hash,
      ),
    )
}

/** Several requests of a contract just below the threshold, together above it (row 26). */
export function splitSignals(requests: readonly Standing[], contract: Contract, pack: PolicyPack): PaymentSignal[] {
  const own = ofContract(requests, contract)
  if (own.length < 2) return []
  const threshold: Fen = leaderThreshold(pack, contract.year)
  const near = BigInt(numberFor(pack, 'bunching-below-percent', contract.year))
  const close = own.filter(({ request: { amountFen } }) => {
    const amount = BigInt(amountFen)
    return amount <= threshold && (threshold - amount) * 100n <= threshold * near
  })
  if (close.length < 2) return []
  return [
    signalOf('just-below-threshold', close, {
      zh: `同一合同有${close.length}笔申请刚好不超过${formatYuan(threshold)}元。`,
      en: `${close.length} requests of one contract lie just below ${formatYuan(threshold)} yuan.`,
    }),
  ]
}

export const ofContract = (requests: readonly Standing[], contract: Contract): Standing[] =>
  requests.filter(({ request }) => request.contractId === contract.id)

/** A signal on requests of one county, with their contract where it rests on one. */
export const signalOf = (
  code: string,
  own: readonly Standing[],
  message: PaymentSignal['message'],
  contract?: Contract,
  aspect = '',
): PaymentSignal => ({
  code,
  countyCode: contract?.countyCode ?? own[0]?.request.countyCode ?? '',
  message,
  requestIds: own.map(({ request }) => request.id),
  aspect,
  rows: [...(contract ? [contractRow(contract)] : []), ...requestRows(own.map(({ request }) => request))],
})
