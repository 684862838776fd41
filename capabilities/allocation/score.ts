import { accept, refuse } from '@jincun/kernel'
import type { Ratio, Result } from '@jincun/kernel'
import { figureOf } from './figures.ts'
import type { ProvinceInputs } from './factor-input.ts'
import type { FactorSetting } from './factor-settings.ts'
import { normaliseFactor } from './normalise.ts'
import type { Basis, FactorValue } from './normalise.ts'
import { divide, isZero, multiply, sum, zero } from './rational.ts'

/** A province's value of one factor with the weight it carries for this province and what it adds to the score. */
export type FactorScore = FactorValue & { id: string; weight: Ratio; weighted: Ratio }
/** `knownWeight` = the weights of the factors that count for the province before they are scaled up to 1. */
export type ProvinceScore = { code: string; name: string; knownWeight: Ratio; score: Ratio; factors: readonly FactorScore[] }

const names = (provinces: readonly ProvinceInputs[]): string => provinces.map(province => province.name).join('、')

/** The treatment that applies to a factor, or a refusal when it may not be applied. */
function treatmentOf(factor: FactorSetting, provinces: readonly ProvinceInputs[]): Result<Basis> {
  const without = provinces.filter(province => figureOf(factor, province) === null)
  if (without.length === 0 || isZero(factor.weight)) return accept(factor.missing === 'refuse' ? 'reweight' : factor.missing)
  const { zh, en } = factor.title
  if (factor.missing === 'refuse')
    return refuse({
      kind: 'invalid',
      code: 'figure-missing',
      where: factor.column,
      message: {
        zh: `“${zh}”缺${without.length}个省的数据（${names(without)}），而该因素不允许缺数；请补数，或为该因素选定缺数处理办法。`,
        en: `"${en}" has no figure for ${without.length} province(s) (${names(without)}) and may not lack any: add the figures or choose how missing ones are treated.`,
      },
    })
  if (factor.missing === 'mean' && without.length === provinces.length)
    return refuse({
      kind: 'invalid',
      code: 'no-figure-to-average',
      where: factor.column,
      message: {
        zh: `“${zh}”没有任何一个省的数据，无法取平均值；请改选重新分配权重或记零分。`,
        en: `"${en}" has no figure of any province, so there is no mean to take: choose reweight or zero instead.`,
      },
    })
  return accept(factor.missing)
}

function scoreOf(province: ProvinceInputs, factors: readonly FactorSetting[], values: readonly FactorValue[]): Result<ProvinceScore> {
  const counted = factors.map((factor, index) => (values[index]?.normalised ? factor.weight : zero))
  const knownWeight = sum(counted)
  if (isZero(knownWeight))
    return refuse({
      kind: 'invalid',
      code: 'no-factor-counts',
      where: province.code,
      message: {
        zh: `${province.name}没有任何一个计权因素的数据，算不出得分；请补数，或把缺数处理改为记零分或取平均。`,
        en: `${province.name} has no figure for any factor with a weight, so it has no score: add figures, or treat missing ones as zero or mean.`,
      },
    })
  const scores = values.map((value, index): FactorScore => {
    const weight = divide(counted[index] ?? zero, knownWeight)
    return { ...value, id: factors[index]?.id ?? '', weight, weighted: multiply(weight, value.normalised ?? zero) }
  })
  const { code, name } = province
  return accept({ code, name, knownWeight, score: sum(scores.map(({ weighted }) => weighted)), factors: scores })
}

/** Scores of all provinces, by code; refuses when a figure is missing that may not be. */
export function scoreProvinces(given: readonly ProvinceInputs[], factors: readonly FactorSetting[]): Result<ProvinceScore[]> {
  const provinces = given.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const columns: FactorValue[][] = []
  for (const factor of factors) {
    const treatment = treatmentOf(factor, provinces)
    if (!treatment.ok) return treatment
    columns.push(
      normaliseFactor(
        provinces.map(province => figureOf(factor, province)),
        factor,
        treatment.value,
      ),
    )
  }
  const scores: ProvinceScore[] = []
  for (const [row, province] of provinces.entries()) {
    const score = scoreOf(
      province,
      factors,
      columns.flatMap(column => column[row] ?? []),
    )
    if (!score.ok) return score
    scores.push(score.value)
  }
  return accept(scores)
}
