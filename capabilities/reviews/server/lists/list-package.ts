import { Download } from '@jincun/http'
import { writeCsv, writeLetter, writeWorkbook } from '@jincun/documents'
import type { Sheet } from '@jincun/documents'
import { typeLabels } from '@jincun/applications'
import { canonicalJson, shanghaiDate } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { packageHash, submissionLetter } from '../../index.ts'
import type { LetterHead, SubmissionPackage } from '../../index.ts'

export type PackageFormat = 'docx' | 'xlsx' | 'csv' | 'json'

const yesNo = (value: boolean | null) => (value === null ? '未知' : value ? '是' : '否')
const statusWords: Record<string, string> = { met: '符合', unmet: '不符合', unknown: '未知' }

const listSheet = (contents: SubmissionPackage, notes: readonly string[]): Sheet => ({
  name: '排序名单',
  title: `${contents.provinceName}${contents.year}年综合示范县排序名单`,
  notes,
  columns: [
    { title: '名次', format: 'integer' },
    { title: '县级代码', format: 'text', width: 10 },
    { title: '县名', format: 'text' },
    { title: '类型', format: 'text' },
    { title: '得分', format: 'text' },
    { title: '国家级贫困县', format: 'text' },
  ],
  rows: contents.entries.map(entry => [
    entry.rank,
    entry.countyCode,
    entry.name,
    typeLabels[entry.type].zh,
    entry.score,
    yesNo(entry.nationalPovertyCounty),
  ]),
})

const findingSheet = (contents: SubmissionPackage): Sheet => ({
  name: '核对结果',
  columns: [
    { title: '规则', format: 'text' },
    { title: '条款', format: 'text' },
    { title: '结论', format: 'text' },
    { title: '实际', format: 'text' },
    { title: '要求', format: 'text' },
    { title: '说明理由', format: 'text', width: 40 },
  ],
  rows: contents.findings.map(finding => [
    finding.code,
    finding.clause,
    statusWords[finding.status] ?? finding.status,
    finding.measured,
    finding.required,
    contents.reasons[finding.code] ?? null,
  ]),
})

const planSheet = (contents: SubmissionPackage): Sheet => ({
  name: '评选依据与方案',
  columns: [
    { title: '部分', format: 'text', width: 20 },
    { title: '内容', format: 'text', width: 80 },
  ],
  rows: [['评选依据', contents.basis.text], ...contents.plan.sections.map(section => [section.title, section.text])],
})

const types: Record<PackageFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** A package as a Word letter, an Excel workbook, CSV or the very text that was hashed. The same package and head give the same bytes. */
export async function packageFile(
  contents: SubmissionPackage,
  format: PackageFormat,
  head: Omit<LetterHead, 'date'>,
  at: Date,
): Promise<Download> {
  const hash = packageHash(contents)
  const notes = [`系统第${contents.version}版，校验值（SHA-256）：${hash}`, ...(head.mark ? [head.mark] : [])]
  const name = `${contents.mark ? '（演示）' : ''}${contents.provinceName}${contents.year}年排序名单-第${contents.version}版.${format}`
  const bytes = async (): Promise<Uint8Array> => {
    if (format === 'docx') return writeLetter(submissionLetter(contents, hash, { ...head, date: shanghaiDate(at) }))
    if (format === 'xlsx') return writeWorkbook([listSheet(contents, notes), planSheet(contents), findingSheet(contents)], at)
    if (format === 'csv') return writeCsv(listSheet(contents, []))
    return new TextEncoder().encode(canonicalJson(contents as unknown as JsonValue))
  }
  return new Download(await bytes(), name, types[format])
}
