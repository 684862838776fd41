import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'

/** An .xlsx made by ExcelJS, so that our reader is tried on files it did not write. */
export async function excelFile(
  fill: (page: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
  options?: Partial<ExcelJS.WorkbookProperties>,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  Object.assign(workbook.properties, options)
  fill(workbook.addWorksheet('申报表'), workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The same file with the text of one part replaced by hand, for what no well-meaning program writes. */
export function withPart(file: Uint8Array, name: string, edit: (text: string) => string): Uint8Array {
  const parts = unzipSync(file)
  const text = new TextDecoder().decode(parts[name] ?? new Uint8Array())
  return zipSync({ ...parts, [name]: new TextEncoder().encode(edit(text)) })
}
