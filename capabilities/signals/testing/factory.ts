import type { OrderRow } from '../index.ts'

const noon = 18_322 * 86_400 + 12 * 3600 // 2020-03-01 12:00 in Shanghai
let last = 0

/** An order that no rule minds; `day` and `second` move it from 2020-03-01 12:00. */
export function testOrder({ day = 0, second = 0, ...change }: Partial<OrderRow> & { day?: number; second?: number } = {}): OrderRow {
  const number = String(++last)
  return {
    order: `D${number}`,
    contractor: '91511923MA6DEMA346',
    station: '5119230001',
    at: noon + day * 86_400 + second,
    up: true,
    category: 27,
    quantityThousandths: 1000,
    amountFen: 4321,
    sellerPlace: '511923100200',
    buyerPlace: '330106',
    channel: 'platform',
    waybill: `Y${number}`,
    payment: `P${number}`,
    refundOf: '',
    ...change,
  }
}

/** `count` orders, each made by what `of` says of its number. */
export const testOrders = (count: number, of: (nth: number) => Parameters<typeof testOrder>[0] = () => ({})): OrderRow[] =>
  Array.from({ length: count }, (_, nth) => testOrder(of(nth)))
