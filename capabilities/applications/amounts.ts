import { z } from 'zod'

/** Money in 分 as text, because JSON has no whole numbers of that size: '185000000' is 185 万元. Never negative. */
export const FenText = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, '金额应为不小于 0 的整数分 / an amount is a whole number of fen, not below 0')
export type FenText = z.infer<typeof FenText>

/** A plain decimal number as text: '12.5', '-3', '1200000'. At most six decimals. */
export const DecimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, '应为十进制数，如 12.5 / a decimal number such as 12.5')
export type DecimalText = z.infer<typeof DecimalText>

/** A day that exists, as 'YYYY-MM-DD' in Asia/Shanghai. */
export const DayText = z.iso.date('应为日期，如 2020-12-31 / a date such as 2020-12-31')
export type DayText = z.infer<typeof DayText>

/** An id given by the caller, stable over the life of an item, so that two authors and two versions mean the same item. */
export const ItemId = z
  .string()
  .regex(/^[0-9a-z][0-9a-z-]{0,63}$/, '标识应为小写字母、数字和连字符 / an id of lower-case letters, digits and hyphens')
export type ItemId = z.infer<typeof ItemId>

/** One line of text up to a length; '' is "not said yet". */
export const Line = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^\P{Cc}*$/u, '应为一行文字 / one line of text')

/** Several lines of text up to a length; '' is "not said yet". */
export const Prose = (length: number) => z.string().max(length)

const scaleOf = (text: DecimalText): number => text.split('.')[1]?.length ?? 0

/** Two decimals as whole numbers of the same scale, so that they compare and divide exactly. */
export function scaled(a: DecimalText, b: DecimalText): [bigint, bigint] {
  const scale = Math.max(scaleOf(a), scaleOf(b))
  const whole = (text: DecimalText) => BigInt(text.replace('.', '') + '0'.repeat(scale - scaleOf(text)))
  return [whole(a), whole(b)]
}

/** −1, 0 or 1; exact: '0.10' equals '0.1'. */
export function compareDecimals(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  const [left, right] = scaled(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** 分 of a text, 0n for "not said yet". */
export const fenOf = (text: FenText | null): bigint => BigInt(text ?? '0')
