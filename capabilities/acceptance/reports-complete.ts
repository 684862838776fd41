import { clausesOf, judge } from '@jincun/projects'
import type { Contract } from '@jincun/projects'
import type { Bilingual, Finding } from '@jincun/policy'

/** Reports a contract owes by a day, one a form, site and period: how many are due, came, and came and hold; and those that do not, in words. */
export type ReportStanding = { required: number; present: number; valid: number; lacking: readonly { key: string; label: Bilingual }[] }

const shown = 50

/** The gate for reports (6.4d): must, and met only when everything due is here and holds. What is not due yet is not asked. */
export function checkReportsComplete(contract: Contract, { required, present, valid, lacking }: ReportStanding): Finding {
  const complete = valid === required && lacking.length === 0
  const [first] = lacking
  return judge({
    code: 'contractor-reports-complete',
    clause: clausesOf(contract.year).data,
    ok: complete,
    measured: `${valid}/${required}`,
    required: `${required}/${required}`,
    zh: complete
      ? '到期的报表和站点日报都已上报，内容相符。'
      : `到期的报表和站点日报应报${required}份，已报${present}份，相符${valid}份（如${first?.label.zh ?? ''}）；数据不完整的不得验收。`,
    en: complete
      ? 'All forms and daily reports that are due came and hold.'
      : `Of ${required} forms and daily reports due ${present} came and ${valid} hold; without complete data there is no acceptance.`,
    rows: lacking.slice(0, shown).map(({ key, label }) => ({ kind: 'report', key, label: label.zh })),
  })
}
