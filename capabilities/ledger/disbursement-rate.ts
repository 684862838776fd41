import type { Fen } from '@jincun/kernel'
import { idsOf, parameterFor } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'

/** What money of a batch has come to, in 分: the figures that a disbursement rate may be made of. */
export type MoneyFigures = {
  /** Allotted to the place from above, less what went back. */
  receivedByPlace: Fen
  /** Set aside for budget lines, spent or not. */
  assignedToLines: Fen
  /** Paid to the final payee, bounced payments taken off. */
  paidToPayee: Fen
  /** Paid, with treasury voucher number on record. */
  paidWithVoucher: Fen
}

const figureNames = {
  'paid-to-payee': { pick: (figures: MoneyFigures) => figures.paidToPayee, zh: '已拨付到收款方', en: 'paid to the final payee' },
  'paid-with-voucher': {
    pick: (figures: MoneyFigures) => figures.paidWithVoucher,
    zh: '有国库支付凭证的拨付',
    en: 'paid with a treasury voucher',
  },
  'received-by-place': { pick: (figures: MoneyFigures) => figures.receivedByPlace, zh: '本级收到的中央资金', en: 'central funds received' },
  'assigned-to-lines': { pick: (figures: MoneyFigures) => figures.assignedToLines, zh: '已安排到预算明细', en: 'assigned to budget lines' },
} as const
type FigureName = keyof typeof figureNames

/** A rate with what it was made of, so that it can be shown and judged; `percent` null where nothing was received. */
export type DisbursementRate = {
  numerator: Fen
  denominator: Fen
  /** Two decimals, rounded down, so that a rate never looks reached before it is. */
  percent: string | null
  formula: Bilingual
  pair: readonly [string, string]
  clause: string
}

const named = (id: string | undefined) => {
  if (id === undefined || !(id in figureNames)) throw new Error(`disbursement-rate-pair names '${id}', which is no figure of the ledger`)
  return figureNames[id as FigureName]
}

/**
 * 资金拨付率: which disbursement over which receipt is a parameter of the year (disbursement-rate-pair), because the notices say only
 * "disbursement rate" (4.4, 5.1). Rule 4.4 and the factor method read the same pair.
 */
export function disbursementRate(figures: MoneyFigures, pack: PolicyPack, year: number): DisbursementRate {
  const parameter = parameterFor(pack, 'disbursement-rate-pair', year)
  const [over = '', under = ''] = idsOf(parameter)
  const [above, below] = [named(over), named(under)]
  const [numerator, denominator] = [above.pick(figures), below.pick(figures)]
  return {
    numerator,
    denominator,
    percent: denominator === 0n ? null : twoDecimals(numerator, denominator),
    formula: { zh: `拨付率 = ${above.zh} ÷ ${below.zh}`, en: `rate = ${above.en} ÷ ${below.en}` },
    pair: [over, under],
    clause: parameter.clause,
  }
}

function twoDecimals(part: Fen, whole: Fen): string {
  const hundredths = (part * 10_000n) / whole
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}
