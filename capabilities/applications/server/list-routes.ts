import { sql } from '@jincun/db'
import { writeWorkbook } from '@jincun/documents'
import type { Sheet } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept, formatShanghai } from '@jincun/kernel'
import { findProvince, fullName } from '@jincun/places'
import { places } from '@jincun/places/server'
import { clauseOf, listFor, ruleBookFor, workPlanFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { z } from 'zod'
import { comparedFields } from '../comparison.ts'
import {
  ApplicationState,
  ApplicationType,
  classifyLine,
  closingOf,
  lineTitle,
  linesOf,
  stateAt,
  stateLabels,
  typeLabels,
} from '../index.ts'
import { findApplications } from './store.ts'
import type { Stored } from './store.ts'
import { countByState, listApplications } from './store-lists.ts'
import type { ListFilter, ListRow } from './store-lists.ts'
import { knownOf } from './work.ts'

const Prefix = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6})?$/, '地区代码应为 2、4 或 6 位数字 / a place prefix has 2, 4 or 6 digits')
  .default('')
const Year = z.coerce.number().int().min(2014).max(2100)

const ListQuery = z.strictObject({
  year: Year,
  prefix: Prefix,
  /** Part of a county's name. */
  name: z.string().trim().max(30).default(''),
  state: ApplicationState.optional(),
  type: ApplicationType.optional(),
  sort: z.enum(['county', 'updated', 'central', 'stops']).default('county'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(300).default(50),
})
type ListQuery = z.infer<typeof ListQuery>

const codesOfName = (name: string): string[] | null =>
  name === ''
    ? null
    : places()
        .counties.filter(county => county.name.includes(name))
        .map(county => county.code)

const filterOf = ({ name, state, type, ...rest }: ListQuery): ListFilter => ({
  ...rest,
  counties: codesOfName(name),
  state: state ?? null,
  type: type ?? null,
})

const closingOfYear = (policy: PolicyPack, year: number): Date => closingOf({ year, extendedTo: null }, policy)

/** A row with the county's name and what the lists say of it. */
function named(row: ListRow) {
  const known = knownOf(row.countyCode, row.year)
  const standing = known.ok ? known.value.standing : null
  return {
    ...row,
    countyName: fullName(places(), row.countyCode),
    provinceName: findProvince(places(), row.countyCode)?.name ?? '',
    nationalPovertyCounty: standing?.nationalPovertyCounty ?? null,
    countyNotYetOutOfPoverty: standing?.countyNotYetOutOfPoverty ?? null,
    deepPovertyArea: standing ? standing.deepPovertyArea !== null : null,
    supportedBefore: standing?.supportedBefore ?? null,
  }
}

const list = route({
  method: 'GET',
  path: '/api/applications',
  action: 'applications.read',
  summary: 'Applications of a year, page by page, with filters',
  clauses: ['notice-2020/5.2'],
  query: ListQuery,
  handle: async ({ query, tx, now, policy }) => {
    const closing = closingOfYear(policy, query.year)
    const { rows, total } = await listApplications(tx, filterOf(query), closing, now)
    const byState = await countByState(tx, query, closing, now)
    return accept({ rows: rows.map(named), total, byState, closing: closing.toISOString(), asOf: now.toISOString() })
  },
})

type Named = ReturnType<typeof named>
const known = (value: boolean | null): string => (value === null ? '不明' : value ? '是' : '否')

const listSheet = (rows: readonly Named[], year: number, now: Date): Sheet => ({
  name: `${year}年申报`,
  title: `${year} 年县申报情况`,
  notes: [`共 ${rows.length} 份；截至 ${formatShanghai(now)}（北京时间）。金额为万元，均为申报数。`],
  columns: [
    { title: '代码 code', format: 'text' },
    { title: '县 county', format: 'text' },
    { title: '类型 type', format: 'text' },
    { title: '状态 state', format: 'text' },
    { title: '国贫县 poverty county', format: 'text' },
    { title: '未脱贫县 not yet out', format: 'text' },
    { title: '中央资金 central', format: 'wanYuan' },
    { title: '地方资金 local', format: 'wanYuan' },
    { title: '企业投入 enterprise', format: 'wanYuan' },
    { title: '项目数 projects', format: 'integer' },
    { title: '阻止提交的问题 stops', format: 'integer' },
    { title: '更新时间 updated', format: 'text' },
  ],
  rows: rows.map(row => [
    row.countyCode,
    row.countyName,
    typeLabels[row.type].zh,
    stateLabels[row.state].zh,
    known(row.nationalPovertyCounty),
    known(row.countyNotYetOutOfPoverty),
    BigInt(row.summary.totals.centralFen),
    BigInt(row.summary.totals.localFen),
    BigInt(row.summary.totals.enterpriseFen),
    row.summary.projects,
    row.summary.stops,
    formatShanghai(new Date(row.updatedAt)),
  ]),
})

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const exportList = route({
  method: 'GET',
  path: '/api/applications/export',
  action: 'applications.read',
  summary: 'The same applications as an Excel file',
  query: ListQuery,
  handle: async ({ query, tx, now, policy }) => {
    const everything = { ...filterOf(query), page: 1, size: 5_000 }
    const { rows } = await listApplications(tx, everything, closingOfYear(policy, query.year), now)
    const sheet = listSheet(rows.map(named), query.year, now)
    return accept(new Download(await writeWorkbook([sheet], now), `applications-${query.year}.xlsx`, workbookType))
  },
})

const ofYear = (year: number, prefix: string) => sql`a.year = ${year} and a.county_code like ${`${prefix}%`} and a.state <> 'withdrawn'`

const comparison = route({
  method: 'GET',
  path: '/api/applications/comparison',
  action: 'applications.read',
  summary: 'Plans side by side: every compared field of each application, as JSON',
  clauses: ['notice-2020/4.3'],
  query: z.strictObject({
    year: Year,
    prefix: Prefix,
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(300).default(50),
  }),
  handle: async ({ query: { year, prefix, page, size }, tx, now, policy }) => {
    const fields = comparedFields(policy, year)
    const stored = await findApplications(
      tx,
      sql`(a.county_code, a.id) in (select county_code, id from application a
      where ${ofYear(year, prefix)} order by county_code, id limit ${size} offset ${(page - 1) * size})`,
    )
    const rows = stored.map(({ application }) => ({
      id: application.id,
      countyCode: application.countyCode,
      countyName: fullName(places(), application.countyCode),
      state: stateAt(application, policy, now),
      values: fields.map(field => field.read(application.content)),
    }))
    return accept({ fields: fields.map(({ id, title, format }) => ({ id, title, format })), rows, asOf: now.toISOString() })
  },
})

/** Lines of one application that wait for a ruling, with the words that make them doubtful. */
function doubtsOf({ application }: Stored, policy: PolicyPack) {
  return linesOf(application.content.plan).flatMap(placed => {
    const { verdict, ruling, matches } = classifyLine(placed, application.rulings, policy, application.year)
    if (verdict !== 'doubtful' || ruling) return []
    const { id: applicationId, countyCode } = application
    const words = matches.map(match => ({ word: match.word, term: match.entry.term, clause: match.entry.clause }))
    const { id: lineId, centralFen } = placed.line
    return [
      {
        applicationId,
        countyCode,
        countyName: fullName(places(), countyCode),
        lineId,
        lineName: lineTitle(placed.project, placed.line),
        centralFen,
        words,
      },
    ]
  })
}

const doubtfulLines = route({
  method: 'GET',
  path: '/api/applications/doubtful-lines',
  action: 'applications.rule',
  summary: 'Budget lines that wait for a ruling of the province',
  clauses: ['notice-2020/3.6'],
  query: z.strictObject({ year: Year }),
  handle: async ({ query: { year }, tx, now, policy }) => {
    const stored = await findApplications(
      tx,
      sql`a.year = ${year} and a.state in ('draft', 'returned') and (a.summary->>'doubtfulLines')::int > 0`,
    )
    const open = stored.filter(({ application }) => stateAt(application, policy, now) !== 'forfeited')
    return accept({ lines: open.flatMap(each => doubtsOf(each, policy)), asOf: now.toISOString() })
  },
})

const form = route({
  method: 'GET',
  path: '/api/applications/form',
  action: 'signed-in',
  summary: 'What the form of a year asks: sections, lists, and the clauses behind its rules',
  clauses: ['notice-2020/A.1'],
  query: z.strictObject({ year: Year }),
  handle: async ({ query: { year }, policy }) => {
    const { county, plan } = ruleBookFor(policy, year)
    const rules = [...county, ...plan].map(entry => ({ ...entry, clauseText: clauseOf(policy, entry.clause) ?? null }))
    const { title, sections } = workPlanFor(policy, year, 'county')
    const lists = {
      supportAreas: listFor(policy, 'support-areas', year),
      supportModes: listFor(policy, 'support-modes', year),
      negativeList: listFor(policy, 'negative-list', year),
    }
    return accept({ year, title, sections, rules, lists, closing: closingOfYear(policy, year).toISOString() })
  },
})

export const listRoutes = [list, exportList, comparison, doubtfulLines, form]
