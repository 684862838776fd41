import { basisPointsText, daysBetween, formatYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import { loanInterestSubsidy } from './loan-interest-subsidy.ts'
import { rewardInLieu } from './reward-in-lieu.ts'
import type { SupportBasis, SupportTerms } from './support-basis.ts'

/** One line of a sum as a person would write it, and what it comes to, in 分. */
export type ArithmeticStep = { what: Bilingual; formula: string; result: Fen }

type Part<Mode extends SupportBasis['mode'], From> = Extract<From, { mode: Mode }>

const percent = (basisPoints: number): string => `${basisPointsText(basisPoints)}%`

/** Interest of the period by the loan's own figures, in 分, rounded down. */
export const interestOf = ({ principalFen, rateBasisPoints, from, until }: Part<'loan-interest-subsidy', SupportBasis>): Fen =>
  loanInterestSubsidy({
    principal: BigInt(principalFen),
    rateBasisPoints,
    days: Math.max(0, daysBetween(from, until)),
    subsidisedBasisPoints: 10_000,
    cap: 0n,
  }).interest

function loanSteps(basis: Part<'loan-interest-subsidy', SupportBasis>, terms: Part<'loan-interest-subsidy', SupportTerms>, before: Fen) {
  const { principalFen, rateBasisPoints, from, until } = basis
  const days = Math.max(0, daysBetween(from, until))
  const left = BigInt(terms.capFen) > before ? BigInt(terms.capFen) - before : 0n
  const loan = { principal: BigInt(principalFen), rateBasisPoints, days, subsidisedBasisPoints: terms.subsidisedBasisPoints }
  const uncapped = loanInterestSubsidy({ ...loan, cap: 10n ** 30n })
  const { subsidy } = loanInterestSubsidy({ ...loan, cap: left })
  return [
    {
      what: { zh: '应付利息 = 本金 × 年利率 × 天数 ÷ 360', en: 'Interest = principal × yearly rate × days ÷ 360' },
      formula: `${formatYuan(loan.principal)} × ${percent(rateBasisPoints)} × ${days} ÷ 360`,
      result: uncapped.interest,
    },
    {
      what: { zh: '贴息 = 利息 × 贴息比例', en: 'Subsidy = interest × subsidised share' },
      formula: `${formatYuan(loan.principal)} × ${percent(rateBasisPoints)} × ${days} ÷ 360 × ${percent(terms.subsidisedBasisPoints)}`,
      result: uncapped.subsidy,
    },
    {
      what: { zh: '不超过限额减已支付', en: 'At most the cap less what was paid' },
      formula: `≤ ${formatYuan(BigInt(terms.capFen))} − ${formatYuan(before)}`,
      result: subsidy,
    },
  ]
}

function rewardSteps(
  { measured, investmentFen }: Part<'reward-in-lieu', SupportBasis>,
  terms: Part<'reward-in-lieu', SupportTerms>,
  before: Fen,
) {
  const { standardFen, ratioBasisPoints, unit } = terms
  const [standard, investment] = [BigInt(standardFen), BigInt(investmentFen)]
  const left = BigInt(terms.capFen) > before ? BigInt(terms.capFen) - before : 0n
  return [
    {
      what: { zh: '按成果 = 标准 × 成果', en: 'By result = standard × measured result' },
      formula: `${formatYuan(standard)} × ${measured} ${unit}`,
      result: standard * BigInt(measured),
    },
    {
      what: { zh: '不超过投资的比例', en: "At most the share of the firm's investment" },
      formula: `≤ ${formatYuan(investment)} × ${percent(ratioBasisPoints)}`,
      result: (investment * BigInt(ratioBasisPoints)) / 10_000n,
    },
    {
      what: { zh: '不超过限额减已支付', en: 'At most the cap less what was paid' },
      formula: `≤ ${formatYuan(BigInt(terms.capFen))} − ${formatYuan(before)}`,
      result: rewardInLieu({ standard, measured, investment, ratioBasisPoints, cap: left }).reward,
    },
  ]
}

/**
 * The sum behind an amount, step by step; the last line is the most that may be paid now (3.0). Null when facts and terms are of different modes.
 * @param before what was paid or held on the contract under this mode already, in 分.
 */
export function supportSteps(basis: SupportBasis, terms: SupportTerms, before: Fen): ArithmeticStep[] | null {
  if (basis.mode === 'loan-interest-subsidy' && terms.mode === 'loan-interest-subsidy') return loanSteps(basis, terms, before)
  if (basis.mode === 'reward-in-lieu' && terms.mode === 'reward-in-lieu') return rewardSteps(basis, terms, before)
  return null
}

/** The most that may be paid now by the agreed terms, in 分; null when facts and terms are of different modes. */
export const supportedFen = (basis: SupportBasis, terms: SupportTerms, before: Fen): Fen | null =>
  supportSteps(basis, terms, before)?.at(-1)?.result ?? null
