import type { Transaction } from '@jincun/db'
import { rowsNow, rowStandings, treasuryVerdicts } from '../index.ts'
import type { RowStanding, StandingRow } from '../index.ts'
import { explanationsOf, payablesOf, rowsOfImports } from './treasury-store.ts'
import type { Explanation, TreasuryImport } from './treasury-store.ts'

export type ImportNow = TreasuryImport & { rows: (StandingRow & { explanation: Explanation | null })[] }

/** Imports with how each of their rows stands today: a constant number of queries, whatever the number of imports. */
export async function importsNow(tx: Transaction, imports: readonly TreasuryImport[]): Promise<ImportNow[]> {
  const ids = imports.map(({ id }) => id)
  const kept = Map.groupBy(await rowsOfImports(tx, ids), ({ importId }) => importId)
  const explanations = Map.groupBy(await explanationsOf(tx, ids), ({ importId }) => importId)
  const payables = Map.groupBy(await payablesOf(tx, [...new Set(imports.map(each => each.countyCode))]), each => each.countyCode)
  return imports.map(each => {
    const own = explanations.get(each.id) ?? []
    const rows = rowsNow(kept.get(each.id) ?? [], payables.get(each.countyCode) ?? [], new Set(own.map(({ number }) => number)))
    return { ...each, rows: rows.map(row => ({ ...row, explanation: own.find(({ number }) => number === row.number) ?? null })) }
  })
}

/** How many rows of an import stand how; all four are always there, so that nought is said. */
export const countsOf = ({ rows }: ImportNow): Record<RowStanding, number> => ({
  ready: 0,
  settled: 0,
  open: 0,
  explained: 0,
  ...Object.fromEntries([...Map.groupBy(rows, ({ standing }) => standing)].map(([standing, own]) => [standing, own.length])),
})

/** One import in words, with every row. */
export const importView = (each: ImportNow) => ({
  ...each,
  counts: countsOf(each),
  rows: each.rows.map(row => ({
    ...row,
    verdictTitle: treasuryVerdicts[row.verdict],
    nowTitle: treasuryVerdicts[row.now],
    standingTitle: rowStandings[row.standing],
  })),
})
