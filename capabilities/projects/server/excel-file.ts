import { writeWorkbook } from '@jincun/documents'
import type { Sheet, SheetColumn } from '@jincun/documents'
import { Download } from '@jincun/http'

export const textColumn = (title: string): SheetColumn => ({ title, format: 'text' })
export const wanColumn = (title: string): SheetColumn => ({ title: `${title}（万元）`, format: 'wanYuan' })

/** One sheet as an .xlsx to download. */
export async function excelFile(name: string, sheet: Sheet, now: Date): Promise<Download> {
  return new Download(
    await writeWorkbook([sheet], now),
    `${name}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
}
