import { compareRatios } from '@jincun/kernel'
import { ratioOf } from '@jincun/policy'
import type { Bilingual, Finding } from '@jincun/policy'
import { finding, numberIn } from './check.ts'
import type { CheckContext } from './check.ts'
import { percentText, ratioText } from './percent.ts'
import { linesOf, totalsOf } from './plan-totals.ts'
import type { PlacedLine } from './plan-totals.ts'

type Share = { role: 'minimum' | 'maximum'; name: Bilingual; belongs: (placed: PlacedLine) => boolean }

/** Central funds of the lines that belong, over all central funds of the plan, against a bound that is itself allowed. */
export function centralShareFinding(context: CheckContext, { role, name, belongs }: Share): Finding {
  const bound = ratioOf(numberIn(context, role))
  const required = `${role === 'minimum' ? '≥' : '≤'} ${ratioText(bound)}`
  const placed = linesOf(context.content.plan)
  const chosen = placed.filter(belongs)
  const total = totalsOf(placed.map(({ line }) => line)).central
  if (total === 0n || placed.some(({ line }) => line.centralFen === null)) {
    const message = {
      zh: `中央资金没有填全，${name.zh}占比无法计算。`,
      en: `Central funds are not all filled in, so the share of ${name.en} cannot be worked out.`,
    }
    return finding(context, { status: 'unknown', measured: null, required, message, where: 'plan.projects' })
  }
  const part = totalsOf(chosen.map(({ line }) => line)).central
  const order = compareRatios(part, total, bound)
  const kept = role === 'minimum' ? order >= 0 : order <= 0
  const text = percentText(part, total)
  const message = {
    zh: `中央资金用于${name.zh}的占 ${text}，原则上应 ${required}${kept ? '。' : '，须写明理由。'}`,
    en: `${text} of the central funds go to ${name.en}; ${required} is asked in principle${kept ? '.' : ': a reason is needed.'}`,
  }
  const rows = chosen.map(({ line }) => ({ kind: 'budget-line', key: line.id, label: line.name }))
  return finding(context, { status: kept ? 'met' : 'unmet', measured: text, required, message, where: 'plan.projects', rows })
}
