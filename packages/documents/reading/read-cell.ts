import type { CellValue, Column } from '../column.ts'
import { fault, taken } from './cell-fault.ts'
import type { CellReading } from './cell-fault.ts'
import { cleanText } from './clean-text.ts'
import type { RawCell } from './raw-sheet.ts'
import { readDate } from './read-date.ts'
import { readDecimal, readFenWanYuan, readInteger } from './read-number.ts'
import { readChoice, readPlaceCode, readText } from './read-text.ts'

/** What the cell holds for this column: its value and what was cleaned, or its one fault. An absent cell is null, or a fault where required. */
export function readCell(cell: RawCell | undefined, column: Column): CellReading<CellValue> {
  if (!cell) return column.required ? emptyFault : taken(null)
  if (cell.kind === 'formula')
    return fault(
      'cell-is-a-formula',
      '此格是公式，其结果不可靠；请复制后用“选择性粘贴—数值”粘贴。',
      'This cell is a formula, whose result cannot be relied on; copy it and paste it as a value.',
    )
  if (cell.kind === 'error')
    return fault(
      'cell-is-an-error',
      `此格是 Excel 错误值“${cell.text}”；请改正后填写。`,
      `This cell is the Excel error "${cell.text}"; mend it.`,
    )
  if (cell.kind !== 'text') return readKind(cell, column)
  const clean = cleanText(cell.text)
  if (!clean.ok) return clean
  if (clean.value === '') return column.required ? emptyFault : taken(null)
  const reading = readKind({ kind: 'text', text: clean.value }, column)
  return reading.ok && clean.cleaned ? { ...reading, cleaned: both(clean.cleaned, reading.cleaned) } : reading
}

const emptyFault = fault('cell-empty', '必填项为空；请填写。', 'This cell must be filled in and is empty.')

function readKind(cell: RawCell, column: Column): CellReading<CellValue> {
  switch (column.kind) {
    case 'text':
      return readText(cell, column)
    case 'integer':
      return readInteger(cell, column)
    case 'decimal':
      return readDecimal(cell, column)
    case 'fenWanYuan':
      return readFenWanYuan(cell, column)
    case 'date':
      return readDate(cell)
    case 'placeCode':
      return readPlaceCode(cell, column)
    case 'choice':
      return readChoice(cell, column)
  }
}

type Words = { zh: string; en: string }
const both = (first: Words, second: Words | undefined): Words =>
  second ? { zh: `${first.zh}；${second.zh}`, en: `${first.en}; ${second.en}` } : first
