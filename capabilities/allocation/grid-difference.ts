import type { InputGrid } from './read-input-grid.ts'
import { codeColumn } from './input-columns.ts'

/** One cell that differs; null = the row or column is not there. `path` is '510000/n_poverty832'. */
export type GridDifference = { path: string; label: string; before: string | null; after: string | null }

function cellsOf({ header, rows }: InputGrid): Map<string, { label: string; value: string }> {
  const codeAt = header.indexOf(codeColumn)
  return new Map(
    rows.flatMap((cells, row) => {
      const code = cells[codeAt]?.trim() || `${row + 2}`
      return header.map((column, index) => [`${code}/${column}`, { label: `${code} ${column}`, value: cells[index] ?? '' }] as const)
    }),
  )
}

/** What changed between two versions of a sheet, cell by cell; empty when they say the same, whatever the order of rows. */
export function gridDifference(before: InputGrid, after: InputGrid): GridDifference[] {
  const [old, fresh] = [cellsOf(before), cellsOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((path): GridDifference[] => {
    const [was, is] = [old.get(path), fresh.get(path)]
    if (was?.value === is?.value) return []
    return [{ path, label: (is ?? was)?.label ?? path, before: was?.value ?? null, after: is?.value ?? null }]
  })
}
