import { refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import type { Bilingual, FactorSheet } from '@jincun/policy'
import { z } from 'zod'
import { checkFigure } from './check-figure.ts'
import type { Complaint } from './check-figure.ts'
import type { FactorInputs, ProvinceInputs } from './factor-input.ts'
import { codeColumn, columnFromHeading, inputColumn, nameColumn, neededColumns } from './input-columns.ts'

/** A sheet as it was typed or imported, right or wrong: kept as it is until its errors are mended. Row 1 is the heading. */
export const InputGrid = z.strictObject({
  header: z.array(z.string().max(200)).max(200),
  rows: z.array(z.array(z.string().max(200)).max(200)).max(200),
})
export type InputGrid = z.infer<typeof InputGrid>

/** Where and what: `row` counts as in the sheet (1 = heading), `column` is the heading; null = the sheet as a whole. */
export type CellError = { row: number | null; column: string | null; code: string; message: Bilingual }

/** What the reader may rely on: the factor sheet of the year and the provinces there are. */
export type InputContext = { sheet: FactorSheet; provinces: readonly { code: string; name: string }[] }

const at = (row: number | null, column: string | null, { code, message }: Complaint): CellError => ({ row, column, code, message })
const complaint = (code: string, zh: string, en: string): Complaint => ({ code, message: { zh, en } })

type Heading = { text: string; id: string | null }

function headingErrors(headings: readonly Heading[], context: InputContext): CellError[] {
  const errors: CellError[] = []
  const ids = headings.map(heading => heading.id)
  for (const [index, { text, id }] of headings.entries()) {
    if (id === null)
      errors.push(
        at(
          1,
          text,
          complaint(
            'unknown-column',
            '不认识这一列，请删去或改成规定的列名',
            'this column is not known: delete it or give it one of the names of the template',
          ),
        ),
      )
    else if (ids.indexOf(id) !== index)
      errors.push(at(1, text, complaint('duplicate-column', '这一列出现两次，请删去一列', 'this column appears twice: delete one')))
  }
  for (const needed of [codeColumn, ...neededColumns(context.sheet).map(column => column.id)])
    if (!ids.includes(needed))
      errors.push(
        at(
          1,
          needed,
          complaint(
            'missing-column',
            '缺少这一列，请补上（没有数据的单元格可以留空）',
            'this column is missing: add it (cells without data may stay empty)',
          ),
        ),
      )
  return errors
}

/** '51' and '510000' name the same province; null when there is no such province. */
function provinceOf(text: string, context: InputContext): { code: string; name: string } | null {
  const code = /^\d\d$/.test(text) ? `${text}0000` : text
  return context.provinces.find(province => province.code === code) ?? null
}

const unknownCode = (text: string): Complaint =>
  text === ''
    ? complaint('missing-code', '缺少省份代码', 'the province code is missing')
    : complaint('unknown-code', `“${text}”不是省级行政区划代码`, `"${text}" is not the code of a province`)

function readRow(
  cells: readonly string[],
  row: number,
  headings: readonly Heading[],
  context: InputContext,
): { province: ProvinceInputs | null; errors: CellError[] } {
  const errors: CellError[] = []
  const cellOf = (id: string): string => cells[headings.findIndex(heading => heading.id === id)] ?? ''
  const province = provinceOf(cellOf(codeColumn), context)
  if (!province) errors.push(at(row, codeColumn, unknownCode(cellOf(codeColumn))))
  const name = cellOf(nameColumn)
  if (province && name !== '' && name !== province.name)
    errors.push(
      at(
        row,
        nameColumn,
        complaint(
          'name-mismatch',
          `代码${province.code}是${province.name}，不是“${name}”`,
          `code ${province.code} is ${province.name}, not "${name}"`,
        ),
      ),
    )
  const surplus = cells.slice(headings.length).find(cell => cell !== '')
  if (surplus !== undefined)
    errors.push(at(row, null, complaint('surplus-cell', `比表头多出单元格“${surplus}”`, `there is a cell "${surplus}" beyond the heading`)))
  const values: Record<string, string | null> = {}
  for (const { text, id } of headings) {
    const column = id === null ? null : inputColumn(id, context.sheet)
    if (!column) continue
    const found = checkFigure(cellOf(column.id), column.kind)
    if (found) errors.push(at(row, text, found))
    values[column.id] = cellOf(column.id) || null
  }
  return { province: province && { code: province.code, name: province.name, values }, errors }
}

function duplicateErrors(rows: readonly { row: number; code: string }[]): CellError[] {
  return rows.flatMap(({ row, code }, index) => {
    const first = rows.findIndex(other => other.code === code)
    const before = rows[first]
    if (first === index || !before) return []
    return [
      at(
        row,
        codeColumn,
        complaint(
          'duplicate-province',
          `${code}已在第${before.row}行出现，请删去一行`,
          `${code} is already in row ${before.row}: delete one of the rows`,
        ),
      ),
    ]
  })
}

/**
 * Reads an input sheet and names every cell that is wrong, all at once; `inputs` is null as long as there is an error.
 * Empty rows are passed over, cells are trimmed, empty cells mean never published. `rowNumberOf` tells where the nth row stands in the file.
 */
export function readInputGrid(
  grid: InputGrid,
  context: InputContext,
  rowNumberOf: (index: number) => number = index => index + 2,
): { inputs: FactorInputs | null; errors: CellError[] } {
  const headings = grid.header.map(cell => cell.trim()).map(text => ({ text, id: columnFromHeading(text, context.sheet) }))
  const errors = headingErrors(
    headings.filter((heading, index) => heading.text !== '' || grid.rows.some(row => row[index]?.trim())),
    context,
  )
  const provinces: { row: number; province: ProvinceInputs }[] = []
  for (const [index, cells] of grid.rows.entries()) {
    const trimmed = cells.map(cell => cell.trim())
    if (trimmed.every(cell => cell === '')) continue
    const read = readRow(trimmed, rowNumberOf(index), headings, context)
    errors.push(...read.errors)
    if (read.province) provinces.push({ row: rowNumberOf(index), province: read.province })
  }
  errors.push(...duplicateErrors(provinces.map(({ row, province }) => ({ row, code: province.code }))))
  if (provinces.length === 0 && errors.length === 0)
    errors.push(at(null, null, complaint('no-rows', '表中没有任何省份', 'the sheet has no province')))
  return { inputs: errors.length === 0 ? { provinces: provinces.map(({ province }) => province) } : null, errors }
}

/** '第9行“n_poverty832”列：…' in both languages. */
export function cellErrorSentence({ row, column, message }: CellError): Bilingual {
  const zh = [row === null ? '' : `第${row}行`, column === null ? '' : `“${column}”列`].join('')
  const en = [row === null ? '' : `row ${row}`, column === null ? '' : `column "${column}"`].filter(Boolean).join(', ')
  return { zh: `${zh}${zh && '：'}${message.zh}。`, en: `${en}${en && ': '}${message.en}.` }
}

/** A sheet with errors as one Refusal: the first error in words, how many more, and all of them in details. */
export function refuseGrid(errors: readonly CellError[]): { ok: false; reason: Refusal } {
  const [first, ...others] = errors
  const sentence = first ? cellErrorSentence(first) : { zh: '表格有误。', en: 'The sheet has errors.' }
  const more = others.length > 0 ? { zh: `（另有${others.length}处错误）`, en: ` (and ${others.length} more)` } : { zh: '', en: '' }
  return refuse({
    kind: 'invalid' as const,
    code: first?.code ?? 'bad-sheet',
    message: { zh: `${sentence.zh}${more.zh}`, en: `${sentence.en}${more.en}` },
    details: errors,
  })
}
