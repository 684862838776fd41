import type { Transaction } from '@jincun/db'
import { writeWorkbook } from '@jincun/documents'
import type { Sheet } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept, formatShanghai, formatYuan, shanghaiDate } from '@jincun/kernel'
import { z } from 'zod'
import { accountKindTitles, moneySourceTitles, moveKinds } from '../index.ts'
import type { Entry } from '../index.ts'
import { balancesOf } from './account-store.ts'
import type { AccountWithBalance } from './account-store.ts'
import { entriesOfMovement } from './entry-store.ts'
import { tooManyRows } from './allotment-list.ts'
import { postersOf } from './money-store.ts'
import { placeName } from './place-name.ts'
import { no } from './no.ts'
import { statementOf } from './statement.ts'
import type { StatementLine } from './statement.ts'

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An account with its name in words: place, source, year and what it stands for. */
export const named = (account: AccountWithBalance) => ({
  ...account,
  placeName: placeName(account.countyCode),
  kindTitle: accountKindTitles[account.kind],
  sourceTitle: moneySourceTitles[account.source],
  subjectName: account.title || (/^\d{6}$/.test(account.subject) ? placeName(account.subject) : ''),
})

const Day = z.iso.date('日期写作 2020-05-20 / write the day as 2020-05-20')
const Years = { budgetYear: z.coerce.number().int().min(2014).max(2100).optional() }
const Format = z.enum(['json', 'xlsx']).default('json')

const listAccounts = route({
  method: 'GET',
  path: '/api/ledger/:countyCode/accounts',
  action: 'ledger.read',
  summary: 'Accounts of a place with what they hold; the trial balance of its book at any day',
  clauses: ['notice-2020/5.6'],
  params: z.strictObject({ countyCode: z.string().regex(/^\d{6}$/) }),
  query: z.strictObject({ ...Years, on: Day.optional(), format: Format }),
  place: ({ params }) => params.countyCode,
  handle: async ({ tx, params, query, now }) => {
    const filter = { countyCode: params.countyCode, ...(query.budgetYear ? { budgetYear: query.budgetYear } : {}) }
    const rows = (await balancesOf(tx, { ...filter, ...(query.on ? { on: query.on } : {}) })).map(named)
    const sum = (pick: (row: AccountWithBalance) => bigint) => rows.reduce((total, row) => total + pick(row), 0n)
    const totals = { debits: sum(row => row.debitsPosted), credits: sum(row => row.creditsPosted) }
    if (query.format === 'json')
      return accept({ asOf: now.toISOString(), on: query.on ?? null, placeName: placeName(params.countyCode), rows, totals })
    const title = `${placeName(params.countyCode)}试算平衡表 ${query.on ?? shanghaiDate(now)}`
    return accept(await trialBalanceFile(title, rows, now))
  },
})

async function trialBalanceFile(title: string, rows: ReturnType<typeof named>[], now: Date): Promise<Download> {
  const sheet: Sheet = {
    name: '试算平衡',
    title,
    notes: [`单位：元；截至 ${formatShanghai(now)}；借方合计等于贷方合计`],
    columns: [
      { title: '科目', format: 'text' },
      { title: '名称', format: 'text' },
      { title: '资金来源', format: 'text' },
      { title: '预算年度', format: 'text' },
      { title: '批次', format: 'text' },
      { title: '借方', format: 'yuan' },
      { title: '贷方', format: 'yuan' },
      { title: '余额', format: 'yuan' },
    ],
    rows: rows.map(row => [
      row.kindTitle.zh,
      row.subjectName,
      row.sourceTitle.zh,
      String(row.budgetYear),
      String(row.batchYear),
      row.debitsPosted,
      row.creditsPosted,
      row.held,
    ]),
  }
  return new Download(await writeWorkbook([sheet], now), `${title}.xlsx`, excelType)
}

const noAccount = () =>
  no('not-found', 'no-such-account', 'notice-2020/5.6', '没有这个账户，或不在您的辖区。', 'There is no such account in your jurisdiction.')

/** The other side of each line, by account. */
async function counterpartsOf(tx: Transaction, countyCode: string, own: string, lines: readonly Entry[]) {
  const ids = [...new Set(lines.map(line => (line.debit === own ? line.credit : line.debit)))]
  const accounts = ids.length === 0 ? [] : await balancesOf(tx, { countyCode, ids })
  return new Map(accounts.map(account => [account.id, named(account)]))
}

const readStatement = route({
  method: 'GET',
  path: '/api/ledger/:countyCode/accounts/:id/statement',
  action: 'ledger.read',
  summary: 'Statement of an account between two days, a page of lines with the balance after each',
  clauses: ['notice-2020/5.6'],
  params: z.strictObject({ countyCode: z.string().regex(/^\d{6}$/), id: z.uuid() }),
  query: z.strictObject({
    from: Day.default('2014-01-01'),
    to: Day.optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(1000).default(50),
    format: Format,
  }),
  place: ({ params }) => params.countyCode,
  handle: async ({ tx, params, query, now }) => {
    const [account] = await balancesOf(tx, { countyCode: params.countyCode, ids: [params.id] })
    if (!account) return noAccount()
    const range = { from: query.from, to: query.to ?? shanghaiDate(now) }
    const page = query.format === 'xlsx' ? { skip: 0, size: 50_000 } : { skip: (query.page - 1) * query.size, size: query.size }
    const statement = await statementOf(tx, account, range, page)
    if (query.format === 'xlsx' && statement.total > page.size) return tooManyRows(statement.total)
    const others = await counterpartsOf(tx, params.countyCode, params.id, statement.lines)
    const lines = statement.lines.map(line => {
      const other = others.get(line.debit === params.id ? line.credit : line.debit)
      return { ...line, kindTitle: moveKinds[line.kind], counterpart: other ? `${other.kindTitle.zh} ${other.subjectName}`.trim() : '' }
    })
    if (query.format === 'json') return accept({ asOf: now.toISOString(), ...range, account: named(account), ...statement, lines })
    return accept(await statementFile(named(account), range, statement.opening, lines, now))
  },
})

async function statementFile(
  account: ReturnType<typeof named>,
  range: { from: string; to: string },
  opening: bigint,
  lines: readonly (StatementLine & { kindTitle: { zh: string }; counterpart: string })[],
  now: Date,
): Promise<Download> {
  const title = `${account.placeName} ${account.kindTitle.zh} ${account.subjectName}`.trim()
  const sheet: Sheet = {
    name: '对账单',
    title: `${title} 对账单`,
    notes: [
      `${account.sourceTitle.zh} ${account.budgetYear}年预算 ${account.batchYear}年批次；${range.from} 至 ${range.to}；期初余额 ${formatYuan(opening)} 元`,
    ],
    columns: [
      { title: '业务日期', format: 'date' },
      { title: '编号', format: 'integer' },
      { title: '摘要', format: 'text' },
      { title: '对方科目', format: 'text' },
      { title: '文号/凭证号', format: 'text' },
      { title: '依据', format: 'text' },
      { title: '借方（元）', format: 'yuan' },
      { title: '贷方（元）', format: 'yuan' },
      { title: '余额（元）', format: 'yuan' },
    ],
    rows: lines.map(line => [
      line.businessDate,
      line.seq,
      [line.kindTitle.zh, line.reason].filter(Boolean).join('：'),
      line.counterpart,
      line.document,
      line.clause,
      line.debited || null,
      line.credited || null,
      line.balance,
    ]),
  }
  return new Download(await writeWorkbook([sheet], now), `${title}.xlsx`, excelType)
}

const readMovement = route({
  method: 'GET',
  path: '/api/ledger/movements/:id',
  action: 'ledger.read',
  summary: 'All entries of one move of money, in every book in scope',
  clauses: ['notice-2020/5.6'],
  params: z.strictObject({ id: z.uuid() }),
  handle: async ({ tx, params, now }) => {
    const entries = await entriesOfMovement(tx, params.id)
    if (entries.length === 0)
      return no(
        'not-found',
        'no-such-movement',
        'notice-2020/5.6',
        '没有这笔资金流转，或不在您的辖区。',
        'There is no such move of money in your jurisdiction.',
      )
    const accounts = await balancesOf(tx, { ids: [...new Set(entries.flatMap(entry => [entry.debit, entry.credit]))] })
    const titles = new Map(accounts.map(account => [account.id, named(account)]))
    const side = (id: string) => titles.get(id) ?? null
    const posters = await postersOf(
      tx,
      entries.map(({ by }) => by),
    )
    const rows = entries.map(entry => ({
      ...entry,
      byName: entry.by === null ? null : (posters.get(entry.by) ?? null),
      kindTitle: moveKinds[entry.kind],
      debitAccount: side(entry.debit),
      creditAccount: side(entry.credit),
    }))
    return accept({ asOf: now.toISOString(), rows })
  },
})

export const accountRoutes = [listAccounts, readStatement, readMovement]
