import { fenFromWanYuanText } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { DecimalColumn, FenWanYuanColumn, IntegerColumn } from '../column.ts'
import { fault, taken } from './cell-fault.ts'
import type { CellReading } from './cell-fault.ts'
import { cleanDigits } from './clean-text.ts'
import { decimalText, parseDecimal } from './decimal-text.ts'
import { showCell } from './raw-sheet.ts'
import type { RawCell } from './raw-sheet.ts'

/** The cell as exact decimal text, typed as a number or written as text. */
function readDecimalText(cell: RawCell): CellReading<string> {
  if (cell.kind === 'number') return taken(decimalText(cell.number))
  if (cell.kind === 'date' || cell.kind === 'not-a-date')
    return fault(
      'cell-is-a-date',
      'Excel 把此格当作日期；请把单元格格式改为“常规”后重新输入数字。',
      'Excel takes this cell for a date; set its format to General and type the number again.',
    )
  if (cell.kind !== 'text') return notANumber(cell)
  const digits = cleanDigits(cell.text)
  if (!digits.ok) return digits
  const value = parseDecimal(digits.value)
  return value === null ? notANumber(cell) : taken(value, digits.cleaned)
}

const notANumber = (cell: RawCell) =>
  fault(
    'cell-not-a-number',
    `应为数字，现为“${showCell(cell)}”；请只填数字，不带单位、空格和文字。`,
    `Should be a number and is "${showCell(cell)}"; write digits only, without unit, spaces or words.`,
  )

export function readInteger(cell: RawCell, column: IntegerColumn): CellReading<number> {
  const text = readDecimalText(cell)
  if (!text.ok) return text
  const value = Number(text.value)
  if (text.value.includes('.') || !Number.isSafeInteger(value))
    return fault(
      'cell-not-an-integer',
      `应为整数，现为“${text.value}”；请填不带小数的数字。`,
      `Should be a whole number and is "${text.value}"; write it without decimals.`,
    )
  return outOfRange(value, text.value, column) ?? taken(value, text.cleaned)
}

export function readDecimal(cell: RawCell, column: DecimalColumn): CellReading<string> {
  const text = readDecimalText(cell)
  if (!text.ok) return text
  const decimals = text.value.split('.')[1]?.length ?? 0
  if (column.maxDecimals !== undefined && decimals > column.maxDecimals)
    return fault(
      'cell-too-many-decimals',
      `“${text.value}”的小数超过 ${column.maxDecimals} 位；请四舍五入后填写。`,
      `"${text.value}" has more than ${column.maxDecimals} decimals; round it.`,
    )
  return outOfRange(Number(text.value), text.value, column) ?? taken(text.value, text.cleaned)
}

function outOfRange(value: number, text: string, { min, max }: { min?: number; max?: number }) {
  if (min !== undefined && value < min)
    return fault('cell-too-small', `“${text}”小于允许的最小值 ${min}；请核对。`, `"${text}" is below the least allowed, ${min}; check it.`)
  if (max !== undefined && value > max)
    return fault('cell-too-large', `“${text}”大于允许的最大值 ${max}；请核对。`, `"${text}" is above the most allowed, ${max}; check it.`)
  return null
}

// PostgreSQL's bigint; far above any budget, and a sheet must never make the database fail.
const mostFen = 9_223_372_036_854_775_807n

export function readFenWanYuan(cell: RawCell, column: FenWanYuanColumn): CellReading<Fen> {
  const text = readDecimalText(cell)
  if (!text.ok) return text
  const fen = fenFromWanYuanText(text.value)
  if (fen === null)
    return fault(
      'cell-finer-than-fen',
      `“${text.value}”万元的小数超过 6 位，小于 1 分；请四舍五入到分。`,
      `"${text.value}" (10,000 yuan) has more than 6 decimals, finer than 1 fen; round it.`,
    )
  if (fen < 0n && !column.mayBeNegative)
    return fault(
      'cell-negative-amount',
      `金额不能为负数，现为“${text.value}”；请核对。`,
      `An amount cannot be negative and is "${text.value}"; check it.`,
    )
  if (fen > mostFen || fen < -mostFen)
    return fault(
      'cell-too-large',
      `金额“${text.value}”过大；请核对单位是否为万元。`,
      `The amount "${text.value}" is too large; check that the unit is 10,000 yuan.`,
    )
  return taken(fen, text.cleaned)
}
