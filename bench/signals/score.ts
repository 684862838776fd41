import { judgeStations } from '../../capabilities/signals/index.ts'
import type { SignalRule } from '@jincun/policy'
import { makeCounty } from './make-county.ts'
import type { MadeBy } from './make-county.ts'

/** What was said of one made-up station, and what it is. */
export type Judged = { kind: string; fraud: boolean; signals: ReadonlySet<string>; total: number }

/** Judges made-up counties, one a seed. */
export const judgeCounties = (made: Omit<MadeBy, 'seed'>, seeds: readonly number[], rules: readonly SignalRule[]): Judged[] =>
  seeds.flatMap(seed => {
    const { rows, labels } = makeCounty({ ...made, seed })
    return judgeStations(rows, rules).map(({ station, signals, total }) => {
      const { kind, fraud } = labels.get(station) ?? { kind: 'unknown', fraud: false }
      return { kind, fraud, signals: new Set(signals.map(({ rule }) => rule)), total }
    })
  })

export type Score = { raised: number; right: number; of: number }

/** How many were raised, rightly, of how many there are. */
export const scoreOf = (judged: readonly Judged[], raised: (each: Judged) => boolean, meant: (each: Judged) => boolean): Score => {
  const all = judged.filter(raised)
  return { raised: all.length, right: all.filter(meant).length, of: judged.filter(meant).length }
}

/** The lowest whole above which at most one honest station in a hundred lies. */
export function onePercentLine(judged: readonly Judged[]): number {
  const totals = judged
    .filter(({ fraud }) => !fraud)
    .map(({ total }) => total)
    .sort((a, b) => b - a)
  return (totals[Math.floor(totals.length / 100)] ?? 0) + 1
}
