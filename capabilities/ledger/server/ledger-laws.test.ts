import { provinceCodeOf } from '@jincun/places'
import fc from 'fast-check'
import { openDatabase } from '@jincun/db'
import type { Database, Transaction } from '@jincun/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'
import { accountId, allot, budgetLine, emptyBook, foldTransfer, fundOf, leg, legId, lineAccount } from '../index.ts'
import type { Transfer } from '../index.ts'
import { accountsOfBatches, newTestId, postUnderKills, randomBatches, testBatch, testPaper } from '../testing/factory.ts'
import { balancesOf } from './account-store.ts'
import { ensureAccounts, postMovement, postTransfers } from './post-transfers.ts'
import { statementOf } from './statement.ts'
import { verifyLedger } from './verify-ledger.ts'

let program: TestProgram
let database: Database
const scope = { personId: 'p', realm: 'demo', jurisdictions: ['*'] }
const stamp = { realm: 'demo', personId: 'p', now: new Date('2020-05-20T09:00:00+08:00') }
const write = <T>(work: (tx: Transaction) => Promise<T>) => database.transaction(scope, 'write', work)
const post = (transfers: readonly Transfer[]) => write(tx => postTransfers(tx, stamp, transfers))
const proof = () => database.transaction(scope, 'snapshot', tx => verifyLedger(tx, 'demo'))
const provinceFunded = new Set<string>()

/** Opens a county's book with an allotment of that many 分 and the lines of the random batches. */
async function openBook(county: string, amount: bigint, lines = 8): Promise<void> {
  const province = provinceCodeOf(county)
  await write(async tx => {
    if (!provinceFunded.has(province)) await postMovement(tx, stamp, allot(testPaper(newTestId()), province, testBatch, 10n ** 15n))
    await postMovement(tx, stamp, allot(testPaper(newTestId()), county, testBatch, amount))
    await ensureAccounts(tx, stamp, accountsOfBatches(county, lines))
  })
  provinceFunded.add(province)
}

beforeAll(async () => {
  program = await startTestProgram()
  database = openDatabase(program.url, { connections: 66 })
})
afterAll(async () => {
  await database.close()
  await program.close()
})

describe('laws', () => {
  test('whatever is posted, balances are what the entries make, and the proof holds', async () => {
    await openBook('370102', 10n ** 9n)
    const book = emptyBook()
    const batches = randomBatches('370102', 8, 11, 5)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async count => {
        for (let index = 0; index < count; index++) {
          const transfers = batches.next().value as Transfer[]
          expect(await post(transfers)).toMatchObject({ ok: true, value: { posted: transfers.length, repeated: 0 } })
          for (const transfer of transfers) foldTransfer(book, transfer)
        }
        const kept = await database.transaction(scope, 'read', tx =>
          balancesOf(tx, { countyCode: '370102', kinds: ['line', 'project', 'payee'] }),
        )
        for (const account of kept) {
          const { debitsPosted, creditsPosted, debitsPending, creditsPending } = account
          const made = book.balances.get(account.id) ?? { debitsPosted: 0n, creditsPosted: 0n, debitsPending: 0n, creditsPending: 0n }
          expect({ debitsPosted, creditsPosted, debitsPending, creditsPending }).toEqual(made)
          expect(account.available).toBeGreaterThanOrEqual(0n)
        }
      }),
      { numRuns: 20 },
    )
    expect((await proof()).faults).toEqual([])
  })

  test('64 posters at once take exactly what is there: nothing is overdrawn, nothing is lost', async () => {
    await openBook('370103', 40n)
    const attempt = (index: number) =>
      write(tx =>
        postMovement(
          tx,
          stamp,
          budgetLine(
            testPaper(legId('race', String(index))),
            { countyCode: '370103', batch: testBatch, line: { id: 'line-0', title: '（测试）' } },
            1n,
          ),
        ),
      ).then(result => (result.ok ? 'posted' : result.reason.code))
    const outcomes = await Promise.all(Array.from({ length: 64 }, (_, index) => attempt(index)))
    expect(outcomes.filter(outcome => outcome === 'posted')).toHaveLength(40)
    expect(outcomes.filter(outcome => outcome === 'money-short')).toHaveLength(24)
    expect((await proof()).faults).toEqual([])
  })

  test('64 callers send the same transfer: it is posted once', async () => {
    await openBook('370104', 100n)
    const movement = budgetLine(
      testPaper(newTestId()),
      { countyCode: '370104', batch: testBatch, line: { id: 'line-0', title: '（测试）' } },
      7n,
    )
    const results = await Promise.all(Array.from({ length: 64 }, () => write(tx => postMovement(tx, stamp, movement))))
    expect(results.filter(result => result.ok && result.value.posted === 1)).toHaveLength(1)
    expect(results.filter(result => result.ok && result.value.repeated === 1)).toHaveLength(63)
  })

  test('killed 10 times at random points and sent again, nothing acknowledged is lost and nothing is doubled', async () => {
    await openBook('370105', 10n ** 12n)
    const report = await postUnderKills(program.url, randomBatches('370105', 8, 5, 3), 10, 5)
    expect(report.kills).toBe(10)
    const counted = await program.owner.query(
      "select count(*)::int as n, count(distinct id)::int as ids from ledger_transfer where county_code = '370105'",
    )
    expect(counted.rows[0]).toEqual({ n: report.transfers + 1, ids: report.transfers + 1 })
    expect((await proof()).faults).toEqual([])
  })
})

describe('refusals of the books', () => {
  const county = '370112'
  const [fund, line] = [fundOf(county, testBatch), lineAccount(county, testBatch, 'line-0', '（测试）明细0')]
  const budget = (id: string, amount: bigint) => leg(testPaper(id), 'budget', fund, line, amount)
  beforeAll(() => openBook(county, 1000n))

  test.each<[string, () => Transfer[], string]>([
    ['more than there is', () => [budget(newTestId(), 1001n)], 'money-short'],
    [
      'straight from the fund to a payee',
      () => [leg(testPaper(newTestId()), 'disburse', fund, accountsOfBatches(county, 1)[3] ?? line, 1n)],
      'move-not-in-chart',
    ],
    [
      'to an account nobody opened',
      () => [leg(testPaper(newTestId()), 'budget', fund, lineAccount(county, testBatch, 'none', ''), 1n)],
      'account-missing',
    ],
    [
      'into another batch',
      () => [leg(testPaper(newTestId()), 'match', { ...fund, kind: 'local-match', source: 'local' }, fund, 1n)],
      'account-missing',
    ],
    [
      'the posting of a reservation that is not',
      () => [{ ...budget(newTestId(), 1n), phase: 'post', reserves: newTestId() }],
      'reservation-missing',
    ],
    [
      'the correction of an entry that is not',
      () => [{ ...budget(newTestId(), 1n), corrects: newTestId(), reason: '错' }],
      'corrected-entry-missing',
    ],
  ])('%s', async (_what, make, code) => {
    const before = await program.owner.query('select seq from ledger_book where county_code = $1', [county])
    expect(await post(make())).toMatchObject({ ok: false, reason: { code, details: { clause: 'notice-2020/5.6' } } })
    expect(await program.owner.query('select seq from ledger_book where county_code = $1', [county])).toMatchObject({ rows: before.rows })
  })

  test('the same id is one transfer with the same content, a conflict with other content; a batch is posted whole or not at all', async () => {
    const sent = budget(newTestId(), 5n)
    expect(await post([sent, sent])).toMatchObject({ ok: true, value: { posted: 1, repeated: 1 } })
    expect(await post([sent])).toMatchObject({ ok: true, value: { posted: 0, repeated: 1 } })
    const fresh = budget(newTestId(), 5n)
    expect(await post([fresh, { ...sent, amount: 6n }])).toMatchObject({
      ok: false,
      reason: { kind: 'conflict', code: 'id-used-for-another-transfer' },
    })
    expect(await post([fresh])).toMatchObject({ ok: true, value: { posted: 1 } })
  })

  test('a reservation holds the money until it is posted or voided, once', async () => {
    const [, ownLine, project, payee] = accountsOfBatches(county, 1)
    if (!ownLine || !project || !payee) throw new Error('accounts of the path')
    await post([budget(newTestId(), 100n), leg(testPaper(newTestId()), 'assign', ownLine, project, 100n)])
    const reserve = leg(testPaper(newTestId()), 'disburse', project, payee, 80n, { phase: 'reserve' })
    expect(await post([reserve])).toMatchObject({ ok: true })
    const more = leg(testPaper(newTestId()), 'disburse', project, payee, 21n, { phase: 'reserve' })
    expect(await post([more])).toMatchObject({ ok: false, reason: { code: 'money-short' } })
    const resolve = (phase: 'post' | 'void', amount: bigint) =>
      leg(testPaper(newTestId()), 'disburse', project, payee, amount, { phase, reserves: reserve.id })
    expect(await post([resolve('post', 81n)])).toMatchObject({ ok: false, reason: { code: 'reservation-differs' } })
    expect(await post([resolve('post', 80n)])).toMatchObject({ ok: true })
    expect(await post([resolve('void', 80n)])).toMatchObject({ ok: false, reason: { code: 'reservation-resolved' } })
  })

  test('the application role can change no table of the ledger, and no scope reaches another place', async () => {
    const tables = ['ledger_transfer', 'ledger_account', 'ledger_balance', 'ledger_carry', 'ledger_book', 'ledger_seal', 'ledger_move']
    for (const table of tables) {
      const held = await program.owner.query(
        "select privilege from unnest(array['insert', 'update', 'delete', 'truncate']) as privilege where has_table_privilege('jincun_app', $1, privilege)",
        [table],
      )
      expect([table, held.rows]).toEqual([table, []])
    }
    const narrow = { ...scope, jurisdictions: ['51'] }
    await expect(database.transaction(narrow, 'write', tx => postTransfers(tx, stamp, [budget(newTestId(), 1n)]))).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('verify', () => {
  test.each([
    ['an amount', "update ledger_transfer set amount = amount + 1 where county_code = '370102' and seq = 3", /content was changed/],
    [
      'a balance',
      "update ledger_balance set credits_posted = credits_posted + 1, debits_posted = debits_posted + 1 where county_code = '370102'",
      /balance is not what its entries make/,
    ],
    ['an entry that was deleted', "delete from ledger_transfer where county_code = '370102' and seq = 3", /number 3 is missing/],
    [
      'an entry that was inserted',
      "insert into ledger_transfer select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'seq', (select max(seq) + 1 from ledger_transfer where county_code = '370102'), 'phase', 'direct', 'reserves', null))).* from ledger_transfer t where t.county_code = '370102' and t.seq = 3",
      /they do not cover the entries/,
    ],
    ['a carried balance', "update ledger_carry set debits = debits + 1 where county_code = '370102'", /carried balances/],
    ['a seal', "update ledger_seal set hash = repeat('a', 64) where county_code = '370102' and first_seq = 2", /does not follow/],
    ['the end of a book', "update ledger_book set seq = seq - 1 where county_code = '370102'", /it says/],
    [
      'one side of a pair',
      "update ledger_balance set debits_posted = debits_posted + 1 from ledger_account a where a.county_code = ledger_balance.county_code and a.id = account_id and a.kind = 'received' and a.county_code = '370102'",
      /allotted and received differ/,
    ],
  ])('finds %s that was changed behind the program', async (_what, tampering, what) => {
    await program.owner.query('begin')
    await program.owner.query(tampering)
    const rows = await program.owner.query("select set_config('jincun.realm', 'demo', true), set_config('jincun.jurisdictions', '*', true)")
    expect(rows.rowCount).toBe(1)
    const found = await verifyLedger(ownerTransaction(), 'demo')
    await program.owner.query('rollback')
    expect(found.faults.map(fault => fault.what).join('\n')).toMatch(what)
  })

  test('a statement at any day equals the sum over the entries; pages join without a gap', async () => {
    const [account] = await database.transaction(scope, 'read', tx => balancesOf(tx, { countyCode: '370102', kinds: ['fund'] }))
    if (!account) throw new Error('the fund of 370102')
    const range = { from: '2020-05-20', to: '2020-05-20' }
    const pageOf = (skip: number, size: number) =>
      database.transaction(scope, 'read', tx => statementOf(tx, account, range, { skip, size }))
    const whole = await pageOf(0, 100_000)
    expect(whole.lines.at(-1)?.balance).toBe(account.held)
    expect(whole.closing).toBe(account.held)
    const parts = [await pageOf(0, 7), await pageOf(7, 7), await pageOf(14, 100_000)].flatMap(page => page.lines)
    expect(parts).toEqual(whole.lines)
    const [before] = await database.transaction(scope, 'read', tx =>
      balancesOf(tx, { countyCode: '370102', kinds: ['fund'], on: '2020-05-19' }),
    )
    expect(before?.held).toBe(0n)
    expect(accountId('demo', fundOf('370102', testBatch))).toBe(account.id)
  })
})

/** The owner's own transaction, so that what was changed in it is seen and nothing stays. */
function ownerTransaction(): Transaction {
  const ask = async (query: { strings: readonly string[]; values: readonly unknown[] }) => {
    const { compile } = await import('@jincun/db')
    const answer = await program.owner.query({ ...compile(query), types: bigintTypes })
    return answer
  }
  const asked: Pick<Transaction, 'rows' | 'row' | 'run'> = {
    rows: async <Row>(query: Parameters<typeof ask>[0]) => (await ask(query)).rows as Row[],
    row: async <Row>(query: Parameters<typeof ask>[0]) => (await ask(query)).rows[0] as Row | undefined,
    run: async query => (await ask(query)).rowCount ?? 0,
  }
  // What the proof asks of a transaction; nothing is copied in.
  return asked as Transaction
}

const bigintTypes = {
  getTypeParser: (oid: number) =>
    oid === 20 ? (text: string) => BigInt(text) : oid === 17 ? (text: string) => Buffer.from(text.slice(2), 'hex') : (text: string) => text,
}
