import type { Ratio } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import type { Allocation } from './allocate.ts'
import { columnsOf } from './figures.ts'
import type { FactorSetting } from './factor-settings.ts'
import { factsOf } from './normalise.ts'
import type { ColumnFacts } from './normalise.ts'
import { compare, isZero } from './rational.ts'
import type { FactorScore, ProvinceScore } from './score.ts'
import { basisWords, betterWords, leftOut, normalisationWords, unpublished } from './sheet-words.ts'
import { cellAt, figure, rangeOf, shown, text, workingDigits } from './sheet-layout.ts'
import type { Layout, SheetValue, WorkingColumn, WorkingTable } from './sheet-layout.ts'

export const factorColumns = ['code', 'name', 'raw', 'basis', 'used', 'directed', 'normalised', 'weight', 'weighted'] as const

/** What the cells of one factor's table share. */
type Context = {
  layout: Layout
  table: string
  number: number
  factor: FactorSetting
  published: ColumnFacts | null
  used: ColumnFacts | null
  directed: ColumnFacts | null
}

const address = ({ layout, table }: Context, column: (typeof factorColumns)[number], row: number): string =>
  cellAt(layout, table, column, row)
const range = ({ layout, table }: Context, column: (typeof factorColumns)[number]): string => rangeOf(layout, table, column)

function rawCell(context: Context, { raw }: FactorScore, row: number): SheetValue {
  if (!raw) return text(unpublished)
  const columns = columnsOf(context.factor)
  return figure(
    raw,
    columns.map(column => cellAt(context.layout, 'data', column, row)).join('+'),
    columns.length > 1 ? `${columns.join(' + ')} = ${shown(raw)}` : columns[0],
  )
}

function usedCell(context: Context, { raw, used }: FactorScore, row: number): SheetValue {
  if (!used) return text(leftOut)
  if (raw) return figure(used, address(context, 'raw', row), shown(raw))
  return figure(
    used,
    `AVERAGE(${range(context, 'raw')})`,
    context.published ? `${shown(context.published.sum)} ÷ ${context.published.count}` : '',
  )
}

function directedCell(context: Context, { used, directed }: FactorScore, row: number): SheetValue {
  if (!used || !directed || !context.used) return text(leftOut)
  if (context.factor.better === 'higher') return figure(directed, address(context, 'used', row), shown(used))
  const all = range(context, 'used')
  return figure(
    directed,
    `MAX(${all})+MIN(${all})-${address(context, 'used', row)}`,
    `${shown(context.used.largest)} + ${shown(context.used.smallest)} − ${shown(used)}`,
  )
}

const rankFormula = (all: string, own: string): string =>
  `(2*SUMPRODUCT(ISNUMBER(${all})*(${all}<${own}))+SUMPRODUCT(ISNUMBER(${all})*(${all}=${own}))+1)/(2*COUNT(${all}))`

/** Formula and numbers of a normalised value; see normaliseOne for what the four kinds mean. */
function normalisedSteps(
  context: Context,
  facts: ColumnFacts,
  value: Ratio,
  directed: readonly Ratio[],
  row: number,
): { formula: string; how: string } {
  const [all, own] = [range(context, 'directed'), address(context, 'directed', row)]
  const same = compare(facts.largest, facts.smallest) === 0
  switch (context.factor.normalisation) {
    case 'share':
      return isZero(facts.sum)
        ? { formula: `1/COUNT(${all})`, how: `1 ÷ ${facts.count}（各省都为零，平分）` }
        : { formula: `${own}/SUM(${all})`, how: `${shown(value)} ÷ ${shown(facts.sum)}` }
    case 'max':
      return isZero(facts.largest)
        ? { formula: '1', how: '1（各省都为零，不区分）' }
        : { formula: `${own}/MAX(${all})`, how: `${shown(value)} ÷ ${shown(facts.largest)}` }
    case 'min-max':
      return same
        ? { formula: '1', how: '1（各省相同，不区分）' }
        : {
            formula: `(${own}-MIN(${all}))/(MAX(${all})-MIN(${all}))`,
            how: `（${shown(value)} − ${shown(facts.smallest)}）÷（${shown(facts.largest)} − ${shown(facts.smallest)}）`,
          }
    case 'rank': {
      const below = directed.filter(other => compare(other, value) < 0).length
      const equal = directed.filter(other => compare(other, value) === 0).length
      return { formula: rankFormula(all, own), how: `（${below} × 2 + ${equal} + 1）÷（${facts.count} × 2）` }
    }
  }
}

function normalisedCell(context: Context, { normalised, directed }: FactorScore, column: readonly Ratio[], row: number): SheetValue {
  if (!normalised) return text(leftOut)
  if (!directed || !context.directed) return figure(normalised, '0', '缺数，该因素记零分')
  const { formula, how } = normalisedSteps(context, context.directed, directed, column, row)
  return figure(normalised, formula, how)
}

function factorRow(context: Context, province: ProvinceScore, score: FactorScore, column: readonly Ratio[], row: number): SheetValue[] {
  const { layout, number, factor } = context
  const [counted, known] = [cellAt(layout, 'weights', `counted-${number}`, row), cellAt(layout, 'weights', 'known', row)]
  const weighted = score.normalised ? `${address(context, 'weight', row)}*${address(context, 'normalised', row)}` : '0'
  return [
    text(province.code),
    text(province.name),
    rawCell(context, score, row),
    text(basisWords[score.basis]),
    usedCell(context, score, row),
    directedCell(context, score, row),
    normalisedCell(context, score, column, row),
    figure(
      score.weight,
      `${counted}/${known}`,
      score.normalised ? `${shown(factor.weight)} ÷ ${shown(province.knownWeight)}` : '不计该因素',
    ),
    figure(score.weighted, weighted, score.normalised ? `${shown(score.weight)} × ${shown(score.normalised)}` : '不计该因素'),
  ]
}

const column = (id: (typeof factorColumns)[number], zh: string, en: string, digits: number | null, words?: Bilingual): WorkingColumn => ({
  id,
  title: { zh, en },
  digits,
  ...(words ? { words } : {}),
})

function columnsFor(factor: FactorSetting): WorkingColumn[] {
  const turned = { zh: '越小越好：最大值 + 最小值 − 采用值', en: 'less is better: largest + smallest − figure used' }
  return [
    column('code', '代码', 'Code', null),
    column('name', '省份', 'Province', null),
    column('raw', `原值（${factor.unit.zh}）`, `Figure (${factor.unit.en})`, workingDigits, {
      zh: columnsOf(factor).join(' + '),
      en: columnsOf(factor).join(' + '),
    }),
    column('basis', '取值依据', 'Basis', null),
    column('used', '采用值', 'Figure used', workingDigits),
    column('directed', '同向值', 'Directed value', workingDigits, factor.better === 'lower' ? turned : { zh: '同采用值', en: 'as used' }),
    column('normalised', '标准化值', 'Normalised', workingDigits, normalisationWords[factor.normalisation].formula),
    column('weight', '有效权重', 'Effective weight', workingDigits, { zh: '计入权重 ÷ 计入权重合计', en: 'weight counted ÷ sum counted' }),
    column('weighted', '加权得分', 'Weighted', workingDigits, { zh: '有效权重 × 标准化值', en: 'effective weight × normalised' }),
  ]
}

const factsWords = (facts: ColumnFacts | null): Bilingual =>
  facts
    ? {
        zh: `同向值：${facts.count}个省，合计${shown(facts.sum)}，最大${shown(facts.largest)}，最小${shown(facts.smallest)}。`,
        en: `Directed values: ${facts.count} provinces, sum ${shown(facts.sum)}, largest ${shown(facts.largest)}, smallest ${shown(facts.smallest)}.`,
      }
    : { zh: '没有任何一个省的数据。', en: 'No province has a figure.' }

/** Every step of one factor, from the published figure to the weighted value. */
export function factorTable(allocation: Allocation, layout: Layout, index: number, factor: FactorSetting): WorkingTable {
  const scores = allocation.provinces.flatMap(({ factors }) => factors[index] ?? [])
  const directed = scores.flatMap(score => score.directed ?? [])
  const context: Context = {
    layout,
    table: `factor-${index + 1}`,
    number: index + 1,
    factor,
    published: factsOf(scores.flatMap(score => score.raw ?? [])),
    used: factsOf(scores.flatMap(score => score.used ?? [])),
    directed: factsOf(directed),
  }
  const { zh, en } = normalisationWords[factor.normalisation].formula
  return {
    id: context.table,
    tab: `因素${index + 1}`,
    title: { zh: `因素${index + 1}：${factor.title.zh}`, en: `Factor ${index + 1}: ${factor.title.en}` },
    notes: [
      {
        zh: `${betterWords[factor.better].zh}；${zh}；加权得分 = 有效权重 × 标准化值。`,
        en: `${betterWords[factor.better].en}; ${en}; weighted = effective weight × normalised.`,
      },
      factsWords(context.directed),
    ],
    columns: columnsFor(factor),
    rows: allocation.provinces.flatMap((province, row) => {
      const score = province.factors[index]
      return score ? [factorRow(context, province, score, directed, row)] : []
    }),
  }
}
