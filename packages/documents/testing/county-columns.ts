import type { Column } from '../column.ts'

/** One column of each kind, as a county's budget sheet has them. */
export const countyColumns = [
  { key: 'countyCode', kind: 'placeCode', title: { zh: '县代码', en: 'County code' }, required: true },
  { key: 'name', kind: 'text', title: { zh: '县名', en: 'County' }, maxLength: 30 },
  { key: 'stations', kind: 'integer', title: { zh: '服务站点数', en: 'Service stations' }, min: 0 },
  { key: 'rate', kind: 'decimal', title: { zh: '资金拨付率（%）', en: 'Disbursement rate (%)' }, min: 0, max: 100, maxDecimals: 2 },
  { key: 'budget', kind: 'fenWanYuan', title: { zh: '中央财政资金（万元）', en: 'Central funds (10,000 yuan)' }, required: true },
  { key: 'due', kind: 'date', title: { zh: '完成日期', en: 'Due' } },
  {
    key: 'type',
    kind: 'choice',
    title: { zh: '申报类型', en: 'Type' },
    choices: [
      { value: 'first', title: { zh: '首次申报', en: 'First' } },
      { value: 'repeat', title: { zh: '二次申报', en: 'Repeat' } },
    ],
  },
] as const satisfies readonly Column[]

export const countyTitles = countyColumns.map(column => column.title.zh)
