import type { OrderRow } from '../../capabilities/signals/index.ts'
import { firstDay, honestRows, orderAt, refundOf, villageOf } from './honest.ts'
import type { Numbers, Station } from './honest.ts'
import type { Random } from './random.ts'

/** `fake`: invented orders for one that is real. */
type Maker = (random: Random, numbers: Numbers, station: Station, days: number, fake: number) => OrderRow[]
const daySeconds = 86_400
const monthStarts = [0, 31, 60, 91, 121, 152] // 2020

const few = (station: Station): Station => ({ ...station, rate: station.rate * 0.5 })
const daysOf = (days: number): number[] => Array.from({ length: days }, (_, index) => firstDay + index)
const lastDays = (days: number): number[] => monthStarts.filter(start => start > 0 && start < days).map(start => firstDay + start - 1)

/** An invented order: nothing carried it, mostly. */
const invented = (random: Random, numbers: Numbers, station: Station, at: number): OrderRow => ({
  ...orderAt(random, numbers, { ...station, upShare: 0.8, remoteShare: 1 }, at),
  waybill: random.chance(0.25) ? numbers.of('Y') : '',
})

const spread = (random: Random, station: Station, days: number, fake: number, make: (at: number) => OrderRow): OrderRow[] =>
  daysOf(days).flatMap(day =>
    Array.from({ length: random.poisson(station.rate * 0.5 * fake) }, () => make(day * daySeconds + random.between(8, 20) * 3600)),
  )

/** Ways fraud was really done (domain rows 9–11, 32), each beside some honest trade. */
export const fraudMakers = {
  /** Two villages sell each other the same goods. */
  ring: (random, numbers, station, days, fake) => {
    const [one, other] = [villageOf(random), villageOf(random)]
    return spread(random, station, days, fake, at => {
      const [sellerPlace, buyerPlace] = random.chance(0.5) ? [one, other] : [other, one]
      return { ...invented(random, numbers, station, at), up: true, category: 28, sellerPlace, buyerPlace }
    })
  },
  /** A program makes orders at a fixed beat, at night. */
  script: (random, numbers, station, days, fake) =>
    daysOf(days)
      .filter(() => random.chance(0.4))
      .flatMap(day => {
        const [start, beat] = [day * daySeconds + random.between(0, 4) * 3600, 90 + random.below(400)]
        return Array.from({ length: Math.ceil(station.rate * fake) }, (_, nth) => ({
          ...invented(random, numbers, station, start + nth * beat),
          amountFen: 500 + random.below(30_000),
        }))
      }),
  /** Waybills and payments of last month stand behind this month's orders. */
  'old-papers': (random, numbers, station, days, fake) => {
    const old = Array.from({ length: 40 }, () => ({ waybill: numbers.of('Y'), payment: numbers.of('P') }))
    return spread(random, station, days, fake, at => ({ ...invented(random, numbers, station, at), ...old[random.below(old.length)] }))
  },
  /** Sales at the end of the month that are taken back when it was reported. */
  'refunded-later': (random, numbers, station, days, fake) =>
    lastDays(days).flatMap(day =>
      Array.from({ length: Math.ceil(station.rate * fake * 6) }, () => {
        const row = orderAt(random, numbers, { ...station, upShare: 0.9, remoteShare: 1 }, day * daySeconds + random.between(9, 19) * 3600)
        return [row, refundOf(row, numbers, row.at + random.between(1.5, 6) * daySeconds)]
      }).flat(),
    ),
  /** On the last day of the month what is lacking is typed in at one go, in round sums. */
  'typed-in': (random, numbers, station, days, fake) =>
    lastDays(days).flatMap(day => {
      const start = day * daySeconds + random.between(9, 17) * 3600
      return Array.from({ length: Math.ceil(station.rate * fake * 8) }, (_, nth) => ({
        ...invented(random, numbers, station, start + nth * 15),
        amountFen: (1 + random.below(60)) * 1000,
      }))
    }),
  /** The daily total climbs by a step and falls back: a feed that a program keeps up. */
  feed: (random, numbers, station, days) => {
    const step = 1000 + random.below(4000)
    return daysOf(days).map((day, nth) => ({
      ...orderAt(random, numbers, station, day * daySeconds + 12 * 3600),
      amountFen: 20_000 + (nth % 15) * step,
      waybill: '',
    }))
  },
  /** The form's rows are sent as orders: one of each category a day. */
  'form-rows': (random, numbers, station, days) =>
    daysOf(days).flatMap(day =>
      station.categories.slice(0, 8).map(({ sell }) => ({
        ...orderAt(random, numbers, station, day * daySeconds + random.between(9, 18) * 3600),
        up: true,
        category: sell,
      })),
    ),
  /** Last month again, under new order numbers. */
  'month-again': (random, numbers, station, days) => {
    const first = honestRows(random, numbers, station, 30).filter(({ refundOf }) => refundOf === '')
    return [0, 30, 60]
      .filter(shift => shift < days)
      .flatMap(shift =>
        first.map(row => ({ ...row, order: numbers.of('D'), waybill: shift ? '' : row.waybill, at: row.at + shift * daySeconds })),
      )
  },
  /** Household goods booked as the farm produce that is paid for. */
  'wrong-category': (random, numbers, station, days, fake) =>
    spread(random, station, days, fake, at => ({
      ...orderAt(random, numbers, { ...station, upShare: 1 }, at),
      category: 28,
      quantityThousandths: 1000,
      amountFen: Math.round(60_000 * Math.exp(0.4 * random.normal())),
    })),
  /** Hired buyers: parcels go out empty, baskets alike, in waves. */
  brushers: (random, numbers, station, days, fake) =>
    daysOf(days)
      .filter(() => random.chance(0.3))
      .flatMap(day => {
        const start = day * daySeconds + random.between(21, 26) * 3600
        const one = orderAt(random, numbers, { ...station, upShare: 1, remoteShare: 1 }, start)
        return Array.from({ length: Math.ceil(station.rate * fake * 1.5) }, (_, nth) => ({
          ...one,
          order: numbers.of('D'),
          waybill: numbers.of('Y'),
          payment: numbers.of('P'),
          at: Math.floor(start + nth * random.between(8, 40)),
        }))
      }),
} as const satisfies Record<string, Maker>

export type FraudKind = keyof typeof fraudMakers

export const fraudRows = (kind: FraudKind, random: Random, numbers: Numbers, station: Station, days: number): OrderRow[] => {
  const alone = kind === 'month-again' || kind === 'feed' || kind === 'form-rows'
  const honest = alone ? [] : honestRows(random, numbers, few(station), days)
  return [...honest, ...fraudMakers[kind](random, numbers, station, days, random.between(0.3, 3))]
}
