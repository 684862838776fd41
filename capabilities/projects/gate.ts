import type { Fen } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import type { Bilingual, Finding, PolicyPack, RowRef } from '@jincun/policy'
import { classifySpending } from './classify-spending.ts'
import type { GateRuling } from './gate-ruling.ts'
import { isLeaf, spendingCategories } from './spending-category.ts'
import { normaliseText } from './negative-list.ts'
import type { NegativeMatch } from './negative-list.ts'

/** One spending before a door. `category` is an id of the published tree; `under` the project it belongs to. */
export type GatedSpending = { lineId: string; name: string; category: string; under: string; centralFen: Fen }

/** `referred`: doubtful and not ruled on yet; it waits. Only `passes` may go through. */
export type GateVerdict = {
  verdict: 'passes' | 'prohibited' | 'referred'
  /** Why: not central money, nothing found, ruled, on the list, in doubt, or no confirmed kind of spending. */
  because: 'not-central' | 'clear' | 'ruled-permitted' | 'ruled-prohibited' | 'prohibited-category' | 'on-list' | 'doubtful' | 'no-category'
  matches: NegativeMatch[]
  ruling: GateRuling | null
}

/**
 * What a ruling is made on, the same at every door: the kind of spending and the name of what is bought, in one writing (spaces, widths and
 * signs between characters do not make another thing). Another kind or name asks for a new ruling.
 */
export const gateTitle = ({ category, name }: Pick<GatedSpending, 'category' | 'name'>): string =>
  `${category} › ${normaliseText(name).split('\n').filter(Boolean).join('、')}`

/** The words that raise a doubt, each once. */
export const doubtsOf = (matches: readonly NegativeMatch[]): string[] => [...new Set(matches.map(({ word }) => word))].toSorted()

/**
 * The negative list at one door (3.6). Only central money is limited. A prohibited kind or a sure word passes at no door and cannot be ruled
 * on; what is doubtful waits for a named official's ruling on this very thing and these very doubts; without a confirmed kind it waits for one.
 */
export function judgeAtGate(spending: GatedSpending, rulings: readonly GateRuling[], pack: PolicyPack, year: number): GateVerdict {
  const answer = (verdict: GateVerdict['verdict'], because: GateVerdict['because'], matches: NegativeMatch[] = []): GateVerdict => ({
    verdict,
    because,
    matches,
    ruling: null,
  })
  if (spending.centralFen <= 0n) return answer('passes', 'not-central')
  const all = spendingCategories(pack, year)
  const kind = all.find(entry => entry.id === spending.category)
  if (kind?.negative) return answer('prohibited', 'prohibited-category')
  const { verdict, matches } = classifySpending({ ...spending, category: kind?.term.zh ?? spending.category }, pack, year)
  if (verdict === 'prohibited') return answer('prohibited', 'on-list', matches)
  if (!kind || !isLeaf(kind, all)) return answer('referred', 'no-category', matches)
  if (verdict === 'clear') return answer('passes', 'clear')
  const [title, doubts] = [gateTitle(spending), doubtsOf(matches)]
  const covers = (each: GateRuling): boolean =>
    each.year === year && each.title === title && doubts.every(word => each.doubts.includes(word))
  const ruling = rulings.findLast(covers) ?? null
  if (!ruling) return answer('referred', 'doubtful', matches)
  const permitted = ruling.decision === 'permitted'
  return { verdict: permitted ? 'passes' : 'prohibited', because: permitted ? 'ruled-permitted' : 'ruled-prohibited', matches, ruling }
}

const words = (matches: readonly NegativeMatch[], language: 'zh' | 'en'): string =>
  [...new Set(matches.map(({ word, entry }) => `“${word}”（${entry.term[language]}）`))].join(language === 'zh' ? '、' : ', ')

function messageOf(name: string, { because, matches, ruling }: GateVerdict): Bilingual {
  const of = (zh: string, en: string): Bilingual => ({ zh: `“${name}”${zh}`, en: `“${name}” ${en}` })
  if (because === 'prohibited-category')
    return of('的支出类别属于负面清单，中央资金不得支付。', 'is of a kind on the negative list; central funds may not pay for it.')
  if (because === 'on-list')
    return of(
      `含有${words(matches, 'zh')}，属于负面清单，中央资金不得支付；请删去或改由其他资金承担。`,
      `contains ${words(matches, 'en')}, which is on the negative list; remove it or pay it from other money.`,
    )
  if (because === 'no-category')
    return of('没有确认支出类别；请从支出类别表中选定一个末级类别。', 'has no confirmed kind of spending; choose one from the tree.')
  if (because === 'doubtful')
    return of(
      `含有${words(matches, 'zh')}，是否属于负面清单存疑；改清楚名称，或由省级主管部门裁定。`,
      `contains ${words(matches, 'en')}; whether it is on the negative list is in doubt. Name it more clearly, or have the province rule on it.`,
    )
  if (ruling)
    return of(
      `经${ruling.ruledBy.office}${ruling.ruledBy.name}裁定${ruling.decision === 'permitted' ? '可以支持' : '不得支持'}：${ruling.reason}`,
      `was ruled ${ruling.decision} by ${ruling.ruledBy.name}, ${ruling.ruledBy.office}: ${ruling.reason}`,
    )
  return of('不涉及负面清单。', 'does not touch the negative list.')
}

/** The verdict as a finding; `where` points at the line in the record. A referred line is unknown, so it stops. */
export function gateFinding(spending: GatedSpending, verdict: GateVerdict, pack: PolicyPack, year: number, where: string): Finding {
  const clause = listFor(pack, 'negative-list', year)[0]?.clause ?? `notice-${year}/3.6`
  const row: RowRef = { kind: 'line', key: spending.lineId, label: spending.name }
  return {
    code: 'negative-list',
    status: verdict.verdict === 'passes' ? 'met' : verdict.verdict === 'prohibited' ? 'unmet' : 'unknown',
    force: 'must',
    clause,
    measured: verdict.matches.map(({ word }) => word).join('、') || '0',
    required: '不属于负面清单',
    message: messageOf(spending.name, verdict),
    where,
    rows: verdict.ruling
      ? [row, { kind: 'gate-ruling', key: verdict.ruling.id, label: `${verdict.ruling.ruledBy.office} ${verdict.ruling.ruledBy.name}` }]
      : [row],
  }
}
