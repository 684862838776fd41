import { formatYuan } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import type { Finding, PolicyListEntry, PolicyPack } from '@jincun/policy'
import { clausesOf, fenOf, judge } from '@jincun/projects'
import type { PaymentGround } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'
import { interestOf, supportedFen } from './support-arithmetic.ts'
import type { SupportBasis } from './support-basis.ts'

/** Modes with a sum of their own; every other mode is paid at the contract's price. */
const reckoned: readonly SupportBasis['mode'][] = ['loan-interest-subsidy', 'reward-in-lieu']

const modeWords = { 'loan-interest-subsidy': '贷款贴息', 'reward-in-lieu': '以奖代补', price: '合同价' } as const

/** The papers a request needs by the support mode of its plan line; an advance only those before delivery. */
export const evidenceNeeded = (pack: PolicyPack, year: number, mode: string, kind: PaymentRequest['kind']): PolicyListEntry[] =>
  listFor(pack, 'payment-evidence', year).filter(({ keywords }) => keywords?.includes(kind === 'advance' ? 'advance' : mode))

function evidenceFinding({ evidence, kind }: PaymentRequest, { contract, planLine }: PaymentGround, pack: PolicyPack): Finding {
  const needed = evidenceNeeded(pack, contract.year, planLine?.supportMode ?? '', kind)
  const lacking = needed.filter(({ id }) => !evidence.some(each => each.kind === id))
  const words = (language: 'zh' | 'en') => lacking.map(({ term }) => term[language]).join(language === 'zh' ? '、' : ', ')
  const known = needed.length > 0
  return judge({
    code: 'evidence-complete',
    clause: clausesOf(contract.year).register,
    ok: known ? lacking.length === 0 : null,
    measured: `${needed.length - lacking.length}/${needed.length}`,
    required: `${needed.length}/${needed.length}`,
    zh: !known ? '这种支持方式需要哪些附件没有规定，不能核对。' : lacking.length > 0 ? `缺少附件：${words('zh')}。` : '附件齐全。',
    en: !known
      ? 'Which papers this mode needs is not written; it cannot be checked.'
      : lacking.length > 0
        ? `Missing: ${words('en')}.`
        : 'All papers are there.',
    where: 'evidence',
    rows: lacking.map(({ id, term }) => ({ kind: 'payment-evidence', key: id, label: term.zh })),
  })
}

function loanFindings({ basis, invoice }: PaymentRequest, { contract, loanPeriods, today }: PaymentGround): Finding[] {
  if (basis?.mode !== 'loan-interest-subsidy') return []
  const { modes: clause } = clausesOf(contract.year)
  const interest = interestOf(basis)
  const twice = loanPeriods.filter(({ from, until }) => from < basis.until && basis.from < until)
  return [
    judge({
      code: 'interest-period-ended',
      clause,
      ok: basis.from < basis.until && basis.until <= today,
      measured: `${basis.from} – ${basis.until}`,
      required: `≤ ${today}`,
      zh: '贴息的计息期须已结束，且起始日早于截止日。',
      en: 'The interest period begins before it ends and has ended.',
      where: 'basis.until',
    }),
    judge({
      code: 'interest-period-once',
      clause,
      ok: twice.length === 0,
      measured: twice.map(({ from, until }) => `${from} – ${until}`).join('；') || '0',
      required: '0',
      zh: twice.length === 0 ? '同一借款的这段利息没有申请过贴息。' : '同一借款的这段利息已在另一笔申请中贴息，不得重复。',
      en:
        twice.length === 0
          ? 'This interest was not subsidised before.'
          : 'Interest of the same loan and days is subsidised by another request.',
      where: 'basis.from',
    }),
    judge({
      code: 'interest-was-paid',
      clause,
      ok: fenOf(invoice.amountFen) >= interest,
      measured: formatYuan(fenOf(invoice.amountFen)),
      required: `≥ ${formatYuan(interest)}`,
      zh: '付息凭证金额不能小于按本金、利率和天数计算的利息。',
      en: 'The receipt is at least the interest by principal, rate and days.',
      where: 'invoice.amountFen',
    }),
  ]
}

function termsFindings({ basis, amountFen }: PaymentRequest, { contract, planLine, terms, spent }: PaymentGround): Finding[] {
  const { modes: clause } = clausesOf(contract.year)
  const mode = planLine?.supportMode ?? ''
  const wanted = reckoned.find(each => each === mode) ?? null
  const given = basis?.mode ?? null
  const most = basis && terms ? supportedFen(basis, terms, spent.supported) : null
  const asked = fenOf(amountFen)
  return [
    judge({
      code: 'basis-of-support-mode',
      clause,
      ok: given === wanted,
      measured: modeWords[given ?? 'price'],
      required: modeWords[wanted ?? 'price'],
      zh: wanted === null ? '本明细按合同价付款，不填贴息或奖补依据。' : '本明细的支持方式须填写相应的计算依据。',
      en:
        wanted === null
          ? "This line is paid at the contract's price, without such facts."
          : 'The support mode of this line asks for its facts.',
      where: 'basis',
    }),
    ...(basis === null
      ? []
      : [
          judge({
            code: 'amount-by-support-mode',
            clause,
            ok: most === null ? null : asked <= most,
            measured: formatYuan(asked),
            required: most === null ? '—' : `≤ ${formatYuan(most)}`,
            zh:
              most === null
                ? '项目办还没有登记本合同的贴息或奖补条件，不能核对金额。'
                : `按支持方式计算最多 ${formatYuan(most)} 元，申请 ${formatYuan(asked)} 元。`,
            en:
              most === null
                ? 'The terms of support of this contract are not on file; the amount cannot be checked.'
                : `By the support mode at most ${formatYuan(most)}, asked ${formatYuan(asked)}.`,
            where: 'amountFen',
          }),
        ]),
  ]
}

/** The support mode's own rules (3.0): facts of the right mode, at most what the agreed terms give, no interest twice, and all papers. */
export const supportFindings = (request: PaymentRequest, ground: PaymentGround, pack: PolicyPack): Finding[] => [
  ...termsFindings(request, ground),
  ...loanFindings(request, ground),
  evidenceFinding(request, ground, pack),
]
