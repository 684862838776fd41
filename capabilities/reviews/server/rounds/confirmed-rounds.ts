import type { Transaction } from '@jincun/db'
import { entriesOfDocument } from '../../index.ts'
import type { OutcomeDocument, ReviewedEntry } from '../../index.ts'
import { getOutcome } from './outcome-store.ts'
import { roundsOf } from './round-store.ts'

/** A confirmed round and its ranking, for the province's list: the basis of selection (5.3). */
export type ConfirmedRound = { roundId: string; title: string; confirmedAt: string; hash: string; entries: ReviewedEntry[] }

/** The confirmed rounds of a province in a year, the earliest first: a later one supplements the list of the earlier (5.2). */
export async function confirmedRounds(tx: Transaction, provinceCode: string, year: number): Promise<ConfirmedRound[]> {
  const rounds = (await roundsOf(tx, provinceCode, year)).filter(({ round }) => round.state === 'confirmed').reverse()
  const found = await Promise.all(
    rounds.map(async ({ round, confirmedAt }) => {
      const outcome = await getOutcome(tx, round)
      if (!outcome) return []
      const document = JSON.parse(outcome.content) as OutcomeDocument
      return [
        { roundId: round.id, title: round.title, confirmedAt: confirmedAt ?? '', hash: outcome.hash, entries: entriesOfDocument(document) },
      ]
    }),
  )
  return found.flat()
}
