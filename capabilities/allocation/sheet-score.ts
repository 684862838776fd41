import type { Allocation } from './allocate.ts'
import { divide, sum, whole } from './rational.ts'
import { cellAt, figure, rangeOf, settingRow, shown, text, workingDigits } from './sheet-layout.ts'
import type { Layout, SheetValue, WorkingTable } from './sheet-layout.ts'

/** Scores and exact quotas: what a province would get if counties could be divided. */
export function scoresTable(allocation: Allocation, layout: Layout): WorkingTable {
  const { total, scoreTotal } = allocation
  const scores = rangeOf(layout, 'scores', 'score')
  const totalCell = cellAt(layout, 'settings', 'value', settingRow('total'))
  const rows = allocation.provinces.map((province, row): SheetValue[] => {
    const weighted = province.factors.map((score, index) => figure(score.weighted, cellAt(layout, `factor-${index + 1}`, 'weighted', row)))
    const first = cellAt(layout, 'scores', 'weighted-1', row)
    const last = cellAt(layout, 'scores', `weighted-${weighted.length}`, row).split('!')[1] ?? ''
    const own = cellAt(layout, 'scores', 'score', row)
    return [
      text(province.code),
      text(province.name),
      ...weighted,
      figure(province.score, `SUM(${first}:${last})`, weighted.map(({ value }) => value).join(' + ')),
      figure(divide(province.score, scoreTotal), `${own}/SUM(${scores})`, `${shown(province.score)} ÷ ${shown(scoreTotal)}`),
      figure(
        province.exact,
        `${totalCell}*${cellAt(layout, 'scores', 'share', row)}`,
        `${total} × ${shown(province.score)} ÷ ${shown(scoreTotal)}`,
      ),
    ]
  })
  return {
    id: 'scores',
    tab: '得分',
    title: { zh: '得分与精确份额', en: 'Scores and exact quotas' },
    notes: [
      {
        zh: '得分 = 各因素加权得分之和；精确份额 = 总数 × 得分 ÷ 得分合计。',
        en: 'Score = sum of the weighted values; exact quota = total × score ÷ sum of scores.',
      },
      {
        zh: `得分合计 ${shown(scoreTotal)}；精确份额合计 ${shown(sum(allocation.provinces.map(({ exact }) => exact)))}。`,
        en: `Scores add up to ${shown(scoreTotal)}, exact quotas to ${shown(whole(total))}.`,
      },
    ],
    columns: [
      { id: 'code', title: { zh: '代码', en: 'Code' }, digits: null },
      { id: 'name', title: { zh: '省份', en: 'Province' }, digits: null },
      ...allocation.factors.map(({ title }, index) => ({ id: `weighted-${index + 1}`, title, digits: workingDigits })),
      { id: 'score', title: { zh: '得分', en: 'Score' }, digits: workingDigits, words: { zh: '各列之和', en: 'sum of the columns' } },
      {
        id: 'share',
        title: { zh: '占比', en: 'Share' },
        digits: workingDigits,
        words: { zh: '得分 ÷ 得分合计', en: 'score ÷ sum of scores' },
      },
      {
        id: 'exact',
        title: { zh: '精确份额', en: 'Exact quota' },
        digits: workingDigits,
        words: { zh: '总数 × 占比', en: 'total × share' },
      },
    ],
    rows,
  }
}
