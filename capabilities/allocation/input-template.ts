import type { FactorSheet } from '@jincun/policy'
import { codeColumn, nameColumn, neededColumns } from './input-columns.ts'
import type { InputGrid } from './read-input-grid.ts'

/** An empty input sheet: one row a province, the columns the factor sheet needs. */
export function blankGrid(sheet: FactorSheet, provinces: readonly { code: string; name: string }[]): InputGrid {
  const columns = neededColumns(sheet).map(({ id }) => id)
  return {
    header: [codeColumn, nameColumn, ...columns],
    rows: provinces.map(({ code, name }) => [code, name, ...columns.map(() => '')]),
  }
}
