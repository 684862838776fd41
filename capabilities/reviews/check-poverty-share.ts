import { compareRatios } from '@jincun/kernel'
import { ratioOf } from '@jincun/policy'
import { appliedCounties } from './applied-counties.ts'
import { rowOf } from './list-check.ts'
import type { ListCheck } from './list-check.ts'
import type { ListedCounty } from './ranked-list.ts'

const isPoverty = (county: ListedCounty) => county.standing?.nationalPovertyCounty

/**
 * 四: 有脱贫攻坚任务…所在省份申报的贫困县数量，原则上不少于本地区申报县数量的1/3. "In principle" makes it a `should` in the rule book. 贫困县 is read
 * as one of the 832 whether or not it has been delisted, because support was kept up after delisting; a province has a poverty task when
 * one of the 832 lies in it. Counties whose standing is unknown leave the answer open only while they could change it.
 */
export const checkPovertyShare: ListCheck = (subject, number) => {
  const minimum = number('minimum')
  const required = `≥ ${minimum.value}`
  if (subject.povertyTask === false)
    return {
      status: 'met',
      measured: null,
      required,
      message: { zh: '本省没有脱贫攻坚任务，此条不适用。', en: 'The province has no poverty task; this rule does not apply.' },
      rows: [],
    }
  const applied = appliedCounties(subject, number)
  const poverty = applied.filter(isPoverty)
  const open = applied.filter(county => county.standing === null)
  const reaches = (count: number) => compareRatios(BigInt(count), BigInt(applied.length), ratioOf(minimum)) >= 0
  const reached = reaches(poverty.length)
  const mayReach = reaches(poverty.length + open.length)
  const unknown = subject.povertyTask === null ? !reached : reached !== mayReach
  const openZh = unknown && open.length ? `，${open.length}个县的贫困县身份未知` : ''
  const openEn = unknown && open.length ? `; ${open.length} of unknown standing` : ''
  return {
    status: unknown ? 'unknown' : reached ? 'met' : 'unmet',
    measured: `${poverty.length}/${applied.length}`,
    required,
    message: {
      zh: `申报${applied.length}个县，其中国家级贫困县${poverty.length}个${openZh}；原则上不少于${minimum.value}${reached || unknown ? '' : '，未达到须写明理由'}。`,
      en: `${poverty.length} of ${applied.length} counties applied for are national poverty counties${openEn}; in principle at least ${minimum.value}${reached || unknown ? '' : ', so record a reason'}.`,
    },
    rows: (unknown ? open : poverty).map(rowOf),
  }
}
