import type { SheetFigure, WorkingColumn, WorkingTable } from './sheet-layout.ts'
import type { WorkingSheet } from './working-sheet.ts'

/** Points to one cell of the working sheet; rows count from 0. */
export type CellRef = { table: string; column: string; row: number }
/** One figure with the table and column that say what it is. */
export type Step = { table: WorkingTable; column: WorkingColumn; figure: SheetFigure }

/** The figure behind a reference, or null when the cell holds a word or does not exist. */
export function stepAt(sheet: WorkingSheet, { table: id, column: columnId, row }: CellRef): Step | null {
  const table = sheet.tables.find(item => item.id === id)
  const index = table?.columns.findIndex(column => column.id === columnId) ?? -1
  const [column, cell] = [table?.columns[index], table?.rows[row]?.[index]]
  return table && column && cell && 'exact' in cell ? { table, column, figure: cell } : null
}

const stepsOf = (table: WorkingTable, row: number): Step[] =>
  table.columns.flatMap((column, index): Step[] => {
    const cell = table.rows[row]?.[index]
    return cell && 'exact' in cell && cell.how !== undefined ? [{ table, column, figure: cell }] : []
  })

/** Every computed step of one province in the order of the calculation, from its published figures to its quota. */
export function provinceSteps(sheet: WorkingSheet, row: number): Step[] {
  const byProvince = sheet.tables.filter(({ columns }) => columns.some(({ id }) => id === 'code'))
  return byProvince.flatMap(table => stepsOf(table, row))
}
