import { reaches, strengthOf } from './measure.ts'
import type { OrderRow } from './order-row.ts'
import { peersOf } from './peers.ts'
import type { Peers } from './peers.ts'
import { rowsKept } from './signal.ts'
import type { Signal } from './signal.ts'
import type { SignalRule } from '@jincun/policy'
import { stationRules } from './station-rules.ts'
import type { StationRuleCode } from './station-rules.ts'

/** What the rules say of one station: its signals, and all of it in one number (hundredths). */
export type StationVerdict = { station: string; orders: number; signals: Signal[]; total: number }

/** No rule alone counts for more than four times its threshold. */
const ceiling = 400

const isCode = (code: string): code is StationRuleCode => code in stationRules

function judge(station: string, rows: readonly OrderRow[], peers: Peers, rules: readonly SignalRule[]): StationVerdict {
  const signals: Signal[] = []
  let total = 0
  for (const { code, version, clause, atLeast, threshold, weight } of rules) {
    if (!isCode(code)) continue
    const measure = stationRules[code](rows, peers)
    if (measure.of < atLeast) continue
    total += Math.floor((strengthOf(measure, threshold, ceiling) * weight) / 100)
    if (!reaches(measure, threshold)) continue
    const { count, of } = measure
    const kept = measure.rows.slice(0, rowsKept).map(({ order }) => order)
    signals.push({ rule: code, version, clause, subject: { kind: 'station', code: station }, count, of, threshold, rows: kept })
  }
  return { station, orders: rows.length, signals, total }
}

/**
 * Judges every station of a county by the same rules (domain rows 2, 9–11, 32). `rows`: the orders in force of the county and period, refunds
 * among them, in any order. Rows without a station are left out: they belong to no site.
 */
export function judgeStations(rows: readonly OrderRow[], rules: readonly SignalRule[]): StationVerdict[] {
  const peers = peersOf(rows)
  const byStation = Map.groupBy(
    rows.filter(({ station }) => station !== ''),
    ({ station }) => station,
  )
  return [...byStation]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([station, own]) =>
      judge(
        station,
        own.toSorted((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1)),
        peers,
        rules,
      ),
    )
}
