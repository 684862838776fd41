import ExcelJS from 'exceljs'
import { choicesSheetName } from '../column.ts'
import type { Column, Words } from '../column.ts'
import { columnLetters } from '../reading/raw-sheet.ts'
import { describeColumn } from './describe-column.ts'
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts'
import { addSheet, packWorkbook } from './write-workbook.ts'

export type Template = {
  /** Name of the sheet to fill in. */
  name: string
  title?: string
  columns: readonly Column[]
  /** Lines above the table of columns on the sheet “填写说明”: what the file is for, who fills it in, by when, under which clause. */
  instructions: readonly Words[]
  /** Rows filled in beforehand, in the order of the columns. */
  rows?: readonly (readonly SheetCell[])[]
  /** How many rows get the lists and checks; 1,000 unless said otherwise. */
  rowsToFill?: number
}

/**
 * A workbook to fill in and hand back to `readTable`: the table with lists and checks, “填写说明”, and a hidden sheet of lists.
 * The same template and `asOf` give the same bytes.
 */
export async function writeTemplate(template: Template, asOf: Date): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const page = addSheet(workbook, tableSheet(template))
  addSheet(workbook, instructionSheet(template))
  const choices = workbook.addWorksheet(choicesSheetName, { state: 'hidden' })
  const first = (template.title ? 1 : 0) + 2
  const last = first + (template.rowsToFill ?? 1_000) - 1
  for (const [index, column] of template.columns.entries()) {
    const letters = columnLetters(index + 1)
    const check = checkOf(column, choices, letters, `${letters}${first}`)
    if (check) addCheck(page, `${letters}${first}:${letters}${last}`, check)
  }
  return packWorkbook(workbook, asOf)
}

const formats = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  fenWanYuan: 'wanYuan',
  date: 'date',
  placeCode: 'text',
  choice: 'text',
} as const

const tableSheet = ({ name, title, columns, rows = [] }: Template): Sheet => ({
  name,
  ...(title ? { title } : {}),
  columns: columns.map((column): SheetColumn => ({ title: column.title.zh + (column.required ? '*' : ''), format: formats[column.kind] })),
  rows,
})

const instructionSheet = ({ columns, instructions }: Template): Sheet => ({
  name: '填写说明',
  title: '填写说明 How to fill in',
  notes: [...instructions.flatMap(({ zh, en }) => [zh, en]), '带 * 的列必填。Columns with * must be filled in.'],
  columns: [
    { title: '列', format: 'text', width: 24 },
    { title: 'Column', format: 'text', width: 28 },
    { title: '必填', format: 'text', width: 8 },
    { title: '要求', format: 'text', width: 50 },
    { title: 'What to write', format: 'text', width: 50 },
  ],
  rows: columns.map(column => {
    const { zh, en } = describeColumn(column)
    return [column.title.zh, column.title.en, column.required ? '是' : '否', zh, en]
  }),
})

type Check = Omit<ExcelJS.DataValidation, 'allowBlank'>

function checkOf(column: Column, choices: ExcelJS.Worksheet, letters: string, cell: string): Check | null {
  switch (column.kind) {
    case 'choice': {
      for (const [index, choice] of column.choices.entries()) choices.getCell(`${letters}${index + 1}`).value = choice.title.zh
      return { type: 'list', formulae: [`'${choicesSheetName}'!$${letters}$1:$${letters}$${column.choices.length}`] }
    }
    case 'integer':
      return {
        type: 'whole',
        operator: 'between',
        formulae: [column.min ?? Number.MIN_SAFE_INTEGER, column.max ?? Number.MAX_SAFE_INTEGER],
      }
    case 'decimal':
      return { type: 'decimal', operator: 'between', formulae: [column.min ?? -1e15, column.max ?? 1e15] }
    case 'fenWanYuan':
      return { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [column.mayBeNegative ? -1e9 : 0] }
    case 'date':
      return { type: 'date', operator: 'greaterThan', formulae: [new Date(Date.UTC(1949, 9, 1))] }
    case 'placeCode':
      return { type: 'custom', formulae: [`OR(${(column.lengths ?? [6]).map(length => `LEN(${cell})=${length}`).join(',')})`] }
    case 'text':
      return column.maxLength === undefined ? null : { type: 'textLength', operator: 'lessThanOrEqual', formulae: [column.maxLength] }
  }
}

/** ExcelJS writes checks on a whole range, but its types only know checks on one cell. */
type CheckedSheet = ExcelJS.Worksheet & { dataValidations: { add: (range: string, check: ExcelJS.DataValidation) => void } }

function addCheck(page: ExcelJS.Worksheet, range: string, check: Check): void {
  const message = { showErrorMessage: true, errorTitle: '填写有误', error: '不符合本列要求，请看“填写说明”。' }
  ;(page as CheckedSheet).dataValidations.add(range, { ...check, ...message, allowBlank: true })
}
