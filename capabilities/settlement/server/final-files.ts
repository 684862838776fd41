import { typeLabels } from '@jincun/applications'
import { writeCsv, writeLetter, writeWorkbook } from '@jincun/documents'
import type { Sheet } from '@jincun/documents'
import { Download } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { provinceName } from '@jincun/reviews/server'
import { type FinalList, finalListLetter } from '../index.ts'

export type FinalFormat = 'docx' | 'xlsx' | 'csv' | 'json'

const types: Record<FinalFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

const sheetOf = (list: FinalList, hash: string, name: string): Sheet => ({
  name: '最终名单',
  title: `${name}${list.year}年综合示范县最终名单`,
  notes: [`${list.letter?.number ?? ''}　第${list.version}版，校验值（SHA-256）：${hash}`],
  columns: [
    { title: '县级代码', format: 'text', width: 10 },
    { title: '县名', format: 'text' },
    { title: '方式', format: 'text' },
    { title: '排序名单名次', format: 'integer' },
    { title: '工作方案校验值', format: 'text', width: 66 },
  ],
  rows: list.entries.map(entry => [entry.countyCode, entry.name, typeLabels[entry.type].zh, entry.rank, entry.planHash]),
})

const noLetter: Refusal = {
  kind: 'wrong-state',
  code: 'letter-missing',
  message: { zh: '请先填写省政府函的文号、日期和签发单位。', en: 'Enter number, date and signatory of the letter first.' },
}

/** The final list as the government's letter (Word), Excel, CSV, or the text that was hashed. */
export async function finalFile(
  list: FinalList,
  format: FinalFormat,
  hash: string,
  text: string,
  mark: string,
  at: Date,
): Promise<Result<Download>> {
  const name = provinceName(list.provinceCode)
  if (format === 'docx' && !list.letter) return refuse(noLetter)
  const bytes = async (): Promise<Uint8Array> => {
    if (format === 'docx' && list.letter) return writeLetter(finalListLetter(list, list.letter, name, hash, mark || undefined))
    if (format === 'xlsx') return writeWorkbook([sheetOf(list, hash, name)], at)
    if (format === 'csv') return writeCsv(sheetOf(list, hash, name))
    return new TextEncoder().encode(text)
  }
  return accept(new Download(await bytes(), `${name}${list.year}年最终名单-第${list.version}版.${format}`, types[format]))
}
