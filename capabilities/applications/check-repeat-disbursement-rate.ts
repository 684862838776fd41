import { appliesAgain } from './check.ts'
import type { Check } from './check.ts'
import { declaredShareFinding } from './declared-share.ts'
import type { DeclaredShare } from './declared-share.ts'
import { measuredShareFinding } from './measured-share.ts'

/**
 * 2020 四: 资金拨付率达到90%以上. "以上" includes the bound, and 90 % means 90 % at the fen. The ledger's rate of the earlier batches counts
 * where the ledger has their money; otherwise what the county declares, marked as declared.
 */
export const checkRepeatDisbursementRate: Check = context => {
  if (!appliesAgain(context)) return []
  const declared = context.content.declarations
  const known = declared && declared.receivedFen !== null && declared.disbursedFen !== null
  const share: DeclaredShare = {
    numbers: known ? { part: BigInt(declared.disbursedFen ?? 0), whole: BigInt(declared.receivedFen ?? 0) } : null,
    evidence: declared?.disbursementEvidence ?? [],
    where: 'declarations.disbursedFen',
    title: { zh: '资金拨付率', en: 'The disbursement rate' },
    part: { zh: '已拨付中央财政资金', en: 'central funds disbursed' },
    whole: { zh: '收到中央财政资金', en: 'central funds received' },
  }
  const measured = context.measured.disbursement
  return [measured ? measuredShareFinding(context, measured, share) : declaredShareFinding(context, share)]
}
