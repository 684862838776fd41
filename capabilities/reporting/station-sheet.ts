import { z } from 'zod'
import type { TransactionColumn } from './transaction.ts'

const Code = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(/^([A-Za-z0-9][A-Za-z0-9_./:#-]*)?$/, '只能由字母、数字和 -_./:# 组成 / letters, digits and -_./:# only')

/** One order of a day as the keeper of a station writes it down. Its number is made where it is written, so that it is the same order however often it is sent. */
export const SheetOrder = z.strictObject({
  number: Code(64).min(1),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为时间，如 14:30 / a time such as 14:30'),
  direction: z.enum(['up', 'down']),
  /** The ministry's code of the category, of buying or of selling. */
  category: z.string().regex(/^\d{1,2}$/),
  quantity: z.string().min(1).max(20),
  amountYuan: z.string().min(1).max(20),
  /** Where the other party is: who sells what is bought on behalf, who buys what is sold. */
  otherPlace: z.string().regex(/^\d{6}$/, '应为6位地区代码 / a place code of six digits'),
  waybill: Code(64),
  payment: Code(64),
})
export type SheetOrder = z.infer<typeof SheetOrder>

/** A day of a station (6.4c): its orders, or none, which says that there was no trade. */
export const StationSheet = z.strictObject({
  id: z.uuid(),
  station: z.string().min(7).max(32),
  day: z.iso.date('应为日期，如 2020-05-08 / a day such as 2020-05-08'),
  orders: z.array(SheetOrder).max(500),
  writtenAt: z.iso.datetime({ offset: true }),
  /** The photo or scan it was typed from; null where it was written on the phone. */
  paperFileId: z.uuid().nullable(),
})
export type StationSheet = z.infer<typeof StationSheet>

/** The orders of a sheet as rows of the transaction stream: judged, kept and summed like everyone's. */
export function sheetRows(sheet: StationSheet, countyCode: string, writtenAt: string): Record<TransactionColumn, string>[] {
  return sheet.orders.map(order => ({
    order: order.number,
    business_time: `${sheet.day} ${order.time}:00`,
    entry_time: writtenAt,
    direction: order.direction,
    category: order.category,
    quantity: order.quantity,
    amount_yuan: order.amountYuan,
    seller_place: order.direction === 'up' ? countyCode : order.otherPlace,
    buyer_place: order.direction === 'up' ? order.otherPlace : countyCode,
    channel: 'station',
    station: sheet.station,
    waybill: order.waybill,
    payment_reference: order.payment,
    refund_of: '',
  }))
}
