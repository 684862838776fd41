import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { writeCsv, writeWorkbook } from '@jincun/documents'
import type { Sheet } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import type { Route } from '@jincun/http'
import { accept, formatShanghai, shanghaiDate } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { findChainBreak } from '@jincun/proof'
import { z } from 'zod'
import { PlaceCode } from '../index.ts'

type EventRow = {
  countyCode: string
  seq: string
  at: Date
  personName: string | null
  action: string
  recordKind: string
  recordId: string
  payload: string
  hash: string
  total: string
}

const Filter = z.object({
  place: PlaceCode.optional(),
  action: z.string().max(60).optional(),
  record: z.string().max(80).optional(),
})
const Page = Filter.extend({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(10).max(200).default(50),
})

/** Excel to read and sort in, or CSV with every hashed text whole. */
const Export = Filter.extend({ format: z.enum(['xlsx', 'csv']).default('csv') })

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Characters a cell of Excel can hold. */
const cellLimit = 32_767
const inCell = (text: string): string => (text.length > cellLimit ? `（超过${cellLimit}字，全文见 CSV）` : text)

/** Rows of one export; a larger log is taken out in parts, by place or action. */
const exportLimit = 50_000

const findEvents = (tx: Transaction, filter: z.output<typeof Filter>, limit: number, offset: number): Promise<EventRow[]> =>
  tx.rows(sql`select county_code as "countyCode", seq, at, person_name(person_id) as "personName", action, record_kind as "recordKind",
      record_id as "recordId", payload, hash, count(*) over () as total from audit_event
    where (${filter.place ?? null}::text is null or county_code = ${filter.place ?? null})
      and (${filter.action ?? null}::text is null or action like ${filter.action ?? null} || '%')
      and (${filter.record ?? null}::text is null or record_id = ${filter.record ?? null})
    order by at desc, county_code, seq desc limit ${limit} offset ${offset}`)

/** Every column an auditor needs to recompute the chain by hand: SHA-256 of the previous digest and the hashed text. */
const auditTable = (rows: readonly EventRow[], text: (payload: string) => string): Pick<Sheet, 'columns' | 'rows'> => ({
  columns: ['时间', '何人', '操作', '对象类别', '对象编号', '地区', '序号', '摘要所对内容', '摘要'].map(title => ({
    title,
    format: 'text',
  })),
  rows: rows.map(row => [
    formatShanghai(row.at),
    row.personName,
    row.action,
    row.recordKind,
    row.recordId,
    row.countyCode,
    String(row.seq),
    text(row.payload),
    row.hash,
  ]),
})

type ChainRows = { county_code: string; seq: bigint; payload: string; previous_hash: string; hash: string }

/** Rows whose digest was published as the head of a chain and that are not in the log as they were then: one a chain, the first. */
const rewrittenSince = (tx: Transaction): Promise<{ place: string; seq: bigint }[]> =>
  tx.rows(sql`select distinct on (county_code) county_code as place, seq from audit_anchor a left join audit_event e using (county_code, seq)
    where in_scope(county_code) and e.hash is distinct from a.hash order by county_code, seq`)

/** Recomputes every chain the caller may see, holds it against the heads that were published, and says where one is broken. */
async function verifyChains(
  tx: Transaction,
): Promise<{ chains: number; rows: number; broken: { place: string; seq: number; fault: string }[] }> {
  const rows = await tx.rows<ChainRows>(
    sql`select county_code, seq, payload, previous_hash, hash from audit_event order by county_code, seq`,
  )
  const chains = Map.groupBy(rows, row => row.county_code)
  const broken = [...chains].flatMap(([place, chain]) => {
    const found = findChainBreak(
      chain.map(row => ({
        seq: Number(row.seq),
        previousHash: row.previous_hash,
        payload: JSON.parse(row.payload) as JsonValue,
        hash: row.hash,
      })),
    )
    return found ? [{ place, seq: found.row.seq, fault: found.fault }] : []
  })
  const rewritten = (await rewrittenSince(tx)).map(({ place, seq }) => ({ place, seq: Number(seq), fault: 'not-as-published' }))
  return { chains: chains.size, rows: rows.length, broken: [...broken, ...rewritten] }
}

/** The audit log: who, when, what, before and after; and the proof that no row was changed or taken out. */
export const auditRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/audit',
    action: 'audit.read',
    summary: 'Audit events within the jurisdiction, newest first',
    query: Page,
    clauses: ['notice-2020/2.1'],
    handle: async ({ tx, query, now }) => {
      const found = await findEvents(tx, query, query.size, (query.page - 1) * query.size)
      const rows = found.map(({ total: _total, payload, ...row }) => ({ ...row, change: JSON.parse(payload) as unknown }))
      return accept({ rows, total: Number(found[0]?.total ?? 0), asOf: now })
    },
  }),
  route({
    method: 'GET',
    path: '/api/audit/export',
    action: 'audit.read',
    summary: 'Audit events within the jurisdiction as Excel or CSV, with the text that was hashed',
    query: Export,
    clauses: ['notice-2020/2.1'],
    handle: async ({ tx, query, now }) => {
      const rows = await findEvents(tx, query, exportLimit, 0)
      const name = `审计日志-${shanghaiDate(now)}`
      if (query.format === 'csv')
        return accept(new Download(writeCsv(auditTable(rows, text => text)), `${name}.csv`, 'text/csv; charset=utf-8'))
      return accept(new Download(await writeWorkbook([{ name: '审计日志', ...auditTable(rows, inCell) }], now), `${name}.xlsx`, excelType))
    },
  }),
  route({
    method: 'GET',
    path: '/api/audit/verification',
    action: 'audit.read',
    summary: 'Recompute the hash chains and hold them against the published heads',
    handle: async ({ tx }) => accept(await verifyChains(tx)),
  }),
]
