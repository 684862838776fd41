import type { Transaction } from '@jincun/db'
import { designationData } from '@jincun/designation/server'
import { lastCode } from '@jincun/places'
import { contractPartiesOf } from '@jincun/projects/server'
import type { ConflictGround, Expert, ReviewedApplication } from '../../index.ts'

/**
 * What conflicts are checked against beside the two records: county lines, the contracts on the counties' registers, and those the
 * pool's experts declared, since a colleague's contract may be the organisation's. One query.
 */
export async function conflictGround(
  tx: Transaction,
  pool: readonly Expert[],
  applications: readonly ReviewedApplication[],
): Promise<ConflictGround> {
  const { places } = designationData()
  const lineOf = (code: string): string => lastCode(places, code)
  const lines = new Set(applications.map(({ countyCode }) => lineOf(countyCode)))
  const codes = places.counties.map(({ code }) => code).filter(code => lines.has(lineOf(code)))
  return { lineOf, contracts: [...(await contractPartiesOf(tx, codes)), ...pool.flatMap(({ pastContracts }) => pastContracts)] }
}
