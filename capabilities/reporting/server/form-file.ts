import { readTable } from '@jincun/documents'
import type { Column } from '@jincun/documents'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { ReportField, ReportType } from '@jincun/policy'
import type { FormRow } from '../index.ts'
import type { Where } from './form-answer.ts'

/** How a field stands in a table: numbers are read exactly as decimals, everything else as text that the form's own rules judge. */
function columnOf(field: ReportField): Column {
  const { id, title, kind, hint, required } = field
  const shared = { key: id, title, ...(hint ? { hint } : {}), ...(required && kind !== 'month' ? { required } : {}) }
  if (kind === 'choice') return { ...shared, kind: 'choice', choices: field.choices ?? [] }
  const decimals =
    kind === 'integer'
      ? 0
      : kind === 'percent'
        ? 2
        : kind === 'decimal' || kind === 'yuan' || kind === 'wan-yuan'
          ? (field.decimals ?? 2)
          : null
  if (decimals !== null && id !== 'year')
    return { ...shared, kind: 'decimal', maxDecimals: decimals, min: field.minimum ?? 0, ...(kind === 'percent' ? { max: 100 } : {}) }
  return { ...shared, kind: 'text', maxLength: field.maximumLength ?? 200 }
}

/** The columns of a form as a CSV or Excel table. */
export const formColumns = (type: ReportType): Column[] => type.fields.map(columnOf)

/** Rows of a form out of a file, with the row each stands in; or every cell that cannot be read, by sheet, row and column. */
export type FormTable = { rows: { at: number; cells: FormRow }[]; errors: Where[]; sheet: string | null }

export function readFormFile(type: ReportType, bytes: Uint8Array, fileName: string): Result<FormTable> {
  const table = readTable(bytes, fileName, formColumns(type))
  if (!table.ok) return table
  const { rows, errors, sheet } = table.value
  return accept({
    sheet,
    rows: rows.map(({ row, values }) => ({
      at: row,
      cells: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === null ? '' : String(value)])),
    })),
    errors: errors.map(({ row, column, address, code, value, message }) => ({
      row,
      column,
      code,
      value,
      where: `${sheet ? `${sheet} ` : ''}${address || row} ${column}`,
      message,
    })),
  })
}
