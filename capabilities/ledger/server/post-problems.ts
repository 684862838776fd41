import { formatYuan } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { no } from './no.ts'

/** What ledger_post says is wrong. */
export type PostProblem = { id: string | null; code: string; short?: string }

type Words = { kind: Refusal['kind']; zh: string; en: string }

const words: Record<string, Words> = {
  'id-used-for-another-transfer': {
    kind: 'conflict',
    zh: '这个编号已用于内容不同的另一笔，请刷新后重试。',
    en: 'This id was used for another transfer with other content; reload and try again.',
  },
  'account-missing': { kind: 'not-found', zh: '账户尚未开立。', en: 'The account is not open.' },
  'move-not-in-chart': {
    kind: 'wrong-state',
    zh: '资金不能这样流转：只能按 中央→省→县→预算明细→项目→收款方 逐级进行。',
    en: 'Money does not move this way: only centre, province, county, budget line, project, payee, one step after the other.',
  },
  'batches-mixed': {
    kind: 'wrong-state',
    zh: '不同来源、预算年度或批次的资金不能混用。',
    en: 'Money of different sources, budget years or batches cannot be mixed.',
  },
  'corrected-entry-missing': { kind: 'not-found', zh: '没有可更正的原分录。', en: 'There is no such entry to correct.' },
  'correction-differs': {
    kind: 'invalid',
    zh: '更正须与原分录方向相反、金额相同。',
    en: 'A correction reverses the whole entry it names.',
  },
  'corrected-already': { kind: 'wrong-state', zh: '这笔分录已经更正过。', en: 'This entry has been corrected already.' },
  'reservation-missing': { kind: 'not-found', zh: '没有这笔预留。', en: 'There is no such reservation.' },
  'reservation-differs': { kind: 'invalid', zh: '与预留的账户或金额不符。', en: 'It differs from the reservation in account or amount.' },
  'reservation-resolved': {
    kind: 'wrong-state',
    zh: '这笔预留已经拨付或撤销。',
    en: 'This reservation has been posted or voided already.',
  },
}

/** The refusal of a batch, from its first problem; all problems are in the details. */
export function refusalOf(problems: readonly PostProblem[], clause: string, accountTitle: (id: string) => string) {
  const first = problems[0]
  const code = first?.code ?? 'unknown'
  if (code === 'overdrawn' && first) {
    const short = formatYuan(BigInt(first.short ?? '0'))
    const title = accountTitle(first.id ?? '')
    return no(
      'wrong-state',
      'money-short',
      clause,
      `“${title}”余额不足，还差${short}元，没有记账。请减少金额，或先安排资金。`,
      `"${title}" is ${short} yuan short; nothing was posted. Lower the amount or assign money first.`,
      'amountYuan',
    )
  }
  const said = words[code]
  if (!said) throw new Error(`The ledger answered with an unknown problem: ${code}`)
  return no(said.kind, code, clause, said.zh, said.en)
}
