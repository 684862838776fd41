import type { FactorColumns } from './input-columns.ts'
import { codeColumn, columnFromHeading } from './input-columns.ts'
import type { InputGrid } from './read-input-grid.ts'

/** The column of the input sheet that the ledger can fill: 资金拨付率 by province (5.1). */
export const ledgerRateColumn = 'disbursement_rate'

/** A province's rate in the ledger; null where the ledger has no money of its counties' earlier batches. */
export type ProvinceRate = { provinceCode: string; percent: string | null }

/**
 * Puts the ledger's disbursement rates into the sheet. Provinces the ledger knows nothing of keep what was typed or published, also when
 * that is nothing: no data is not zero. A sheet without the column gets it.
 * @returns the sheet and how many provinces were filled.
 */
export function fillLedgerRates(
  grid: InputGrid,
  sheet: FactorColumns,
  rates: readonly ProvinceRate[],
): { grid: InputGrid; filled: number } {
  const known = new Map(rates.flatMap(({ provinceCode, percent }) => (percent === null ? [] : [[provinceCode, percent] as const])))
  const ids = grid.header.map(heading => columnFromHeading(heading, sheet))
  const codeAt = ids.indexOf(codeColumn)
  const present = ids.indexOf(ledgerRateColumn)
  const rateAt = present === -1 ? grid.header.length : present
  const rateOf = (cells: readonly string[]): string | undefined => known.get((cells[codeAt] ?? '').trim())
  const filled = grid.rows.filter(cells => rateOf(cells) !== undefined).length
  if (filled === 0) return { grid, filled }
  const header = present === -1 ? [...grid.header, ledgerRateColumn] : grid.header
  const rows = grid.rows.map(cells => header.map((_, at) => (at === rateAt ? (rateOf(cells) ?? cells[at] ?? '') : (cells[at] ?? ''))))
  return { grid: { header, rows }, filled }
}
