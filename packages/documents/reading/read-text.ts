import type { ChoiceColumn, PlaceCodeColumn, TextColumn } from '../column.ts'
import { fault, taken } from './cell-fault.ts'
import type { CellReading } from './cell-fault.ts'
import { cleanDigits } from './clean-text.ts'
import { decimalText } from './decimal-text.ts'
import { normalTitle } from './header.ts'
import { showCell } from './raw-sheet.ts'
import type { RawCell } from './raw-sheet.ts'

/** What one cell of Excel can hold. */
const mostCharacters = 32_767

export function readText(cell: RawCell, column: TextColumn): CellReading<string> {
  const text = asText(cell)
  if (!text.ok) return text
  const most = column.maxLength ?? mostCharacters
  const length = [...text.value].length
  if (length > most)
    return fault(
      'cell-too-long',
      `有 ${length} 个字，超过 ${most} 个字；请缩短。`,
      `Has ${length} characters, more than ${most}; shorten it.`,
    )
  return text
}

function asText(cell: RawCell): CellReading<string> {
  if (cell.kind === 'text') return taken(cell.text)
  if (cell.kind === 'number' && Math.abs(cell.number) < 1e15) return taken(decimalText(cell.number))
  if (cell.kind === 'number')
    return fault(
      'cell-digits-lost',
      'Excel 的数字只保留 15 位，后面的已变成 0；请把单元格格式改为“文本”后重新输入。',
      'Excel keeps 15 digits of a number and turned the rest to 0; set the format to Text and type it again.',
    )
  if (cell.kind === 'date' || cell.kind === 'not-a-date')
    return fault(
      'cell-is-a-date',
      `Excel 把此格变成了日期“${showCell(cell)}”；请把单元格格式改为“文本”后重新输入。`,
      `Excel turned this cell into the date "${showCell(cell)}"; set the format to Text and type it again.`,
    )
  return fault(
    'cell-not-text',
    `应为文字，现为“${showCell(cell)}”；请重新输入。`,
    `Should be text and is "${showCell(cell)}"; type it again.`,
  )
}

export function readPlaceCode(cell: RawCell, column: PlaceCodeColumn): CellReading<string> {
  const lengths = column.lengths ?? [6]
  const text = asText(cell)
  if (!text.ok) return text
  const code = cleanDigits(text.value)
  if (!code.ok) return code
  if (/^\d(\.\d+)?e\+?\d+$/i.test(code.value))
    return fault(
      'cell-code-in-exponent-form',
      `Excel 把代码变成了科学计数法“${code.value}”；请把单元格格式改为“文本”后重新输入。`,
      `Excel turned the code into "${code.value}"; set the format to Text and type it again.`,
    )
  if (!/^[1-9]\d*$/.test(code.value) || !lengths.includes(code.value.length))
    return fault(
      'cell-not-a-place-code',
      `应为 ${lengths.join(' 或 ')} 位行政区划代码，现为“${code.value}”；请核对代码。`,
      `Should be a place code of ${lengths.join(' or ')} digits and is "${code.value}"; check it.`,
    )
  return taken(code.value, code.cleaned)
}

export function readChoice(cell: RawCell, column: ChoiceColumn): CellReading<string> {
  const wanted = normalTitle(showCell(cell))
  const choice = column.choices.find(({ value, title }) => [value, title.zh, title.en].some(text => normalTitle(text) === wanted))
  if (choice && cell.kind !== 'formula' && cell.kind !== 'error') return taken(choice.value)
  const [zh, en] = [column.choices.map(({ title }) => title.zh).join('、'), column.choices.map(({ title }) => title.en).join(', ')]
  return fault(
    'cell-not-a-choice',
    `“${showCell(cell)}”不在可选项内；请填：${zh}。`,
    `"${showCell(cell)}" is not on the list; write one of: ${en}.`,
  )
}
