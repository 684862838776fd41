import { designationData } from '@jincun/designation/server'
import { writeCsv, writeWorkbook } from '@jincun/documents'
import type { SheetCell } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept, formatShanghai } from '@jincun/kernel'
import { z } from 'zod'
import { historyRows } from '../index.ts'
import { finalRows } from './list-routes.ts'
import type { PublishedFinalList, PublishedRankedList } from './published-contents.ts'
import { allEntries, latestOf } from './store.ts'

const Year = z.strictObject({ year: z.coerce.number().int().min(2014).max(2100) })
const Format = z.strictObject({ format: z.enum(['csv', 'json']) })

type Column<Row> = { title: string; of: (row: Row) => SheetCell }

/** The same rows as CSV (with Chinese headings, readable in Excel) or as JSON. */
function fileOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], name: string, format: 'csv' | 'json'): Download {
  if (format === 'json')
    return new Download(new TextEncoder().encode(JSON.stringify(rows)), `${name}.json`, 'application/json; charset=utf-8')
  const bytes = writeCsv({
    columns: columns.map(({ title }) => ({ title, format: 'text' })),
    rows: rows.map(row => columns.map(({ of }) => of(row))),
  })
  return new Download(bytes, `${name}.csv`, 'text/csv; charset=utf-8')
}

const workbookOf = async <Row>(rows: readonly Row[], columns: readonly Column<Row>[], name: string, now: Date): Promise<Download> =>
  new Download(
    await writeWorkbook(
      [{ name, columns: columns.map(({ title }) => ({ title, format: 'text' })), rows: rows.map(row => columns.map(({ of }) => of(row))) }],
      now,
    ),
    `${name}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )

/** First column of every file: nobody who only sees the file may take demonstration data for real. */
const dataKind = (realm: string): string => (realm === 'demo' ? '演示' : '正式')
const yesNo = (value: boolean | null): string => (value === null ? '' : value ? '是' : '否')

const rankedListFile = route({
  method: 'GET',
  path: '/api/public/ranked-lists/:year/file',
  action: 'public',
  summary: 'The published ranked lists of a year as CSV or JSON; one province by its code',
  clauses: ['notice-2020/5.2'],
  params: Year,
  query: Format.extend({
    province: z
      .string()
      .regex(/^\d{2}0000$/)
      .optional(),
  }),
  handle: async ({ params: { year }, query, tx, caller }) => {
    const lists = await latestOf<PublishedRankedList>(tx, caller.realm, 'ranked-list', year, query.province ?? null)
    const rows = lists.flatMap(({ content, leaf }) =>
      content.entries.map(entry => ({
        dataKind: dataKind(caller.realm),
        year,
        provinceCode: content.provinceCode,
        provinceName: content.provinceName,
        leaf,
        ...entry,
      })),
    )
    const columns: Column<(typeof rows)[number]>[] = [
      { title: '数据性质', of: row => row.dataKind },
      { title: '年度', of: row => row.year },
      { title: '省份', of: row => row.provinceName },
      { title: '排序', of: row => row.rank },
      { title: '县代码', of: row => row.countyCode },
      { title: '县名', of: row => row.name },
      { title: '申报类型', of: row => row.type },
      { title: '得分', of: row => row.score },
      { title: '国贫县', of: row => yesNo(row.nationalPovertyCounty) },
      { title: '公开登记号', of: row => row.leaf },
    ]
    return accept(fileOf(rows, columns, `ranked-lists-${year}`, query.format))
  },
})

const finalListFile = route({
  method: 'GET',
  path: '/api/public/final-lists/:year/file',
  action: 'public',
  summary: 'The published final lists of a year as CSV or JSON',
  clauses: ['notice-2020/5.5'],
  params: Year,
  query: Format,
  handle: async ({ params: { year }, query, tx, caller }) => {
    const lists = await latestOf<PublishedFinalList>(tx, caller.realm, 'final-list', year)
    const rows = finalRows(lists).map(row => ({ dataKind: dataKind(caller.realm), year, ...row }))
    const columns: Column<(typeof rows)[number]>[] = [
      { title: '数据性质', of: row => row.dataKind },
      { title: '年度', of: row => row.year },
      { title: '省份', of: row => row.provinceName },
      { title: '县代码', of: row => row.countyCode },
      { title: '县名', of: row => row.countyName },
      { title: '类型', of: row => row.type },
      { title: '排序', of: row => row.rank },
      { title: '省政府函', of: row => row.letterNumber },
      { title: '函件日期', of: row => row.letterDate },
      { title: '经度', of: row => (row.point ? String(row.point.longitude) : null) },
      { title: '纬度', of: row => (row.point ? String(row.point.latitude) : null) },
      { title: '公开登记编号', of: row => row.publicationId },
    ]
    return accept(fileOf(rows, columns, `final-lists-${year}`, query.format))
  },
})

const historyFile = route({
  method: 'GET',
  path: '/api/public/demonstration-counties/file',
  action: 'public',
  summary: 'Demonstration counties of earlier years as CSV or JSON',
  query: Format,
  handle: async ({ query }) => {
    const columns: Column<ReturnType<typeof historyRows>[number]>[] = [
      { title: '省份', of: row => row.provinceName },
      { title: '县代码', of: row => row.countyCode },
      { title: '县名', of: row => row.countyName },
      { title: '年度', of: row => row.yearText },
      { title: '可靠程度', of: row => row.certainty },
      { title: '国贫县', of: row => yesNo(row.nationalPovertyCounty) },
      { title: '说明', of: row => row.note.zh },
      { title: '来源', of: row => row.source },
    ]
    return accept(fileOf(historyRows(designationData()), columns, 'demonstration-counties', query.format))
  },
})

const registerFile = route({
  method: 'GET',
  path: '/api/public/register/file',
  action: 'public',
  summary: 'The public register as Excel, CSV or JSON',
  query: z.strictObject({ format: z.enum(['xlsx', 'csv', 'json']) }),
  handle: async ({ query, tx, caller, now }) => {
    const rows = (await allEntries(tx)).map((entry, leaf) => ({ leaf, ...entry })).filter(row => row.realm === caller.realm)
    const columns: Column<(typeof rows)[number]>[] = [
      { title: '登记号', of: row => row.leaf },
      { title: '数据性质', of: row => dataKind(row.realm) },
      { title: '类别', of: row => row.kind },
      { title: '年度', of: row => row.year },
      { title: '地区代码', of: row => row.countyCode },
      { title: '标题', of: row => row.titleZh },
      { title: '依据', of: row => row.clause },
      { title: '公开时间', of: row => formatShanghai(new Date(row.publishedAt)) },
      { title: '内容摘要（SHA-256）', of: row => row.hash },
    ]
    return accept(
      query.format === 'xlsx' ? await workbookOf(rows, columns, 'register', now) : fileOf(rows, columns, 'register', query.format),
    )
  },
})

export const downloadRoutes = [rankedListFile, finalListFile, historyFile, registerFile]
