import type { CountyStanding } from '@jincun/designation'
import type { County } from '@jincun/places'
import type { Fact } from './application.ts'
import type { Measured } from './measured.ts'
import { percentText } from './percent.ts'

const places = '国家统计局 2020 年统计用区划代码、2020 年人口普查'
const yesNo = (value: boolean): string => (value ? '是' : '否')
const fact = (id: string, zh: string, en: string, value: string | number | null, source: string): Fact => ({
  id,
  label: { zh, en },
  value: value === null ? null : String(value),
  source,
})

const supportAnswers: Record<CountyStanding['supportedBefore'], string> = { yes: '是', no: '否', unknown: '不明（公开名单不全）' }

function supportFact({ supportedBefore, supported }: CountyStanding): Fact {
  const years = supported.map(record => record.yearText).join('、')
  const sources = [...new Set(supported.map(record => record.source))].join('；')
  const value = `${supportAnswers[supportedBefore]}${years ? `（${years}）` : ''}`
  return fact('supported-before', '以前年度是否支持过', 'Supported in an earlier year', value, sources || '历年公开名单')
}

/**
 * What places and lists say of a county, filled in beforehand and never typed (4.2, 4.4, 4.5): each with its source. A fact that no public
 * list holds is null or says that it is not known.
 */
export function factsOf(county: County, standing: CountyStanding): Fact[] {
  const { delistYear, deepPovertyArea, oldRevolutionaryBaseCounty: base } = standing
  return [
    fact('county-code', '行政区划代码', 'Place code', county.code, 'GB/T 2260'),
    fact('township-units', '乡级单位数', 'Township units', county.townshipUnits, places),
    fact('villages', '村（居）委会数', 'Village and neighbourhood committees', county.villages, places),
    fact('population', '常住人口（2020年普查）', 'Residents, census of 2020', county.population, places),
    fact('national-poverty-county', '是否国家级贫困县', 'National poverty county', yesNo(standing.nationalPovertyCounty), '832 县名单'),
    fact('delist-year', '脱贫摘帽年份', 'Year delisted', delistYear, '各省人民政府退出公告'),
    fact(
      'not-yet-out-of-poverty',
      '是否未脱贫县',
      'Not yet out of poverty',
      yesNo(standing.countyNotYetOutOfPoverty),
      '各省人民政府退出公告',
    ),
    fact('deep-poverty-area', '三区三州', 'Deep-poverty area', deepPovertyArea?.part ?? '否', '按公开定义由代码推出'),
    fact('old-base-county', '是否革命老区县', 'Old revolutionary base county', base === null ? null : yesNo(base), '没有公开的编码名单'),
    supportFact(standing),
    fact('incentive-year', '典型激励县年份', 'Year as an incentive county', standing.incentiveYear, '公开部分的典型激励县名单'),
  ]
}

/**
 * What the ledger says of the money of earlier batches (4.4), with its formula and day. Of a county known to have been supported whose money
 * the ledger does not have, it is not known; of others nothing is said.
 */
export function measuredFacts({ supportedBefore }: CountyStanding, { disbursement }: Measured): Fact[] {
  const known = (value: string | null, source: string) => [
    fact('disbursement-rate', '以前批次资金拨付率', 'Disbursement rate of earlier batches', value, source),
  ]
  if (disbursement) {
    const { part, whole, formula, batchYears, asOf } = disbursement
    return known(percentText(part, whole), `资金台账，${batchYears.join('、')}年批次，截至${asOf}；${formula.zh}`)
  }
  return supportedBefore === 'yes' ? known(null, '资金台账中没有以前批次的资金；由县申报并附证明') : []
}
