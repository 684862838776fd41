import type { Bilingual } from '@jincun/policy'
import { columnsOf } from './figures.ts'

/** count: whole number; amount: decimal; percent and points: 0 to 100; flag: 0 or 1. */
export type ColumnKind = 'count' | 'amount' | 'percent' | 'points' | 'flag'
export type InputColumn = { id: string; title: Bilingual; kind: ColumnKind }

/** What this file needs of a factor sheet. */
export type FactorColumns = { factors: readonly { column: string; title: Bilingual }[] }

export const codeColumn = 'province_code'
export const nameColumn = 'province'

const column = (id: string, kind: ColumnKind, zh: string, en: string): InputColumn => ({ id, kind, title: { zh, en } })

/** Columns an input sheet may carry beside code and name; those a factor sheet names are known as well. */
const dictionary: readonly InputColumn[] = [
  column('n_county_units_202012', 'count', '县级区划数（2020年12月）', 'County units, December 2020'),
  column('n_township_units', 'count', '乡级区划数', 'Township units'),
  column('n_village_committees', 'count', '村委会、居委会数', 'Village and community committees'),
  column('pop2020', 'count', '常住人口（2020年普查）', 'Population, census of 2020'),
  column('rural_pop2020_derived', 'count', '乡村人口（由普查推算）', 'Rural population, derived from the census'),
  column('n_poverty832', 'count', '国贫县数', 'National poverty counties'),
  column('n_not_delisted_52', 'count', '未脱贫县数', 'Counties not yet out of poverty'),
  column('n_sanqu_sanzhou', 'count', '三区三州县数', 'Counties in deep-poverty areas'),
  column('has_poverty_task', 'flag', '有脱贫攻坚任务（1是0否）', 'Has a poverty task (1 yes, 0 no)'),
  column('demo_2021_first_batch', 'count', '2021年首批示范县数', 'Demonstration counties of 2021, first batch'),
  column('rural_online_retail_2019_yi_yuan', 'amount', '2019年农村网络零售额（亿元）', 'Rural online retail sales 2019 (100 million yuan)'),
  column('disbursement_rate', 'percent', '资金拨付率（%）', 'Disbursement rate (%)'),
  column('evaluation_score', 'points', '绩效评价得分', 'Evaluation score'),
]

/** 'demo_2016' = how many counties of the province became demonstration counties in that year. */
function demonstrationYear(id: string): InputColumn | null {
  const year = /^demo_(20\d\d)$/.exec(id)?.[1]
  return year ? column(id, 'count', `${year}年示范县数`, `Demonstration counties of ${year}`) : null
}

const firstYear = 2014
const lastYear = 2035

/** Every column an input file may carry, the years of demonstration counties written out. */
export const knownColumns = (): readonly string[] => [
  ...dictionary.map(({ id }) => id),
  ...Array.from({ length: lastYear - firstYear + 1 }, (_, index) => `demo_${firstYear + index}`),
]

/** The column behind an id, or null when neither the dictionary nor the factor sheet of the year knows it. */
export function inputColumn(id: string, sheet: FactorColumns): InputColumn | null {
  const known = dictionary.find(item => item.id === id) ?? demonstrationYear(id)
  if (known) return known
  const factor = sheet.factors.find(item => columnsOf(item).includes(id))
  return factor ? { id, kind: 'amount', title: factor.title } : null
}

/** The columns the factor sheet needs, each once, in the order of its factors. */
export const neededColumns = (sheet: FactorColumns): readonly InputColumn[] =>
  [...new Set(sheet.factors.flatMap(columnsOf))].flatMap(id => inputColumn(id, sheet) ?? [])

/** A heading as people write it: the id or the Chinese title of a column; null when unknown. */
export function columnFromHeading(heading: string, sheet: FactorColumns): string | null {
  if (heading === codeColumn || heading === '省份代码') return codeColumn
  if (heading === nameColumn || heading === '省份') return nameColumn
  const byTitle = [...dictionary, ...neededColumns(sheet)].find(item => item.title.zh === heading)
  return byTitle?.id ?? demonstrationYear(heading.replace(/^(20\d\d)年示范县数$/, 'demo_$1'))?.id ?? inputColumn(heading, sheet)?.id ?? null
}
