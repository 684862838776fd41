import type { Bilingual } from '@jincun/policy'

/** 上行 = up, to the city, sold on behalf; 下行 = down, to the countryside, bought on behalf. Never added together. */
export type Direction = 'up' | 'down'

export const directionLabels: Record<Direction, Bilingual> = {
  up: { zh: '上行（代卖）', en: 'Up (selling on behalf)' },
  down: { zh: '下行（代买）', en: 'Down (buying on behalf)' },
}

/** Columns of the transaction stream in the order of its template; policy/reports/transactions-1.yaml says what each holds. */
export const transactionColumns = [
  'order',
  'business_time',
  'entry_time',
  'direction',
  'category',
  'quantity',
  'amount_yuan',
  'seller_place',
  'buyer_place',
  'channel',
  'station',
  'waybill',
  'payment_reference',
  'refund_of',
] as const
export type TransactionColumn = (typeof transactionColumns)[number]

/** One order as reported. Times are Asia/Shanghai 'YYYY-MM-DD HH:MM:SS'; money is 分, quantity thousandths; '' is not given. */
export type Transaction = {
  row: number
  order: string
  businessTime: string
  entryTime: string
  direction: Direction
  category: number
  quantityThousandths: number
  amountFen: number
  sellerPlace: string
  buyerPlace: string
  channel: string
  station: string
  waybill: string
  paymentReference: string
  refundOf: string
}
