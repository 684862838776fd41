import type { RankedList, RankedListEntry } from './ranked-list.ts'

/** What differs between two versions of a list, readable without the versions. */
export type RankedListDifference = {
  added: readonly RankedListEntry[]
  removed: readonly RankedListEntry[]
  changed: readonly { before: RankedListEntry; after: RankedListEntry }[]
  quota: { before: number | null; after: number | null } | null
  basisChanged: boolean
  /** Codes of findings whose recorded reason differs. */
  reasonsChanged: readonly string[]
}

const sameEntry = (a: RankedListEntry, b: RankedListEntry) =>
  a.rank === b.rank && a.type === b.type && a.score === b.score && a.reviewId === b.reviewId && a.writtenCode === b.writtenCode

/** From the version a person saw to the version that stands now. */
export function rankedListDifference(before: RankedList, after: RankedList): RankedListDifference {
  const earlier = new Map(before.entries.map(entry => [entry.countyCode, entry]))
  const later = new Map(after.entries.map(entry => [entry.countyCode, entry]))
  const codes = [...new Set([...Object.keys(before.reasons), ...Object.keys(after.reasons)])]
  const pairs = [...later].flatMap(([code, entry]) => {
    const old = earlier.get(code)
    return old && !sameEntry(old, entry) ? [{ before: old, after: entry }] : []
  })
  return {
    added: after.entries.filter(entry => !earlier.has(entry.countyCode)),
    removed: before.entries.filter(entry => !later.has(entry.countyCode)),
    changed: pairs,
    quota: before.quota === after.quota ? null : { before: before.quota, after: after.quota },
    basisChanged:
      before.basis.kind !== after.basis.kind || before.basis.reference !== after.basis.reference || before.basis.text !== after.basis.text,
    reasonsChanged: codes.filter(code => before.reasons[code] !== after.reasons[code]).sort(),
  }
}
