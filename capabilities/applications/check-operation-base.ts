import { finding, evidenceRows, isSelected } from './check.ts'
import type { Check } from './check.ts'

const parts = [
  { id: 'operation', zh: '市场化、可持续的运营体系', en: 'a market-based, sustainable operation' },
  { id: 'industry', zh: '产业基础', en: 'an industry base' },
  { id: 'talent', zh: '人才基础', en: 'a talent base' },
] as const

/**
 * 2020 四: 申报对象应基本建立市场化、可持续的农村电商运营体系，具备较好的产业、人才等基础条件. The rule asks that each of the three is described and
 * borne out by at least one attachment; how good it is the reviewers score.
 */
export const checkOperationBase: Check = context => {
  if (!isSelected(context)) return []
  const base = context.content.operationBase
  return parts.map(part => {
    const statement = base[part.id]
    const rows = evidenceRows(context, statement.evidence)
    const described = statement.text.trim() !== ''
    const shown = described && rows.length > 0
    const lack = described
      ? { zh: '还没有附证明材料', en: 'has no evidence attached yet' }
      : { zh: '还没有说明', en: 'is not described yet' }
    return finding(context, {
      status: shown ? 'met' : 'unknown',
      measured: shown ? `已说明，附 ${rows.length} 件材料（申报）` : null,
      required: '有说明并附材料',
      message: shown
        ? { zh: `${part.zh}：已申报，由评审打分。`, en: `Declared: ${part.en}; the reviewers score it.` }
        : { zh: `${part.zh}${lack.zh}。`, en: `The statement of ${part.en} ${lack.en}.` },
      where: `operationBase.${part.id}`,
      rows,
    })
  })
}
