import { daysBetween, formatYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { advanceCapFen, fenOf } from '@jincun/projects'
import type { Contract } from '@jincun/projects'
import { numberFor } from './payment-signal.ts'
import type { PaymentSignal, Standing } from './payment-signal.ts'
import { ofContract, signalOf } from './request-signals.ts'

/** How far the work of a contract's project is: accepted, or the last reported share of it in per cent; null while nothing was reported. */
export type WorkDone = { accepted: boolean; percent: number | null; reportedOn: string | null }

/** What signals on a contract look at besides its requests. */
export type Watched = { pack: PolicyPack; today: string; workOf: (contract: Contract) => WorkDone }

const sumOf = (own: readonly Standing[]): Fen => own.reduce((sum, { request }) => sum + BigInt(request.amountFen), 0n)

/** Paid in advance up to a share of the advance cap with no delivery on record (row 15). */
export function advanceSignals(requests: readonly Standing[], contract: Contract, { pack }: Watched): PaymentSignal[] {
  const own = ofContract(requests, contract)
  const advance = sumOf(own.filter(({ request }) => request.kind === 'advance'))
  const share = BigInt(numberFor(pack, 'advance-without-delivery-percent', contract.year))
  if (advance === 0n || advance * 100n < advanceCapFen(contract) * share || own.some(({ request }) => request.delivery)) return []
  return [
    signalOf(
      'advance-ahead-of-work',
      own,
      {
        zh: `“${contract.title}”已预付${formatYuan(advance)}元，还没有交付记录。`,
        en: `"${contract.title}" was advanced ${formatYuan(advance)} yuan and nothing is recorded as delivered.`,
      },
      contract,
    ),
  ]
}

/** Paid share of the price − share of the work that is accepted or reported, in points (row 15). Nothing reported counts as nothing done. */
export function paceSignals(requests: readonly Standing[], contract: Contract, { pack, workOf }: Watched): PaymentSignal[] {
  const own = ofContract(requests, contract).filter(({ state }) => state === 'paid')
  const work = workOf(contract)
  const [paid, price] = [sumOf(own), fenOf(contract.amountFen)]
  const done = work.accepted ? 100 : (work.percent ?? 0)
  const most = BigInt(done + numberFor(pack, 'paid-ahead-of-work-points', contract.year))
  if (paid === 0n || paid * 100n < price * most) return []
  const share = (paid * 100n) / price
  return [
    signalOf(
      'paid-ahead-of-work',
      own,
      {
        zh: `“${contract.title}”已付合同价的${share}%，进度${work.percent === null ? '未报' : `${done}%`}，相差${share - BigInt(done)}个百分点。`,
        en: `"${contract.title}": ${share}% of the price is paid, the work is ${work.percent === null ? 'not reported' : `at ${done}%`}, a gap of ${share - BigInt(done)} points.`,
      },
      contract,
    ),
  ]
}

/** The guarantee of a contract under way with money paid or on its way ends soon or has ended (row 15). */
export function guaranteeSignals(requests: readonly Standing[], contract: Contract, { pack, today, workOf }: Watched): PaymentSignal[] {
  const { guarantee } = contract
  const own = ofContract(requests, contract)
  if (!guarantee || contract.state !== 'signed' || own.length === 0 || workOf(contract).accepted) return []
  const left = daysBetween(today, guarantee.expiresOn)
  if (left > numberFor(pack, 'guarantee-alarm-days', contract.year)) return []
  const words =
    left < 0
      ? { zh: `已于${guarantee.expiresOn}到期`, en: `ended on ${guarantee.expiresOn}` }
      : { zh: `还有${left}天到期`, en: `ends in ${left} days` }
  return [
    signalOf(
      'guarantee-ending',
      own,
      {
        zh: `“${contract.title}”的担保${words.zh}，已有${formatYuan(sumOf(own))}元拨付或在途。`,
        en: `The guarantee of "${contract.title}" ${words.en}; ${formatYuan(sumOf(own))} yuan are paid or on their way.`,
      },
      contract,
    ),
  ]
}
