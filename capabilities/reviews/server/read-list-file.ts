import { readTable } from '@jincun/documents'
import type { CellError, Column } from '@jincun/documents'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { RankedListEntry } from '../index.ts'

/** Columns of a ranked list as a file: CSV or Excel, headings in either language. */
export const listColumns = [
  {
    key: 'rank',
    kind: 'integer',
    title: { zh: '名次', en: 'rank' },
    min: 1,
    max: 3_000,
    hint: { zh: '从1起连续；直接纳入的县留空', en: '1, 2, 3, …; empty for counties that enter directly' },
  },
  { key: 'county_code', kind: 'placeCode', title: { zh: '县级代码', en: 'county code' }, required: true },
  {
    key: 'type',
    kind: 'choice',
    title: { zh: '类型', en: 'type' },
    required: true,
    choices: [
      { value: 'first', title: { zh: '首次申报', en: 'first' } },
      { value: 'repeat', title: { zh: '二次申报', en: 'repeat' } },
      { value: 'regionWide', title: { zh: '整区推进', en: 'region-wide' } },
      { value: 'directDesignation', title: { zh: '典型激励县', en: 'incentive' } },
      { value: 'directDesignation', title: { zh: '直接纳入', en: 'direct-designation' } },
    ],
  },
  {
    key: 'score',
    kind: 'decimal',
    title: { zh: '得分', en: 'score' },
    min: 0,
    max: 999_999,
    maxDecimals: 12,
    hint: { zh: '评审得分；直接纳入的县留空', en: 'score of the review; empty for counties that enter directly' },
  },
] as const satisfies readonly Column[]

/** The faults of a file, all of them, for a form that shows them until they are mended; the sentence is the first one's. */
function unreadable(errors: readonly CellError[]): Refusal & { errors: { where: string; message: Refusal['message'] }[] } {
  const [first] = errors
  const place = first
    ? { zh: `第${first.row}行“${first.column}”（${first.address}）`, en: `Row ${first.row}, column "${first.column}" (${first.address})` }
    : { zh: '', en: '' }
  const more = errors.length > 1 ? { zh: `（另有${errors.length - 1}处）`, en: ` (and ${errors.length - 1} more)` } : { zh: '', en: '' }
  return {
    kind: 'invalid',
    code: 'list-file-has-faults',
    message: {
      zh: `${place.zh}写的是“${first?.value ?? ''}”：${first?.message.zh ?? ''}${more.zh}`,
      en: `${place.en} reads "${first?.value ?? ''}": ${first?.message.en ?? ''}${more.en}`,
    },
    errors: errors.map(error => ({ where: `${error.column} ${error.address}`, message: error.message })),
  }
}

/** Reads a ranked list from a CSV or .xlsx file; nothing of a file with a fault is taken. */
export function readListFile(bytes: Uint8Array, fileName: string): Result<RankedListEntry[]> {
  const table = readTable(bytes, fileName, listColumns)
  if (!table.ok) return table
  const { rows, errors } = table.value
  if (errors.length > 0) return refuse(unreadable(errors))
  if (rows.length === 0)
    return refuse({
      kind: 'invalid',
      code: 'list-empty',
      message: {
        zh: '名单没有一行数据；请在列名 rank,county_code,type,score 下面逐县填写。',
        en: 'The list holds no row; write one row a county below the heading rank,county_code,type,score.',
      },
    })
  return accept(rows.map(({ values: { rank, county_code, type, score } }) => ({ rank, countyCode: county_code, type, score })))
}
