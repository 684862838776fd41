import type { OrderRow } from '../../capabilities/signals/index.ts'
import { customersOf, firstDay, honestRows, orderAt } from './honest.ts'
import type { Numbers, Station } from './honest.ts'
import type { Random } from './random.ts'

type Maker = (random: Random, numbers: Numbers, station: Station, days: number) => OrderRow[]
const daySeconds = 86_400

const daysOf = (days: number): number[] => Array.from({ length: days }, (_, index) => firstDay + index)

/** Honest stations that look odd: each trips a rule or two, and must not be taken for fraud on the whole. */
export const oddMakers = {
  /** Sells by live stream in the evening until far past midnight, with parcels behind it. */
  'night-livestream': (random, numbers, station, days) =>
    honestRows(random, numbers, { ...station, opens: 19, closes: 26, upShare: 0.7 }, days).map(row =>
      row.waybill ? { ...row, channel: 'livestream' } : row,
    ),
  /** One kind of fruit at one price for the season. */
  'one-product': (random, numbers, station, days) =>
    honestRows(random, numbers, { ...station, upShare: 0.9, categories: station.categories.slice(0, 1) }, days).map(row =>
      row.refundOf || !row.up || random.chance(0.25) ? row : { ...row, quantityThousandths: 1000, amountFen: 3990 },
    ),
  /** Open on market days, every fifth day, and crowded then. */
  'market-day': (random, numbers, station, days) =>
    daysOf(days)
      .filter(day => day % 5 === 0)
      .flatMap(day => customersOf(random, { ...station, rate: station.rate * 5, opens: 8, closes: 12 }, day))
      .map(at => orderAt(random, numbers, station, at)),
  /** Neighbours buy together: a dozen equal baskets within a minute or two, one parcel for all. */
  'group-purchase': (random, numbers, station, days) => [
    ...honestRows(random, numbers, station, days),
    ...daysOf(days)
      .filter(day => day % 9 === 4)
      .flatMap(day => {
        const at = day * daySeconds + random.between(18, 20) * 3600
        const one = { ...orderAt(random, numbers, { ...station, upShare: 0 }, at), channel: 'social', waybill: numbers.of('Y') }
        return Array.from({ length: 8 + random.below(6) }, (_, nth) => ({
          ...one,
          order: numbers.of('D'),
          payment: numbers.of('P'),
          at: one.at + nth * 7 + random.below(6),
        }))
      }),
  ],
  /** Shut for the winter, then the harvest goes out at once. */
  'after-a-pause': (random, numbers, station, days) => [
    ...honestRows(random, numbers, station, days).filter(({ at }) => Math.floor(at / daySeconds) > firstDay + 35),
    ...customersOf(random, { ...station, rate: station.rate * 5 }, firstDay + 34).map(at =>
      orderAt(random, numbers, { ...station, upShare: 0.9 }, at),
    ),
  ],
  /** Cash at the counter, rounded to ten yuan. */
  'cash-in-tens': (random, numbers, station, days) => honestRows(random, numbers, { ...station, wholeTens: 0.6, remoteShare: 0.2 }, days),
  /** Sells the villages' produce to kitchens of the county town. */
  'home-market': (random, numbers, station, days) => honestRows(random, numbers, { ...station, homeShare: 0.7, remoteShare: 0.3 }, days),
} as const satisfies Record<string, Maker>
