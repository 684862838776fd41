import { compareRatios } from '@jincun/kernel'
import { ratioOf } from '@jincun/policy'
import type { Bilingual, Finding } from '@jincun/policy'
import { evidenceRows, finding, numberIn } from './check.ts'
import type { CheckContext } from './check.ts'
import { percentText, ratioText } from './percent.ts'

/** A share a county declares: part of whole, the attachments that show it, and how to speak of it. */
export type DeclaredShare = {
  /** Null while either number is missing. */
  numbers: { part: bigint; whole: bigint } | null
  evidence: readonly string[]
  where: string
  /** The share itself, e.g. 资金拨付率. */
  title: Bilingual
  /** What stands above and below the line. */
  part: Bilingual
  whole: Bilingual
}

/** Why the share cannot be measured; null when it can. */
function gapIn(context: CheckContext, { numbers, evidence, part, whole }: DeclaredShare): Bilingual | null {
  if (!numbers) return { zh: `没有填写${part.zh}和${whole.zh}`, en: `${part.en} and ${whole.en} are not filled in` }
  if (numbers.whole === 0n) return { zh: `${whole.zh}填为 0，算不出比例`, en: `${whole.en} is 0, so there is no share` }
  if (numbers.part > numbers.whole) return { zh: `${part.zh}大于${whole.zh}，请核对`, en: `${part.en} is above ${whole.en}; check both` }
  return evidenceRows(context, evidence).length > 0 ? null : { zh: '没有附证明材料', en: 'no evidence is attached' }
}

/**
 * Compares a declared share with the rule's `minimum`, bound included, by multiplication. What is missing, inconsistent or without
 * evidence is unknown; what is measured is shown as declared.
 */
export function declaredShareFinding(context: CheckContext, share: DeclaredShare): Finding {
  const minimum = ratioOf(numberIn(context, 'minimum'))
  const required = `≥ ${ratioText(minimum)}`
  const { title, where } = share
  const gap = gapIn(context, share)
  if (gap || !share.numbers) {
    const message = { zh: `${title.zh}无法认定：${gap?.zh}。`, en: `${title.en} cannot be established: ${gap?.en}.` }
    return finding(context, { status: 'unknown', measured: null, required, message, where })
  }
  const { part, whole } = share.numbers
  const enough = compareRatios(part, whole, minimum) >= 0
  const text = percentText(part, whole)
  const message = {
    zh: `申报的${title.zh}为 ${text}，要求 ${required}，${enough ? '符合' : '不符合'}。`,
    en: `${title.en} is declared as ${text}; ${required} is required: ${enough ? 'met' : 'not met'}.`,
  }
  return finding(context, {
    status: enough ? 'met' : 'unmet',
    measured: `${text}（申报）`,
    required,
    message,
    where,
    rows: evidenceRows(context, share.evidence),
  })
}
