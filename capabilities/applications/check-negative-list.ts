import type { Bilingual, Finding, RowRef } from '@jincun/policy'
import { finding } from './check.ts'
import type { Check, CheckContext } from './check.ts'
import { classifyLine } from './classify-line.ts'
import type { LineVerdict } from './classify-line.ts'
import type { MatchManner } from '@jincun/projects'
import { linesOf } from './plan-totals.ts'
import type { PlacedLine } from './plan-totals.ts'

const manners: Record<MatchManner, Bilingual> = {
  word: { zh: '含有', en: 'contains' },
  'beside-exception': { zh: '同时含有例外用语和', en: 'contains an exception beside' },
  'across-separator': { zh: '去掉分隔符后含有', en: 'contains, once separators are taken out,' },
  scattered: { zh: '分开含有', en: 'contains, its halves apart,' },
  'in-project': { zh: '所在项目名称含有', en: 'belongs to a project whose name contains' },
  vague: { zh: '含有看不出用途的', en: 'contains the unclear word' },
}

function wordsOf({ matches }: LineVerdict): Bilingual {
  const text = (language: 'zh' | 'en') =>
    matches.map(({ word, manner, entry }) => `${manners[manner][language]}“${word}”（${entry.term[language]}）`)
  return { zh: [...new Set(text('zh'))].join('；'), en: [...new Set(text('en'))].join('; ') }
}

function judge(context: CheckContext, placed: PlacedLine, verdict: LineVerdict): Finding {
  const { line, where } = placed
  const words = wordsOf(verdict)
  const { ruling } = verdict
  const lineRow: RowRef = { kind: 'budget-line', key: line.id, label: line.name }
  const rows = ruling
    ? [lineRow, { kind: 'line-ruling', key: ruling.id, label: `${ruling.ruledBy.office} ${ruling.ruledBy.name}：${ruling.reason}` }]
    : [lineRow]
  const base = { measured: verdict.matches.map(match => match.word).join('、'), required: '不属于负面清单', where: `${where}.name`, rows }
  if (verdict.verdict === 'prohibited') {
    const message = {
      zh: `“${line.name}”${words.zh}，属于负面清单，中央资金不得支付；请删去或改由其他资金承担。`,
      en: `“${line.name}” ${words.en}: it is on the negative list and may not be paid from central funds. Remove it or pay it from other money.`,
    }
    return finding(context, { status: 'unmet', ...base, message })
  }
  if (!ruling) {
    const message = {
      zh: `“${line.name}”${words.zh}，是否属于负面清单存疑；改清楚名称，或由省级主管部门裁定后再提交。`,
      en: `“${line.name}” ${words.en}: whether it is on the negative list is in doubt. Name it more clearly, or have the provincial authority rule on it before submitting.`,
    }
    return finding(context, { status: 'unknown', ...base, message })
  }
  const permitted = ruling.decision === 'permitted'
  const message = {
    zh: `“${line.name}”经${ruling.ruledBy.office}${ruling.ruledBy.name}裁定${permitted ? '可以支持' : '属于负面清单，不得支持'}：${ruling.reason}`,
    en: `“${line.name}” was ruled ${permitted ? 'permitted' : 'prohibited'} by ${ruling.ruledBy.name}, ${ruling.ruledBy.office}: ${ruling.reason}`,
  }
  return finding(context, { status: permitted ? 'met' : 'unmet', ...base, message })
}

/**
 * 2020 三末, 2017 四（四）: what central funds must not pay for. A prohibited line stops the submission; a doubtful one is unknown until a named
 * official of the provincial authority has ruled on it, in public.
 */
export const checkNegativeList: Check = context => {
  const judged = linesOf(context.content.plan).map(placed => ({
    placed,
    verdict: classifyLine(placed, context.rulings, context.pack, context.year),
  }))
  const touched = judged.filter(({ verdict }) => verdict.verdict !== 'clear')
  if (touched.length > 0) return touched.map(({ placed, verdict }) => judge(context, placed, verdict))
  const message = {
    zh: `${judged.length} 条预算行都不涉及负面清单。`,
    en: `None of the ${judged.length} budget lines touches the negative list.`,
  }
  return [finding(context, { status: 'met', measured: '0', required: '不属于负面清单', message, where: 'plan.projects' })]
}
