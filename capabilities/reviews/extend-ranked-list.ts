import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { RankedListEntry } from './ranked-list.ts'

/**
 * 可在排序名单基础上进行增补 (5.2): the earlier list keeps its order and its scores; the supplement, ranked by a review of its own, follows it. Scores
 * of two reviews are not compared, so each entry carries the review it comes from. A county may stand on only one of the two.
 */
export function extendRankedList(
  earlier: { reviewId: string; entries: readonly RankedListEntry[] },
  supplement: { reviewId: string; entries: readonly RankedListEntry[] },
): Result<RankedListEntry[]> {
  const known = new Set(earlier.entries.map(entry => entry.countyCode))
  const twice = supplement.entries.filter(entry => known.has(entry.countyCode)).map(entry => entry.countyCode)
  if (twice.length > 0)
    return refuse({
      kind: 'conflict',
      code: 'already-on-earlier-list',
      message: {
        zh: `增补名单中的${twice.join('、')}已在原名单上，请从增补名单中去掉。`,
        en: `${twice.join(', ')} of the supplement already stand on the earlier list; take them off the supplement.`,
      },
    })
  const inOrder = (source: { reviewId: string; entries: readonly RankedListEntry[] }) =>
    source.entries
      .toSorted((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY))
      .map(entry => ({ ...entry, reviewId: entry.reviewId ?? source.reviewId }))
  let rank = 0
  return accept([...inOrder(earlier), ...inOrder(supplement)].map(entry => (entry.rank === null ? entry : { ...entry, rank: ++rank })))
}
