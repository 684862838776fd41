import { readTable } from '@jincun/documents'
import type { CellError as FileError, Column, ReadingNote } from '@jincun/documents'
import { accept } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import { codeColumn, inputColumn, knownColumns, nameColumn, neededColumns } from '../index.ts'
import type { InputContext, InputGrid } from '../index.ts'

/** A sheet of provinces is small; whatever is larger is another file. */
const limits = { maxBytes: 2 * 1024 * 1024, maxRows: 200, maxColumns: 100 }

export type ReadFile = { grid: InputGrid; rowNumbers: readonly number[]; notes: readonly Bilingual[] }

type Where = { where: string; message: Bilingual }

/** A file that cannot be taken: the first fault in words, all of them in `errors` for the form. */
function faulty(faults: readonly Where[]): { ok: false; reason: Refusal & { errors: readonly Where[] } } {
  const [first] = faults
  const more = faults.length > 1 ? { zh: `（另有${faults.length - 1}处错误）`, en: ` (and ${faults.length - 1} more)` } : { zh: '', en: '' }
  return {
    ok: false,
    reason: {
      kind: 'invalid',
      code: 'input-file-has-faults',
      message: {
        zh: `${first?.where ?? ''}：${first?.message.zh ?? ''}${more.zh}`,
        en: `${first?.where ?? ''}: ${first?.message.en ?? ''}${more.en}`,
      },
      errors: faults,
    },
  }
}

function columnsFor(context: InputContext, required: boolean): Column[] {
  const needed = new Set([codeColumn, ...neededColumns(context.sheet).map(({ id }) => id)])
  const ids = [codeColumn, nameColumn, ...new Set([...knownColumns(), ...needed])].filter((id, index, all) => all.indexOf(id) === index)
  return ids.map(id => ({
    key: id,
    kind: 'text',
    title: { zh: id === codeColumn ? '省份代码' : id === nameColumn ? '省份' : (inputColumn(id, context.sheet)?.title.zh ?? id), en: id },
    ...(required && needed.has(id) ? { required: true } : {}),
  }))
}

const placeOf = ({ sheet, row, column, address }: FileError): string =>
  `${sheet ? `${sheet} ` : ''}第${row}行“${column}”列${address ? `（${address}）` : ''}`

const unknownColumn = (note: ReadingNote): Where => ({
  where: `第${note.row ?? 1}行“${note.column ?? ''}”列`,
  message: {
    zh: '不认识这一列，请删去或改成规定的列名',
    en: `row ${note.row ?? 1}: the column "${note.column ?? ''}" is not known; delete it or give it one of the names of the template`,
  },
})

/**
 * Reads a CSV (UTF-8 or GBK) or Excel file into an input grid. What only a person can mend in the file itself is refused, all at once:
 * a column missing, unknown or twice, formulas, merged cells, cells beyond the heading. Wrong figures are kept in the grid;
 * readInputGrid names them and the page keeps them red until they are mended.
 */
export function readInputFile(bytes: Uint8Array, fileName: string, context: InputContext): Result<ReadFile> {
  const whole = readTable(bytes, fileName, columnsFor(context, true), limits)
  if (!whole.ok) return whole
  const columns = columnsFor(context, false)
  const table = readTable(bytes, fileName, columns, limits)
  if (!table.ok) return table
  const { rows, errors, notes } = table.value
  const faults = [
    ...notes.filter(note => note.code === 'column-unknown').map(unknownColumn),
    ...errors.map(error => ({ where: placeOf(error), message: error.message })),
  ]
  if (faults.length > 0) return faulty(faults)
  const used = columns.filter(({ key }) => key === codeColumn || key === nameColumn || rows.some(({ values }) => values[key] !== null))
  const needed = neededColumns(context.sheet).map(({ id }) => id)
  const keys = columns.map(({ key }) => key).filter(key => used.some(column => column.key === key) || needed.includes(key))
  return accept({
    grid: { header: keys, rows: rows.map(({ values }) => keys.map(key => String(values[key] ?? ''))) },
    rowNumbers: rows.map(({ row }) => row),
    notes: notes.map(({ message }) => message),
  })
}
