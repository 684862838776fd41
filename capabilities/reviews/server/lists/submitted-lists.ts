import type { Transaction } from '@jincun/db'
import type { PolicyPack } from '@jincun/policy'
import { rankedListStateAt } from '../../index.ts'
import type { RankedListState, SubmissionPackage } from '../../index.ts'
import { closingOf } from './list-facts.ts'
import { listsOfYear, packagesOf } from './list-store.ts'

/** How a province's list stands, and what was handed in while it is submitted; for settlement. */
export type SubmittedList = {
  provinceCode: string
  state: RankedListState
  contents: SubmissionPackage | null
  hash: string | null
  submittedAt: Date | null
}

/** The lists of a year in the caller's scope, by province; three queries whatever their number. A province without a list is absent. */
export async function submittedLists(
  tx: Transaction,
  policy: PolicyPack,
  year: number,
  now: Date,
): Promise<ReadonlyMap<string, SubmittedList>> {
  const records = await listsOfYear(tx, year)
  const closes = closingOf(policy, year)
  const hashes = records.flatMap(record => record.events.flatMap(event => event.packageHash ?? []))
  const packages = await packagesOf(tx, hashes)
  return new Map(
    records.map(record => {
      const { provinceCode } = record.list
      const state = rankedListStateAt(record.events, closes, now)
      const submission = state === 'submitted' ? record.events.findLast(event => event.verb === 'submit') : undefined
      const hash = submission?.packageHash ?? null
      const submittedAt = submission ? new Date(submission.at) : null
      return [provinceCode, { provinceCode, state, contents: packages.get(hash ?? '') ?? null, hash, submittedAt }]
    }),
  )
}
