import type { BusinessDate } from '@jincun/kernel'
import { fault, taken } from './cell-fault.ts'
import type { CellReading } from './cell-fault.ts'
import { cleanDigits } from './clean-text.ts'
import { showCell } from './raw-sheet.ts'
import type { RawCell } from './raw-sheet.ts'

const written = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/

/** A date cell of Excel, or year, month and day written out in that order; '5/6/20' is refused because it can be read two ways. */
export function readDate(cell: RawCell): CellReading<BusinessDate> {
  if (cell.kind === 'date' && isDay(cell.day))
    return taken(cell.day, cell.hasTime ? { zh: '日期中的时刻未采用', en: 'the time of day was left out' } : undefined)
  if (cell.kind !== 'text') return notADate(cell)
  const digits = cleanDigits(cell.text)
  if (!digits.ok) return digits
  const [, year = '', ...parts] = written.exec(digits.value) ?? []
  const [month = '', day = ''] = parts.filter(part => part !== undefined)
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? taken(text, digits.cleaned) : notADate(cell)
}

/** Whether the text is a day of the calendar: '2020-02-30' is not. */
function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

const notADate = (cell: RawCell) =>
  fault(
    'cell-not-a-date',
    `应为日期，现为“${showCell(cell)}”；请填如 2020-05-29。`,
    `Should be a date and is "${showCell(cell)}"; write it like 2020-05-29.`,
  )
