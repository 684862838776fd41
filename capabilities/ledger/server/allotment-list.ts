import { writeWorkbook } from '@jincun/documents'
import type { Sheet } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept, formatShanghai } from '@jincun/kernel'
import { z } from 'zod'
import { moneySourceTitles, moveKinds } from '../index.ts'
import type { MoveKind } from '../index.ts'
import { entriesOfKinds } from './entry-store.ts'
import type { DatedEntry } from './entry-store.ts'
import { placeName } from './place-name.ts'
import { no } from './no.ts'
import { Code, YearInQuery, filterOf } from './query-filter.ts'

/** Money that comes to a place or leaves it, as its own book has it. */
const kinds: readonly MoveKind[] = ['receive', 'give-back', 'match', 'invest', 'reclaim', 'reassign']

const fileRows = 50_000

const Query = z.strictObject({
  place: Code.optional(),
  budgetYear: YearInQuery.optional(),
  batchYear: YearInQuery.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(1000).default(50),
  format: z.enum(['json', 'xlsx']).default('json'),
})

const sheetOf = (rows: readonly DatedEntry[], now: Date): Sheet => ({
  name: '资金下达',
  title: '资金下达、退回、配套、收回与统筹',
  notes: [`单位：元；截至 ${formatShanghai(now)}`],
  columns: [
    { title: '业务日期', format: 'date' },
    { title: '地区代码', format: 'text' },
    { title: '地区', format: 'text' },
    { title: '摘要', format: 'text' },
    { title: '资金来源', format: 'text' },
    { title: '预算年度', format: 'text' },
    { title: '批次', format: 'text' },
    { title: '金额（元）', format: 'yuan' },
    { title: '文号/凭证号', format: 'text' },
    { title: '依据', format: 'text' },
  ],
  rows: rows.map(row => [
    row.businessDate,
    row.countyCode,
    placeName(row.countyCode),
    [moveKinds[row.kind].zh, row.reason].filter(Boolean).join('：'),
    moneySourceTitles[row.source].zh,
    String(row.budgetYear),
    String(row.batchYear),
    row.amount,
    row.document,
    row.clause,
  ]),
})

/** More rows than a file holds: the range has to be narrowed, nothing is left out in silence. */
export const tooManyRows = (total: number) =>
  no(
    'too-large',
    'too-many-rows',
    'notice-2020/5.6',
    `共${total}行，一个文件最多${fileRows}行，请缩小范围后再下载。`,
    `There are ${total} rows, a file holds ${fileRows}: narrow the range and download again.`,
  )

export const listAllotments = route({
  method: 'GET',
  path: '/api/ledger/allotments',
  action: 'ledger.read',
  summary: 'Money that came to the places in scope or left them, newest first, page by page or as Excel',
  clauses: ['notice-2020/5.1', 'notice-2020/5.4', 'notice-2020/5.6'],
  query: Query,
  handle: async ({ tx, now, query }) => {
    const page = query.format === 'xlsx' ? { skip: 0, size: fileRows } : { skip: (query.page - 1) * query.size, size: query.size }
    const { rows, total } = await entriesOfKinds(tx, kinds, filterOf(query), page)
    if (query.format === 'json')
      return accept({ asOf: now.toISOString(), total, rows: rows.map(row => ({ ...row, placeName: placeName(row.countyCode) })) })
    if (total > fileRows) return tooManyRows(total)
    const bytes = await writeWorkbook([sheetOf(rows, now)], now)
    return accept(new Download(bytes, '资金下达.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'))
  },
})
