import type { Transaction } from '@jincun/db'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { paymentsOfCounty } from '@jincun/payments/server'
import { signalRulesOn } from '@jincun/policy'
import type { PolicyPack, SignalRule } from '@jincun/policy'
import { derivedId } from '@jincun/proof'
import { ordersInForce, stationsBefore } from '@jincun/reporting/server'
import { costPerActiveStation, dayOf, dormantStations, judgeStations, reportedTwice } from '../index.ts'
import type { OrderRow, Signal, StationVerdict } from '../index.ts'
import type { NewSignal } from './store.ts'

/** Rows one look takes into memory at most; about 300 MB. */
export const ordersMaximum = 500_000

export type Period = { county: string; from: string; to: string }
export type Look = { orders: number; stations: number; signals: NewSignal[]; wholes: { station: string; total: number }[] }

const tooMany: Refusal = {
  kind: 'invalid',
  code: 'too-many-orders',
  where: 'from',
  message: {
    zh: `这段时间的交易超过${ordersMaximum.toLocaleString('en-US')}笔，一次看不完；请缩短时段。`,
    en: `The period holds more than ${ordersMaximum.toLocaleString('en-US')} orders, too many for one look; choose a shorter one.`,
  },
  details: { clause: 'notice-2020/6.3' },
}

const backwards: Refusal = {
  kind: 'invalid',
  code: 'period-backwards',
  where: 'to',
  message: { zh: '截止月份早于起始月份，请调换。', en: 'The last month is before the first; exchange them.' },
  details: { clause: 'notice-2020/6.3' },
}

/** Last day of the period or today, whichever is earlier, in days since 1970-01-01. */
function lastDay(to: string, now: Date): number {
  const [year = 0, month = 0] = to.split('-').map(Number)
  const end = Date.UTC(year, month, 0) / 86_400_000
  return Math.min(end, Date.parse(shanghaiDate(now)) / 86_400_000)
}

async function countySignals(
  tx: Transaction,
  period: Period,
  rows: readonly OrderRow[],
  rules: readonly SignalRule[],
  now: Date,
): Promise<Signal[]> {
  const today = lastDay(period.to, now)
  const known = await stationsBefore(tx, period.county, period.to)
  const paid = (await paymentsOfCounty(tx, period.county)).filter(({ state }) => state === 'paid')
  const contractors = [...Map.groupBy(paid, ({ request }) => request.payee.creditCode)].map(([code, own]) => ({
    code,
    paidFen: own.reduce((sum, { request }) => sum + BigInt(request.amountFen), 0n),
    stations: known.filter(each => each.contractor === code).map(({ station }) => station),
  }))
  return rules.flatMap(rule => {
    if (rule.code === 'dormant-station') return dormantStations([...new Set(known.map(({ station }) => station))], rows, today, rule)
    if (rule.code === 'reported-twice') return reportedTwice(rows, rule)
    if (rule.code === 'cost-per-active-station')
      return costPerActiveStation(
        contractors.filter(({ stations }) => stations.length > 0),
        rows.filter(row => today - dayOf(row) < 60),
        rule,
      )
    return []
  })
}

const record = (
  { county, from, to }: Period,
  { subject, rule, version, count, of, ...rest }: Signal,
  byOrder: ReadonlyMap<string, string>,
): NewSignal => ({
  ...rest,
  id: derivedId(`signal ${county} ${rule} ${version} ${subject.kind} ${subject.code} ${from} ${to} ${count}/${of}`),
  rule,
  version,
  count,
  of,
  from,
  to,
  subjectKind: subject.kind,
  subjectCode: subject.code,
  rows: rest.rows.map(order => ({ order, contractor: byOrder.get(order) ?? '' })),
})

const wholesOf = (verdicts: readonly StationVerdict[]): Look['wholes'] =>
  verdicts
    .filter(({ total }) => total > 0)
    .map(({ station, total }) => ({ station, total }))
    .sort((a, b) => b.total - a.total)
    .slice(0, 200)

/** Looks at a county's orders of some months by the rules in force on the last of them; keeps nothing. */
export async function look(tx: Transaction, policy: PolicyPack, period: Period, now: Date): Promise<Result<Look>> {
  if (period.to < period.from) return refuse(backwards)
  const rows = await ordersInForce(tx, period.county, period.from, period.to, ordersMaximum + 1)
  if (rows.length > ordersMaximum) return refuse(tooMany)
  const rules = signalRulesOn(policy, `${period.to}-28`)
  const verdicts = judgeStations(rows, rules)
  const all = [...verdicts.flatMap(({ signals }) => signals), ...(await countySignals(tx, period, rows, rules, now))]
  const byOrder = new Map(rows.map(({ order, contractor }) => [order, contractor]))
  const signals = all.map(signal => record(period, signal, byOrder))
  return accept({ orders: rows.length, stations: verdicts.length, signals, wholes: wholesOf(verdicts) })
}
