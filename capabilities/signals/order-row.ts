/** One order in force as it was reported, as far as signals look at it. Money is 分, quantity thousandths. */
export type OrderRow = {
  order: string
  contractor: string
  /** Code of the station; '' is not given. */
  station: string
  /** Business time in seconds of the Asia/Shanghai clock since 1970-01-01 00:00 there: a day is 86,400 of them. */
  at: number
  up: boolean
  category: number
  quantityThousandths: number
  amountFen: number
  sellerPlace: string
  buyerPlace: string
  channel: string
  waybill: string
  payment: string
  /** The order this one refunds; '' is an order of its own. */
  refundOf: string
}

const daySeconds = 86_400

/** Days since 1970-01-01 of the Shanghai calendar. */
export const dayOf = ({ at }: Pick<OrderRow, 'at'>): number => Math.floor(at / daySeconds)

/** Seconds since midnight in Shanghai. */
export const secondOfDay = ({ at }: Pick<OrderRow, 'at'>): number => at - Math.floor(at / daySeconds) * daySeconds

export const isOrder = ({ refundOf }: OrderRow): boolean => refundOf === ''

/** Orders, those of one parcel and day as one: neighbours who buy together send one basket many times, and one parcel comes. */
export function parcelsOf(rows: readonly OrderRow[]): OrderRow[] {
  const seen = new Set<string>()
  return rows.filter(row => {
    if (!isOrder(row)) return false
    const parcel = `${row.waybill} ${dayOf(row)}`
    if (row.waybill !== '' && seen.has(parcel)) return false
    seen.add(parcel)
    return true
  })
}
