import type { Transaction } from '@jincun/db'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { extendRankedList, followCode } from '../../index.ts'
import type { RankedListEntry } from '../../index.ts'
import { designationData } from '@jincun/designation/server'
import { confirmedRounds } from '../rounds/index.ts'
import type { RoundFacts } from './list-facts.ts'
import { earlierLists, packagesOf } from './list-store.ts'

/** Something a list can be made from (5.2): a confirmed review of the year, or an earlier list of the province that is extended. */
export type ListSource = {
  kind: 'review' | 'earlier-list'
  reference: string
  title: string
  at: string
  hash: string
  entries: RankedListEntry[]
}

/** The type a county applied under; what it did not apply for is read as a first application and the rules then say so. */
const typeOf = (facts: RoundFacts, countyCode: string): RankedListEntry['type'] => facts.candidates.get(countyCode)?.type ?? 'first'

/** Confirmed reviews of the year and earlier lists of the province. */
export async function sourcesOf(tx: Transaction, facts: RoundFacts, year: number, provinceCode: string): Promise<ListSource[]> {
  const reviews = (await confirmedRounds(tx, provinceCode, year)).map(({ roundId, title, confirmedAt, hash, entries }): ListSource => {
    const followed = entries.map(entry => followCode(designationData(), { ...entry, type: 'first', reviewId: roundId }))
    return {
      kind: 'review',
      reference: roundId,
      title,
      at: confirmedAt,
      hash,
      entries: followed.map(entry => ({ ...entry, type: typeOf(facts, entry.countyCode) })),
    }
  })
  const earlier = await earlierLists(tx, provinceCode, year)
  const packages = await packagesOf(
    tx,
    earlier.map(list => list.hash),
  )
  const lists = earlier.flatMap(({ id, year: past, hash, at }): ListSource[] => {
    const contents = packages.get(hash)
    if (!contents) return []
    const entries = contents.entries
      .filter(entry => entry.rank !== null)
      .map(({ rank, countyCode, score }) => ({ rank, countyCode, type: typeOf(facts, countyCode), score, reviewId: id }))
    return [{ kind: 'earlier-list', reference: id, title: String(past), at: at.toISOString(), hash, entries }]
  })
  return [...reviews, ...lists]
}

/**
 * The list that sources make in the order chosen: the first keeps its order, each further one supplements it (5.2). A county that stands on
 * two of them is refused by name.
 */
export function combine(sources: readonly ListSource[]): Result<RankedListEntry[]> {
  const [first, ...further] = sources
  let entries: RankedListEntry[] = first?.entries ?? []
  for (const source of further) {
    const extended = extendRankedList(
      { reviewId: first?.reference ?? '', entries },
      { reviewId: source.reference, entries: source.entries },
    )
    if (!extended.ok) return extended
    entries = extended.value
  }
  return accept(entries)
}
