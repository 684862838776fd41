import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import type { Outcome, RowUsed, SignalRecord } from '../index.ts'

export type Run = {
  id: string
  from: string
  to: string
  orders: bigint
  stations: number
  raised: number
  wholes: { station: string; total: number }[]
  ranAt: Date
  ranBy: string
}

const runColumns = sql`id, to_char(first_month, 'YYYY-MM') as "from", to_char(last_month, 'YYYY-MM') as "to", orders, stations::int as stations,
  raised::int as raised, wholes, ran_at as "ranAt", ran_by as "ranBy"`

export const insertRun = (tx: Transaction, countyCode: string, realm: string, run: Run): Promise<number> =>
  tx.run(sql`insert into signal_run (county_code, id, realm, first_month, last_month, orders, stations, raised, wholes, ran_at, ran_by)
    values (${countyCode}, ${run.id}, ${realm}, ${`${run.from}-01`}, ${`${run.to}-01`}, ${run.orders}, ${run.stations}, ${run.raised},
      ${JSON.stringify(run.wholes)}::jsonb, ${run.ranAt}, ${run.ranBy})`)

export const findRun = (tx: Transaction, countyCode: string, id: string): Promise<Run | undefined> =>
  tx.row<Run>(sql`select ${runColumns} from signal_run where county_code = ${countyCode} and id = ${id}`)

export const latestRuns = (tx: Transaction, countyCode: string): Promise<Run[]> =>
  tx.rows<Run>(sql`select ${runColumns} from signal_run where county_code = ${countyCode} order by ran_at desc, id limit 20`)

export type NewSignal = Omit<SignalRecord, 'outcome' | 'raisedAt'> & { rows: readonly RowUsed[] }

/** Keeps signals in one statement; those known stay as they are. */
export const insertSignals = (
  tx: Transaction,
  { countyCode, realm, runId, raisedAt }: { countyCode: string; realm: string; runId: string; raisedAt: Date },
  signals: readonly NewSignal[],
): Promise<number> =>
  tx.run(sql`insert into signal (county_code, id, realm, run_id, rule, rule_version, clause, subject_kind, subject_code, first_month, last_month,
      counted, of_all, threshold, rows, raised_at)
    select ${countyCode}, s.id, ${realm}, ${runId}, s.rule, s.version, s.clause, s."subjectKind", s."subjectCode", (s."from" || '-01')::date,
      (s."to" || '-01')::date, s.count, s.of, s.threshold, s.rows, ${raisedAt}
    from jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) as s(id uuid, rule text, version int, clause text, "subjectKind" text,
      "subjectCode" text, "from" text, "to" text, count bigint, of bigint, threshold bigint, rows jsonb)
    on conflict do nothing`)

const signalColumns = sql`s.id, s.rule, s.rule_version::int as version, s.clause, s.subject_kind as "subjectKind", s.subject_code as "subjectCode",
  to_char(s.first_month, 'YYYY-MM') as "from", to_char(s.last_month, 'YYYY-MM') as "to", s.counted::float8 as count, s.of_all::float8 as of,
  s.threshold::float8 as threshold, s.raised_at as "raisedAt", o.outcome`

const latestOutcome = sql`left join lateral (select outcome from signal_outcome o where o.county_code = s.county_code and o.signal_id = s.id
  order by decided_at desc, id desc limit 1) o on true`

export type SignalFilter = {
  rule?: string | undefined
  outcome?: 'open' | 'confirmed' | 'cleared' | undefined
  subject?: string | undefined
}

const fits = (countyCode: string, { rule, outcome, subject }: SignalFilter): Fragment => sql`where s.county_code = ${countyCode}
  ${rule ? sql`and s.rule = ${rule}` : sql``} ${subject ? sql`and s.subject_code = ${subject}` : sql``}
  ${outcome === 'open' ? sql`and o.outcome is null` : outcome ? sql`and o.outcome = ${outcome}` : sql``}`

/** A page of a county's signals, newest first, and how many fit. */
export async function listSignals(tx: Transaction, countyCode: string, filter: SignalFilter, page: { skip: number; size: number }) {
  const where = fits(countyCode, filter)
  const rows = await tx.rows<SignalRecord>(sql`select ${signalColumns} from signal s ${latestOutcome} ${where}
    order by s.raised_at desc, s.rule, s.subject_code, s.id limit ${page.size} offset ${page.skip}`)
  const total = await tx.row<{ n: bigint }>(sql`select count(*) as n from signal s ${latestOutcome} ${where}`)
  return { rows, total: Number(total?.n ?? 0n) }
}

export const findSignal = (tx: Transaction, countyCode: string, id: string) =>
  tx.row<SignalRecord & { rows: RowUsed[] }>(sql`select ${signalColumns}, s.rows from signal s ${latestOutcome}
    where s.county_code = ${countyCode} and s.id = ${id}`)

export const outcomesOf = (tx: Transaction, countyCode: string, signalId: string): Promise<Outcome[]> =>
  tx.rows<Outcome>(sql`select id, outcome, measure, reason, decided_at as "decidedAt", decided_by as "decidedBy" from signal_outcome
    where county_code = ${countyCode} and signal_id = ${signalId} order by decided_at, id`)

export const insertOutcome = (tx: Transaction, countyCode: string, realm: string, signalId: string, outcome: Outcome): Promise<number> =>
  tx.run(sql`insert into signal_outcome (county_code, id, realm, signal_id, outcome, measure, reason, decided_at, decided_by)
    values (${countyCode}, ${outcome.id}, ${realm}, ${signalId}, ${outcome.outcome}, ${outcome.measure}, ${outcome.reason}, ${outcome.decidedAt},
      ${outcome.decidedBy})`)

/** How many signals of each rule and version were raised in scope, and what came of them. */
export const outcomesByRule = (tx: Transaction) =>
  tx.rows<{ rule: string; version: number; raised: number; confirmed: number; cleared: number }>(sql`select s.rule,
      s.rule_version::int as version, count(*)::int as raised, count(*) filter (where o.outcome = 'confirmed')::int as confirmed,
      count(*) filter (where o.outcome = 'cleared')::int as cleared
    from signal s ${latestOutcome} group by 1, 2`)
