import { compareDecimals } from '@jincun/applications'
import { rowOf } from './list-check.ts'
import type { ListCheck } from './list-check.ts'
import type { ListedCounty } from './ranked-list.ts'

type Ranked = ListedCounty & { rank: number }

const competes = (county: ListedCounty) => county.type === 'first' || county.type === 'repeat'

/** Rows without the rank or score they need; incentive and region-wide rows need none. */
const incomplete = (counties: readonly ListedCounty[]) =>
  counties.filter(county => competes(county) && (county.rank === null || county.score === null))

/** Rows whose rank breaks the run 1, 2, 3, … */
const outOfRun = (ranked: readonly Ranked[]) => ranked.filter((county, index) => county.rank !== index + 1)

/** Rows that stand below a county with a lower score in the same review. */
function overtaken(ranked: readonly Ranked[]): Ranked[] {
  const lowest = new Map<string, string>()
  return ranked.filter(county => {
    if (county.score === null || !competes(county)) return false
    const review = county.reviewId ?? ''
    const before = lowest.get(review)
    if (before !== undefined && compareDecimals(county.score, before) > 0) return true
    lowest.set(review, county.score)
    return false
  })
}

/**
 * 五（二）: 经评审打分后形成排序名单. The order is the order of the scores; equal scores may stand in either order, but each has its own rank
 * (1, 2, 3, … without gap or repeat), so that the final number cuts the list at one place only.
 */
export const checkRanksFollowScores: ListCheck = ({ counties }) => {
  const ranked = counties.filter((county): county is Ranked => county.rank !== null).sort((a, b) => a.rank - b.rank)
  const findings = [
    { rows: incomplete(counties), zh: '缺名次或得分', en: 'no rank or score' },
    { rows: outOfRun(ranked), zh: '名次应从1起连续、不重复', en: 'ranks must run 1, 2, 3, … without gap or repeat' },
    { rows: overtaken(ranked), zh: '得分高于排在前面的县', en: 'scored above a county that stands before it' },
  ].filter(finding => finding.rows.length > 0)
  const wrong = [...new Set(findings.flatMap(finding => finding.rows))]
  return {
    status: wrong.length === 0 ? 'met' : 'unmet',
    measured: `${counties.length - wrong.length}/${counties.length}`,
    required: `${counties.length}/${counties.length}`,
    message:
      wrong.length === 0
        ? { zh: '名次与得分一致。', en: 'The ranks follow the scores.' }
        : {
            zh: `请更正：${findings.map(finding => `${finding.zh}（${finding.rows.map(row => rowOf(row).label).join('、')}）`).join('；')}。`,
            en: `Correct these rows: ${findings.map(finding => finding.en).join('; ')}.`,
          },
    rows: wrong.map(rowOf),
  }
}
