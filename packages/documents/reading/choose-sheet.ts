import type { Column } from '../column.ts'
import { findHeader } from './header.ts'
import type { Header } from './header.ts'
import { cellAddress } from './raw-sheet.ts'
import type { RawSheet } from './raw-sheet.ts'
import type { ReadingNote } from './table.ts'
import { unreadable } from './unreadable-file.ts'

type Chosen = { sheet: RawSheet; header: Header; notes: ReadingNote[] }

/** The one visible sheet that holds the table. Throws `UnreadableFile` when none or several do, or its header is not whole. */
export function chooseSheet(sheets: RawSheet[], columns: readonly Column[]): Chosen {
  const found = sheets.flatMap(sheet => {
    const header = findHeader(sheet, columns)
    return header ? [{ sheet, header }] : []
  })
  const whole = found.filter(({ header }) => header.missing.length === 0)
  const [chosen, another] = whole.length > 0 ? whole : found
  if (!chosen) throw noHeader(columns)
  if (whole.length > 1 && another) throw ambiguous(chosen.sheet, another.sheet)
  checkHeader(chosen.sheet, chosen.header)
  return { ...chosen, notes: chosen.header.unknown.filter(({ title }) => title !== '').map(unknown => unreadNote(chosen, unknown)) }
}

const titles = (columns: readonly Column[], language: 'zh' | 'en'): string =>
  columns.map(column => column.title[language]).join(language === 'zh' ? '、' : ', ')

function noHeader(columns: readonly Column[]) {
  const wanted = columns.filter(column => column.required)
  return unreadable(
    'table-header-missing',
    `找不到表头；前 20 行中应有一行写明：${titles(wanted, 'zh')}。`,
    `There is no header; one of the first 20 rows must hold: ${titles(wanted, 'en')}.`,
  )
}

function ambiguous(first: RawSheet, second: RawSheet) {
  return unreadable(
    'table-sheet-ambiguous',
    `工作表“${first.name}”和“${second.name}”都有所需表头，无法确定用哪一个；请只保留一个。`,
    `Sheets "${first.name}" and "${second.name}" both hold the header; keep only one of them.`,
  )
}

function checkHeader(sheet: RawSheet, header: Header): void {
  const where = {
    zh: `${sheet.name ? `工作表“${sheet.name}”` : ''}第 ${header.row} 行`,
    en: `${sheet.name ? `sheet "${sheet.name}", ` : ''}row ${header.row}`,
  }
  if (header.repeated.length > 0)
    throw unreadable(
      'table-column-repeated',
      `${where.zh}的表头重复：${titles(header.repeated, 'zh')}；请删去多余的列。`,
      `The header in ${where.en} repeats: ${titles(header.repeated, 'en')}; remove the surplus columns.`,
    )
  if (header.missing.length > 0)
    throw unreadable(
      'table-column-missing',
      `${where.zh}的表头缺少：${titles(header.missing, 'zh')}；请补上（含单位，一字不差）。`,
      `The header in ${where.en} lacks: ${titles(header.missing, 'en')}; add them (with the unit, word for word).`,
    )
}

function unreadNote({ sheet, header }: Omit<Chosen, 'notes'>, unknown: Header['unknown'][number]): ReadingNote {
  const message = {
    zh: `不认识的列“${unknown.title}”（${cellAddress(header.row, unknown.column)}）未读取`,
    en: `the unknown column "${unknown.title}" was not read`,
  }
  return { sheet: sheet.name, row: header.row, column: unknown.title, code: 'column-unknown', message }
}
