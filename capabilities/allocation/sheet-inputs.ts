import { fromDecimal, sum, whole, zero } from './rational.ts'
import type { Allocation } from './allocate.ts'
import { columnsOf } from './figures.ts'
import type { FactorInputs } from './factor-input.ts'
import { inputColumn } from './input-columns.ts'
import { influenceOf } from './what-if.ts'
import { betterWords, missingWords, normalisationWords, unpublished } from './sheet-words.ts'
import { cellAt, figure, shown, text, workingDigits } from './sheet-layout.ts'
import type { Layout, SheetValue, WorkingTable } from './sheet-layout.ts'

/** The factors of the run: what each is, its weight, direction, normalisation and treatment of missing figures. */
export function factorsTable(allocation: Allocation): WorkingTable {
  const rows = allocation.factors.map((factor): SheetValue[] => {
    const published = allocation.provinces.filter(({ factors }) =>
      factors.some(({ id, basis }) => id === factor.id && basis === 'published'),
    ).length
    return [
      text(factor.title),
      text(factor.column),
      figure(factor.weight),
      text(betterWords[factor.better]),
      text(normalisationWords[factor.normalisation].title),
      text(missingWords[factor.missing]),
      figure(whole(published)),
      figure(influenceOf(allocation, factor.id)),
      text(factor.clause),
      text(factor.note ?? ''),
    ]
  })
  return {
    id: 'factors',
    tab: '因素',
    title: { zh: '因素、权重与算法', en: 'Factors, weights and rules' },
    notes: [
      {
        zh: '权重合计为1。实际影响 = 该因素的加权得分合计 ÷ 全部得分合计；有缺数时与权重不同。',
        en: 'Weights add up to 1. Influence = sum of the weighted values of the factor ÷ sum of all scores; it differs from the weight where figures are missing.',
      },
      {
        zh: '越小越好的因素先换向：同向值 = 最大值 + 最小值 − 本省值。',
        en: 'Factors where less is better are turned round: directed = largest + smallest − value.',
      },
    ],
    columns: [
      { id: 'title', title: { zh: '因素', en: 'Factor' }, digits: null },
      { id: 'column', title: { zh: '数据列', en: 'Column' }, digits: null },
      { id: 'weight', title: { zh: '权重', en: 'Weight' }, digits: workingDigits },
      { id: 'better', title: { zh: '方向', en: 'Direction' }, digits: null },
      { id: 'normalisation', title: { zh: '标准化', en: 'Normalisation' }, digits: null },
      { id: 'missing', title: { zh: '缺数处理', en: 'Missing figures' }, digits: null },
      { id: 'published', title: { zh: '有数的省', en: 'Provinces with a figure' }, digits: 0 },
      { id: 'influence', title: { zh: '实际影响', en: 'Influence' }, digits: workingDigits },
      { id: 'clause', title: { zh: '依据', en: 'Clause' }, digits: null },
      { id: 'note', title: { zh: '说明', en: 'Note' }, digits: null },
    ],
    rows,
  }
}

/** The figures as published, only the columns in use. */
export function dataTable(allocation: Allocation, inputs: FactorInputs): WorkingTable {
  const columns = [...new Set(allocation.factors.flatMap(columnsOf))]
  const byCode = new Map(inputs.provinces.map(province => [province.code, province.values]))
  return {
    id: 'data',
    tab: '数据',
    title: { zh: '各省数据（原样）', en: 'Figures of the provinces as published' },
    notes: [
      { zh: '只列计算用到的列；“未公布”不是零。', en: 'Only the columns in use; "not published" is not zero.' },
      { zh: '来源见各列说明与数据目录。', en: 'Sources: see the notes of the factors and the data catalogue.' },
    ],
    columns: [
      { id: 'code', title: { zh: '代码', en: 'Code' }, digits: null },
      { id: 'name', title: { zh: '省份', en: 'Province' }, digits: null },
      ...columns.map(id => ({ id, title: inputColumn(id, allocation)?.title ?? { zh: id, en: id }, digits: 0 })),
    ],
    rows: allocation.provinces.map(({ code, name }) => [
      text(code),
      text(name),
      ...columns.map((id): SheetValue => {
        const value = fromDecimal(byCode.get(code)?.[id] ?? '')
        return value ? figure(value) : text(unpublished)
      }),
    ]),
  }
}

/** The weights that count for each province, and their sum, by which they are scaled to 1. */
export function weightsTable(allocation: Allocation, layout: Layout): WorkingTable {
  const rows = allocation.provinces.map((province, row): SheetValue[] => {
    const counted = province.factors.map((score, index) => {
      const weight = score.normalised ? (allocation.factors[index]?.weight ?? zero) : zero
      const formula = `IF(ISNUMBER(${cellAt(layout, `factor-${index + 1}`, 'normalised', row)}),${cellAt(layout, 'factors', 'weight', index)},0)`
      return figure(weight, formula, score.normalised ? `权重 ${shown(weight)}` : '不计该因素')
    })
    const first = cellAt(layout, 'weights', 'counted-1', row)
    const last = cellAt(layout, 'weights', `counted-${counted.length}`, row).split('!')[1] ?? ''
    return [
      text(province.code),
      text(province.name),
      ...counted,
      figure(province.knownWeight, `SUM(${first}:${last})`, counted.map(({ value }) => value).join(' + ')),
    ]
  })
  return {
    id: 'weights',
    tab: '计入权重',
    title: { zh: '各省计入的权重', en: 'Weights that count for each province' },
    notes: [
      {
        zh: '某因素缺数且按“不计该因素”处理时，该省此项权重为0；有效权重 = 计入权重 ÷ 本省计入权重合计。',
        en: 'Where a factor is left out for a province its weight is 0; effective weight = weight counted ÷ sum of the weights counted.',
      },
      {
        zh: `全国各因素权重合计 ${shown(sum(allocation.factors.map(({ weight }) => weight)))}。`,
        en: `All weights add up to ${shown(sum(allocation.factors.map(({ weight }) => weight)))}.`,
      },
    ],
    columns: [
      { id: 'code', title: { zh: '代码', en: 'Code' }, digits: null },
      { id: 'name', title: { zh: '省份', en: 'Province' }, digits: null },
      ...allocation.factors.map(({ title }, index) => ({ id: `counted-${index + 1}`, title, digits: workingDigits })),
      {
        id: 'known',
        title: { zh: '计入权重合计', en: 'Sum counted' },
        digits: workingDigits,
        words: { zh: '各列之和', en: 'sum of the columns' },
      },
    ],
    rows,
  }
}
