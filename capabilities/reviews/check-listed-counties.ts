import { rowOf } from './list-check.ts'
import type { Judgement, ListCheck } from './list-check.ts'
import type { ListedCounty } from './ranked-list.ts'

const judged = (wrong: readonly ListedCounty[], total: number, met: Judgement['message'], unmet: Judgement['message']): Judgement => ({
  status: wrong.length === 0 ? 'met' : 'unmet',
  measured: `${total - wrong.length}/${total}`,
  required: `${total}/${total}`,
  message: wrong.length === 0 ? met : unmet,
  rows: wrong.map(rowOf),
})

const names = (counties: readonly ListedCounty[]) => counties.map(county => rowOf(county).label).join('、')

/** 五（二）: the province lists counties. A code that no county ever had cannot be listed; an older code stands for its successor. */
export const checkKnownCounties: ListCheck = ({ counties }) => {
  const renamed = counties.filter(county => county.writtenCode !== undefined)
  const followed = renamed.map(county => `${county.writtenCode}→${county.countyCode}${county.name ?? ''}`).join('、')
  const judgement = judged(
    counties.filter(county => county.name === null),
    counties.length,
    {
      zh: renamed.length ? `各县代码均有效；旧代码已对应现行县：${followed}。` : '各县代码均有效。',
      en: renamed.length ? `All codes are known; older codes were followed to their successors: ${followed}.` : 'All codes are known.',
    },
    {
      zh: '名单中有行政区划代码库里没有的县级代码，请更正。',
      en: 'Some codes on the list belong to no county; correct them.',
    },
  )
  return judgement.status === 'met' ? { ...judgement, rows: renamed.map(rowOf) } : judgement
}

/** 五（二）: 组织辖区内县级人民政府申报: only counties of the province itself. */
export const checkInProvince: ListCheck = ({ counties, provinceCode }) => {
  const outside = counties.filter(county => county.countyCode.slice(0, 2) !== provinceCode.slice(0, 2))
  return judged(
    outside,
    counties.length,
    { zh: '名单上各县均属本省。', en: 'All counties lie in the province.' },
    { zh: `以下县不属本省，请从名单中去掉：${names(outside)}。`, en: 'Some counties lie in another province; take them off the list.' },
  )
}

/** A county is listed once, also when it appears under an old and a new code. */
export const checkNoDuplicates: ListCheck = ({ counties }) => {
  const seen = new Map<string, number>()
  for (const county of counties) seen.set(county.countyCode, (seen.get(county.countyCode) ?? 0) + 1)
  const repeated = counties.filter(county => (seen.get(county.countyCode) ?? 0) > 1)
  return judged(
    repeated,
    counties.length,
    { zh: '没有重复的县。', en: 'No county is listed twice.' },
    { zh: `以下各行是同一个县，只保留一行：${names(repeated)}。`, en: 'Some rows are the same county; keep one of each.' },
  )
}
