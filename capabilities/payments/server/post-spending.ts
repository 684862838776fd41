import type { Transaction } from '@jincun/db'
import type { NoReason } from '@jincun/http'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Movement } from '@jincun/ledger'
import { postMovement } from '@jincun/ledger/server'
import type { Posted, Stamp } from '@jincun/ledger/server'
import { mayProceed } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { gateFinding, judgeAtGate } from '@jincun/projects'
import type { GateRuling, PlanLine } from '@jincun/projects'
import { paymentGate } from '../index.ts'
import type { PaymentGround, PaymentRequest } from '../index.ts'

type Posting = { tx: Transaction; policy: PolicyPack; stamp: Stamp }

/** The last door (3.6): asked by the function that posts, so that no step, route or later program can forget it. */
async function postGated({ tx, stamp }: Posting, gate: readonly Finding[], movement: Movement): Promise<Result<Posted, NoReason>> {
  if (!mayProceed(gate))
    return refuse({
      kind: 'rules',
      code: 'spending-not-posted',
      message: {
        zh: '属于负面清单，或支出类别未确认、存疑，不能记账。',
        en: 'On the negative list, without a confirmed kind, or in doubt: it is not posted.',
      },
      findings: gate,
    })
  return postMovement(tx, stamp, movement)
}

/** Posts the transfers of a payment that goes forward (held, paid); refuses what the negative list stops, whoever calls. */
export const postPaymentTransfers = (
  posting: Posting,
  request: PaymentRequest,
  ground: Pick<PaymentGround, 'contract' | 'project' | 'rulings'>,
  movement: Movement,
): Promise<Result<Posted, NoReason>> => postGated(posting, paymentGate(request, ground, posting.policy), movement)

/** Posts money to a line of the approved plan; central money only to a line that the negative list lets through. */
export function postLineTransfers(
  posting: Posting,
  line: PlanLine,
  { year, source, rulings }: { year: number; source: PaymentRequest['source']; rulings: readonly GateRuling[] },
  movement: Movement,
): Promise<Result<Posted, NoReason>> {
  const centralFen = source === 'central' ? BigInt(line.money.centralFen) : 0n
  const spending = { lineId: line.id, name: line.name, category: line.category, under: line.projectName, centralFen }
  const finding = gateFinding(spending, judgeAtGate(spending, rulings, posting.policy, year), posting.policy, year, 'lineId')
  return postGated(posting, [finding], movement)
}

/** Posts the way back: money let go or returned by the bank is never stopped by what it was for. */
export const postReversal = ({ tx, stamp }: Posting, movement: Movement): Promise<Result<Posted, NoReason>> =>
  postMovement(tx, stamp, movement)
