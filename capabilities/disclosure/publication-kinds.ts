import type { Bilingual } from '@jincun/policy'
import type { LogEntry } from './log-entry.ts'

/** What the other slices make public, in words. A kind that is not here is shown by its own id. */
export const publicationKinds: Readonly<Record<string, Bilingual>> = {
  'provisional-quotas': { zh: '预下达数量', en: 'Provisional quotas' },
  'review-draw-commitment': { zh: '专家抽取公告', en: 'Announcement of a draw of reviewers' },
  'review-draw': { zh: '专家抽取结果', en: 'Draw of reviewers' },
  'review-outcome': { zh: '评审结果', en: 'Outcome of a review' },
  'ranked-list': { zh: '排序名单', en: 'Ranked list' },
  'ranked-list-ruling': { zh: '排序名单裁定', en: 'Ruling on a ranked list' },
  settlement: { zh: '资金结算', en: 'Settlement of money' },
  'final-list': { zh: '最终名单', en: 'Final list' },
  'final-list-ruling': { zh: '最终名单裁定', en: 'Ruling on a final list' },
  designation: { zh: '示范县认定', en: 'Designation of a county' },
  reopening: { zh: '重新开放申报的裁定', en: 'Ruling to reopen an application' },
  'line-ruling': { zh: '预算行裁定', en: 'Ruling on a budget line' },
  'plan-version': { zh: '工作方案版本', en: 'Version of a work plan' },
  'procurement-award': { zh: '采购结果', en: 'Award of a procurement' },
  'gate-ruling': { zh: '支出类别裁定', en: 'Ruling on a spending category' },
  'tip-off-channel': { zh: '举报渠道', en: 'Tip-off channel' },
  'acceptance-sample': { zh: '验收抽样', en: 'Sample for acceptance' },
  'acceptance-result': { zh: '验收结果', en: 'Result of acceptance' },
  'fact-confirmation': { zh: '事实确认', en: 'Confirmation of a fact' },
}

export const kindTitle = (kind: string): Bilingual => publicationKinds[kind] ?? { zh: kind, en: kind }

/** The public page that shows a publication best; null where the register alone shows it. */
export function pageOf({ kind, year, countyCode }: Pick<LogEntry, 'kind' | 'year' | 'countyCode'>): string | null {
  if (kind === 'provisional-quotas') return `/public/allocation/${year}`
  if (kind === 'ranked-list' || kind === 'review-outcome') return `/public/ranked-lists/${year}/${countyCode}`
  if (kind === 'final-list') return `/public/final-lists/${year}`
  if (kind === 'designation') return `/public/counties/${countyCode}`
  return kind === 'settlement' ? `/public/settlement/${year}` : null
}
