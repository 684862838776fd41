import { writeCsv, writeWorkbook } from '@jincun/documents'
import type { Sheet, SheetCell } from '@jincun/documents'
import { Download } from '@jincun/http'
import { formatShanghai } from '@jincun/kernel'
import { allocationDocument, neededColumns, toDecimal, workingSheet } from '../index.ts'
import type { Allocation, FactorInputs, InputGrid, SheetValue, WorkingTable } from '../index.ts'
import type { InputContext } from '../index.ts'

export type Format = 'xlsx' | 'csv' | 'json'

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function cellOf(value: SheetValue): SheetCell {
  if ('text' in value) return value.text
  const result = Number(value.value)
  return value.formula === undefined ? result : { formula: value.formula, result }
}

const sheetOf = ({ tab, title, notes, columns, rows }: WorkingTable): Sheet => ({
  name: tab,
  title: title.zh,
  notes: notes.map(({ zh }) => zh),
  columns: columns.map(column => ({
    title: column.words ? `${column.title.zh}\n${column.words.zh}` : column.title.zh,
    format: column.digits === null ? 'text' : 'decimal',
  })),
  rows: rows.map(cells => cells.map(cellOf)),
})

/** The working sheet as a workbook whose formulas compute every figure anew from the figures of the sheet 数据. */
export const workbookOf = (allocation: Allocation, inputs: FactorInputs, asOf: Date): Promise<Uint8Array> =>
  writeWorkbook(workingSheet(allocation, inputs).tables.map(sheetOf), asOf)

function quotaCsv({ provinces, total, inputsHash, year }: Allocation): Uint8Array {
  return writeCsv({
    columns: [
      { title: '年度 year', format: 'integer' },
      { title: '代码 code', format: 'text' },
      { title: '省份 province', format: 'text' },
      { title: '得分 score', format: 'decimal' },
      { title: '精确份额 exact', format: 'decimal' },
      { title: '名额 quota', format: 'integer' },
      { title: '总数 total', format: 'integer' },
      { title: '输入指纹 inputsHash', format: 'text' },
    ],
    rows: provinces.map(({ code, name, score, exact, quota }) => [
      year,
      code,
      name,
      toDecimal(score, 12),
      toDecimal(exact, 10),
      quota,
      total,
      inputsHash,
    ]),
  })
}

/** A run as a file: the whole working sheet (xlsx), the quotas (csv), or the result as the command line prints it (json). */
export async function downloadOf(allocation: Allocation, inputs: FactorInputs, format: Format, asOf: Date): Promise<Download> {
  const name = `provisional-quotas-${allocation.year}.${format}`
  if (format === 'xlsx') return new Download(await workbookOf(allocation, inputs, asOf), name, excelType)
  if (format === 'csv') return new Download(quotaCsv(allocation), name, 'text/csv; charset=utf-8')
  return new Download(new TextEncoder().encode(JSON.stringify(allocationDocument(allocation))), name, 'application/json; charset=utf-8')
}

/** The input sheet as an Excel file to fill in and upload again; what it holds now stands in it. */
export async function gridWorkbook(grid: InputGrid, context: InputContext, asOf: Date): Promise<Download> {
  const needed = new Map(neededColumns(context.sheet).map(column => [column.id, column]))
  const sheet: Sheet = {
    name: '各省数据',
    title: `${context.sheet.year}年因素法各省数据`,
    notes: [
      `导出时间 ${formatShanghai(asOf)}（北京时间）；没有公布的留空，不要填零。计算用到的列：${[...needed.values()].map(({ title }) => title.zh).join('、')}。`,
    ],
    columns: grid.header.map((title, index) => ({ title, format: index < 2 ? 'text' : 'decimal' })),
    rows: grid.rows.map(cells => grid.header.map((_, index) => cells[index] || null)),
  }
  return new Download(await writeWorkbook([sheet], asOf), `factor-inputs-${context.sheet.year}.xlsx`, excelType)
}
