import type { OrderRow } from '../../capabilities/signals/index.ts'
import type { Random } from './random.ts'

export const firstDay = 18_262 // 2020-01-01
const daySeconds = 86_400

/** What a station is like; an odd one is honest too, and looks it less. */
export type Station = {
  code: string
  contractor: string
  /** Orders on an ordinary day. */
  rate: number
  categories: readonly { buy: number; sell: number; yuan: number }[]
  upShare: number
  /** Hours between which it sells. */
  opens: number
  closes: number
  wholeTens: number
  homeShare: number
  remoteShare: number
  /** Share of orders sold over the network whose waybill is reported. */
  waybillShare: number
}

/** Goods with the ministry's codes and a price of one unit in yuan. */
const goods = [
  [4, 27, 45],
  [5, 28, 38],
  [6, 29, 62],
  [8, 30, 25],
  [9, 32, 150],
  [10, 33, 110],
  [11, 34, 75],
  [13, 36, 22],
  [14, 37, 640],
  [15, 38, 33],
  [16, 39, 18],
  [17, 40, 420],
  [18, 41, 980],
  [20, 43, 130],
  [21, 44, 55],
  [12, 35, 900],
] as const
const away = ['330106', '310115', '440305', '110105', '510107', '420106', '500112', '320505', '370203', '610113'] as const

export const county = '511923'
export const villageOf = (random: Random): string =>
  `${county}${String(100 + random.below(20)).padStart(3, '0')}${String(200 + random.below(9))}`

export function newStation(random: Random, number: number): Station {
  const mixed = [...goods].sort(() => random.next() - 0.5).slice(0, 4 + random.below(6))
  return {
    code: `${county}${String(number).padStart(4, '0')}`,
    contractor: number % 2 ? '91511923MA6DEMA346' : '91511923MA6DEMB351',
    rate: Math.min(9, Math.max(0.8, Math.exp(0.9 + 0.5 * random.normal()))),
    categories: mixed.map(([buy, sell, yuan]) => ({ buy, sell, yuan })),
    upShare: random.between(0.15, 0.6),
    opens: random.between(6.5, 9),
    closes: random.between(18.5, 21.5),
    wholeTens: random.between(0.04, 0.15),
    homeShare: random.between(0.02, 0.12),
    remoteShare: random.between(0.5, 0.9),
    waybillShare: random.between(0.78, 0.99),
  }
}

/** A shelf price: many end in .9, .8 or .5, some are whole tens. */
function priced(random: Random, yuan: number, wholeTens: number): number {
  if (random.chance(wholeTens)) return Math.max(1000, Math.round(yuan / 10) * 1000)
  const whole = Math.floor(yuan)
  const fen = random.chance(0.5) ? random.pick([90, 80, 50, 0]) : random.below(100)
  return Math.max(100, whole * 100 + fen)
}

/** Numbers of orders, parcels and payments, each once. */
export class Numbers {
  #next = 0
  of(kind: string): string {
    return `${kind}${String(++this.#next).padStart(9, '0')}`
  }
}

/** One honest order of a station at an instant. */
export function orderAt(random: Random, numbers: Numbers, station: Station, at: number): OrderRow {
  const up = random.chance(station.upShare)
  const { buy, sell, yuan } = station.categories[random.below(station.categories.length)] ?? { buy: 8, sell: 30, yuan: 25 }
  const units = 1 + random.below(random.chance(0.2) ? 6 : 2)
  const amountFen = priced(random, yuan * units * Math.exp(0.55 * random.normal()), station.wholeTens)
  const remote = random.chance(up ? station.remoteShare : station.remoteShare * 0.6)
  const home = random.chance(station.homeShare)
  return {
    order: numbers.of('D'),
    contractor: station.contractor,
    station: station.code,
    at: Math.floor(at),
    up,
    category: up ? sell : buy,
    quantityThousandths: units * 1000,
    amountFen,
    sellerPlace: up ? villageOf(random) : random.pick(away),
    buyerPlace: up ? (home ? villageOf(random) : random.pick(away)) : villageOf(random),
    channel: remote ? random.pick(['platform', 'livestream', 'social']) : random.pick(['station', 'phone']),
    waybill: random.chance(remote ? station.waybillShare : 0.1) ? numbers.of('Y') : '',
    payment: random.chance(0.93) ? numbers.of('P') : '',
    refundOf: '',
  }
}

export const refundOf = (row: OrderRow, numbers: Numbers, at: number): OrderRow => ({
  ...row,
  order: numbers.of('R'),
  at: Math.floor(at),
  refundOf: row.order,
})

/** The instants of a day's customers. */
export function customersOf(random: Random, station: Station, day: number): number[] {
  if (random.chance(0.04)) return []
  return Array.from(
    { length: random.poisson(station.rate) },
    () => day * daySeconds + random.between(station.opens * 3600, station.closes * 3600),
  )
}

/** The honest orders of a station over days, one in fifty refunded within ten days. */
export function honestRows(random: Random, numbers: Numbers, station: Station, days: number): OrderRow[] {
  const rows: OrderRow[] = []
  for (let day = firstDay; day < firstDay + days; day++)
    for (const at of customersOf(random, station, day)) {
      const row = orderAt(random, numbers, station, at)
      rows.push(row)
      if (random.chance(0.02)) rows.push(refundOf(row, numbers, at + random.between(1, 10) * daySeconds))
    }
  return rows
}
