import { expect, test } from 'vitest'
import { peersOf, stationRules } from './index.ts'
import type { OrderRow, StationRuleCode } from './index.ts'
import { testOrder, testOrders } from './testing/factory.ts'

const back = (row: OrderRow, day: number): OrderRow => testOrder({ refundOf: row.order, day })
const [may, alsoMay] = [testOrder({ day: 20 }), testOrder({ day: 20 })] // 2020-03-21

/** What a rule counts, of what: a case that counts beside one that just does not. */
const cases: [StationRuleCode, string, OrderRow[], [count: number, of: number]][] = [
  ['no-waybill', 'sold over the network, with and without', testOrders(4, nth => ({ waybill: nth < 1 ? '' : `Y${nth}` })), [1, 4]],
  ['no-waybill', 'handed over the counter', testOrders(2, () => ({ waybill: '', channel: 'station' })), [0, 0]],
  ['waybill-used-again', 'four days apart', testOrders(3, nth => ({ waybill: nth < 2 ? 'Y' : 'Z', day: nth * 4 })), [2, 3]],
  ['waybill-used-again', 'three days apart', testOrders(2, nth => ({ waybill: 'Y', day: nth * 3 })), [0, 2]],
  ['payment-used-again', 'four days apart', testOrders(2, nth => ({ payment: 'P', day: nth * 4 })), [2, 2]],
  ['payment-used-again', 'not given is not the same', testOrders(2, nth => ({ payment: '', day: nth * 4 })), [0, 0]],
  ['refunded-after-report', 'in the next month, and in the same', [may, alsoMay, back(may, 31), back(alsoMay, 30)], [1, 2]],
  ['at-night', 'a second before five, and at five', testOrders(2, nth => ({ second: -7 * 3600 - 1 + nth })), [1, 2]],
  ['in-bursts', 'six within two minutes', testOrders(7, nth => ({ second: nth < 6 ? nth * 24 : 999 })), [6, 7]],
  ['in-bursts', 'six within two minutes and a second', testOrders(6, nth => ({ second: nth === 5 ? 121 : nth })), [0, 6]],
  ['in-bursts', 'neighbours of one parcel are one', testOrders(9, nth => ({ second: nth, waybill: 'Y' })), [0, 1]],
  ['evenly-spaced', 'every 90 seconds but once', testOrders(5, nth => ({ second: nth < 4 ? nth * 90 : 900 })), [3, 4]],
  ['evenly-spaced', 'lines of one purchase', testOrders(3, () => ({})), [0, 2]],
  [
    'caught-up',
    'five days empty, then four times a day',
    [...testOrders(4, nth => ({ day: nth })), ...testOrders(4, () => ({ day: 8 }))],
    [4, 8],
  ],
  ['caught-up', 'four days empty', [...testOrders(4, nth => ({ day: nth })), ...testOrders(4, () => ({ day: 7 }))], [0, 8]],
  ['round-amounts', 'whole tens, and ten fen more', testOrders(2, nth => ({ amountFen: 5000 + nth * 10 })), [1, 2]],
  ['same-baskets', 'five alike, four alike', testOrders(9, nth => ({ amountFen: nth < 5 ? 1234 : 777 })), [5, 9]],
  ['sold-at-home', 'bought in the county, and away', testOrders(2, nth => ({ buyerPlace: nth ? '330106' : '511923' })), [1, 2]],
  ['sold-at-home', 'bought on behalf is not looked at', testOrders(2, () => ({ up: false, buyerPlace: '511923' })), [0, 0]],
  [
    'in-rings',
    'there and back, and one way only',
    [
      testOrder({ sellerPlace: '511923100200', buyerPlace: '511923100201' }),
      testOrder({ sellerPlace: '511923100201', buyerPlace: '511923100200' }),
      testOrder({ sellerPlace: '511923100202', buyerPlace: '511923100200' }),
    ],
    [2, 3],
  ],
  ['in-rings', 'within one village', [testOrder({ buyerPlace: '511923100200' })], [0, 1]],
  ['even-steps', 'the total climbs by one step', testOrders(5, nth => ({ day: nth, amountFen: 1000 + nth * 70 })), [4, 4]],
  ['even-steps', 'every step another', testOrders(4, nth => ({ day: nth, amountFen: 1000 + nth * nth * 70 })), [0, 3]],
  ['orders-are-categories', 'four of four', testOrders(4, nth => ({ category: 27 + nth })), [1, 1]],
  ['orders-are-categories', 'four of three', testOrders(4, nth => ({ category: 27 + (nth % 3) })), [0, 1]],
  ['orders-are-categories', 'three are too few', testOrders(3, nth => ({ category: 27 + nth })), [0, 0]],
  [
    'month-repeated',
    'the amounts of 31 days before',
    testOrders(4, nth => ({ day: nth < 2 ? 0 : 31, amountFen: 100 + (nth % 2) })),
    [1, 2],
  ],
  ['month-repeated', 'one amount differs', testOrders(4, nth => ({ day: nth < 2 ? 0 : 31, amountFen: 100 + nth })), [0, 2]],
  ['one-service', 'three of four', testOrders(4, nth => ({ category: nth < 3 ? 27 : 28 })), [3, 4]],
]

test.each(cases)('%s: %s', (code, _what, rows, [count, of]) => {
  const measure = stationRules[code](rows, peersOf([]))
  expect([measure.count, measure.of]).toEqual([count, of])
  expect(measure.rows.length).toBeGreaterThanOrEqual(measure.count > 0 ? 1 : 0)
})

const digits = [1111, 1234, 1555, 2222, 2345, 3456, 4567, 5678, 6789, 9876]
const neighbours = Array.from({ length: 8 }, (_, station) =>
  digits.map(amountFen => testOrder({ station: `${station}`, amountFen })),
).flat()

test('amounts are compared with those of the neighbours, each amount once', () => {
  const like = digits.map(amountFen => testOrder({ amountFen: amountFen + 1 }))
  const unlike = Array.from({ length: 10 }, (_, nth) => testOrder({ amountFen: 9000 + nth }))
  const of = (rows: OrderRow[]): number => stationRules['unusual-digits'](rows, peersOf(neighbours)).count
  expect([of(like) < 2000, of(unlike) > 40_000]).toEqual([true, true])
  expect(of([...unlike, ...unlike])).toBe(of(unlike))
})

test('a price is unusual when no neighbour comes near it; with fewer than eight stations nobody can say', () => {
  const rows = [4000, 400_000, 2].map(amountFen => testOrder({ amountFen }))
  const judged = (peers: OrderRow[]) => stationRules['unusual-prices'](rows, peersOf(peers))
  expect([judged(neighbours).count, judged(neighbours).of]).toEqual([2, 3])
  expect(judged(neighbours.filter(({ station }) => station !== '0')).of).toBe(0)
})
