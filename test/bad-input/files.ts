import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'

export const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** The start of an old .xls, .et or password-protected file. */
export const compoundFile = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504))

/** A few kilobytes that unpack to 200 MB. */
export const zipBomb = (): Uint8Array => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 9 })

export async function workbook(rows: unknown[][], change: (page: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('填报')
  page.addRows(rows)
  change(page)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The workbook with the text of its sheet changed by hand. */
export function withSheet(file: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file)
  const name = 'xl/worksheets/sheet1.xml'
  return zipSync({ ...parts, [name]: text(edit(new TextDecoder().decode(parts[name] ?? new Uint8Array()))) })
}
