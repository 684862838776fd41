import type { OrderRow } from '../../capabilities/signals/index.ts'
import { fraudMakers, fraudRows } from './fraud.ts'
import type { FraudKind } from './fraud.ts'
import { honestRows, newStation, Numbers } from './honest.ts'
import { oddMakers } from './odd.ts'
import { Random } from './random.ts'

export type Label = { kind: string; fraud: boolean }
export type MadeCounty = { rows: OrderRow[]; labels: ReadonlyMap<string, Label> }
export type MadeBy = { seed: number; stations: number; days: number; fraudShare: number; oddShare: number; kinds?: readonly FraudKind[] }

const fraudKinds = Object.keys(fraudMakers) as FraudKind[]
const oddKinds = Object.keys(oddMakers) as (keyof typeof oddMakers)[]

/** A made-up county with planted fraud, its stations labelled. Nothing of it is real; the same settings give the same rows. */
export function makeCounty({ seed, stations, days, fraudShare, oddShare, kinds = fraudKinds }: MadeBy): MadeCounty {
  const [random, numbers] = [new Random(seed), new Numbers()]
  const labels = new Map<string, Label>()
  const rows: OrderRow[] = []
  for (let number = 1; number <= stations; number++) {
    const station = newStation(random, number)
    const dice = random.next()
    if (dice < fraudShare) {
      const kind = kinds[number % kinds.length] ?? 'ring'
      labels.set(station.code, { kind, fraud: true })
      rows.push(...fraudRows(kind, random, numbers, station, days))
    } else if (dice < fraudShare + oddShare) {
      const kind = oddKinds[number % oddKinds.length] ?? 'home-market'
      labels.set(station.code, { kind, fraud: false })
      rows.push(...oddMakers[kind](random, numbers, station, days))
    } else {
      labels.set(station.code, { kind: 'honest', fraud: false })
      rows.push(...honestRows(random, numbers, station, days))
    }
  }
  return { rows, labels }
}
