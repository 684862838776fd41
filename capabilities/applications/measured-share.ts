import { compareRatios, formatYuan } from '@jincun/kernel'
import { ratioOf } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { evidenceRows, finding, numberIn } from './check.ts'
import type { CheckContext } from './check.ts'
import type { DeclaredShare } from './declared-share.ts'
import type { MeasuredShare } from './measured.ts'
import { percentText, ratioText } from './percent.ts'

/** Whether what was declared is the same share; a declaration that is missing differs in nothing. */
const differs = ({ numbers }: DeclaredShare, { part, whole }: MeasuredShare): boolean =>
  numbers !== null && (numbers.whole <= 0n || numbers.part * whole !== part * numbers.whole)

const declaredText = ({ numbers }: DeclaredShare): string =>
  numbers && numbers.whole > 0n ? percentText(numbers.part, numbers.whole) : '—'

/**
 * Compares a share of the records with the rule's `minimum`, bound included, by multiplication. The records decide, not the declaration; where
 * the two differ it is said. The row opens to the entries behind the figure.
 */
export function measuredShareFinding(context: CheckContext, measured: MeasuredShare, declared: DeclaredShare): Finding {
  const minimum = ratioOf(numberIn(context, 'minimum'))
  const required = `≥ ${ratioText(minimum)}`
  const { title, part, whole } = declared
  const enough = compareRatios(measured.part, measured.whole, minimum) >= 0
  const text = percentText(measured.part, measured.whole)
  const other = differs(declared, measured) ? declaredText(declared) : null
  const batches = measured.batchYears.join('、')
  return finding(context, {
    status: enough ? 'met' : 'unmet',
    measured: `${text}（资金台账，${measured.asOf}）`,
    required,
    message: {
      zh: `${title.zh}按资金台账为 ${text}（${measured.formula.zh}，${batches}年批次，截至${measured.asOf}），要求 ${required}，${enough ? '符合' : '不符合'}${other ? `；申报数 ${other} 与台账不一致，以台账为准` : ''}。`,
      en: `${title.en} is ${text} in the ledger (${measured.formula.en}, batches ${measured.batchYears.join(', ')}, as of ${measured.asOf}); ${required} is required: ${enough ? 'met' : 'not met'}${other ? `; ${other} was declared, the ledger counts` : ''}.`,
    },
    where: declared.where,
    rows: [
      {
        kind: 'ledger-money',
        key: context.countyCode,
        label: `资金台账：${part.zh} ${formatYuan(measured.part)} 元，${whole.zh} ${formatYuan(measured.whole)} 元`,
      },
      ...evidenceRows(context, declared.evidence),
    ],
  })
}
