import { listFor } from '@jincun/policy'
import type { PolicyListEntry, PolicyPack } from '@jincun/policy'
import { classifyText } from './negative-list.ts'

/** The kinds of spending of a year, as published. */
export const spendingCategories = (pack: PolicyPack, year: number): readonly PolicyListEntry[] => listFor(pack, 'spending-categories', year)

/** A kind of spending by its id; undefined when the year has none such. */
export const spendingCategory = (pack: PolicyPack, year: number, id: string): PolicyListEntry | undefined =>
  spendingCategories(pack, year).find(entry => entry.id === id)

/** Whether a line may carry it: leaves of the tree only, so that nobody hides in a heading. */
export const isLeaf = (entry: PolicyListEntry, all: readonly PolicyListEntry[]): boolean => !all.some(other => other.parent === entry.id)

/** What a name sounds like, best first: kinds whose keywords stand in it. A proposal only; a person confirms. */
export function proposeCategories(name: string, pack: PolicyPack, year: number): string[] {
  const all = spendingCategories(pack, year)
  const found = all
    .filter(entry => isLeaf(entry, all) && (entry.keywords ?? []).length > 0)
    .map(entry => ({ id: entry.id, hits: classifyText(name, [entry]).matches.filter(({ manner }) => manner === 'word').length }))
    .filter(({ hits }) => hits > 0)
  return found.toSorted((a, b) => b.hits - a.hits).map(({ id }) => id)
}
