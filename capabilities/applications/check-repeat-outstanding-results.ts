import { appliesAgain, evidenceRows, finding } from './check.ts'
import type { Check } from './check.ts'

/**
 * 2020 四: 工作成效突出. The notice gives no measure. The rule asks that results are described and borne out by an attachment; whether
 * they are outstanding the reviewers score.
 */
export const checkRepeatOutstandingResults: Check = context => {
  if (!appliesAgain(context)) return []
  const results = context.content.declarations?.results
  const rows = evidenceRows(context, results?.evidence ?? [])
  const shown = Boolean(results?.text.trim()) && rows.length > 0
  return [
    finding(context, {
      status: shown ? 'met' : 'unknown',
      measured: shown ? `已说明，附 ${rows.length} 件材料（申报）` : null,
      required: '有说明并附材料',
      message: shown
        ? {
            zh: '前期工作成效已申报，是否突出由评审打分。',
            en: 'Earlier results are declared; whether they are outstanding the reviewers score.',
          }
        : {
            zh: '二次申报须说明前期工作成效，并附证明材料。',
            en: 'A repeat application must describe its earlier results and attach evidence.',
          },
      where: 'declarations.results',
      rows,
    }),
  ]
}
