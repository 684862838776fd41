import type { Fen } from '@jincun/kernel'
import { z } from 'zod'

/** Money in 分 as text, because JSON has no whole numbers of that size. Never negative. */
export const FenText = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, '金额应为不小于 0 的整数分 / an amount is a whole number of fen, not below 0')
export type FenText = z.infer<typeof FenText>

/** A day that exists, as 'YYYY-MM-DD' in Asia/Shanghai. */
export const DayText = z.iso.date('应为日期，如 2020-12-31 / a date such as 2020-12-31')
export type DayText = z.infer<typeof DayText>

/** A caller-given id, stable over the life of an item. */
export const ItemId = z
  .string()
  .regex(/^[0-9a-z][0-9a-z-]{0,63}$/, '标识应为小写字母、数字和连字符 / an id of lower-case letters, digits and hyphens')
export type ItemId = z.infer<typeof ItemId>

/** One line of text up to a length; '' is "not said yet". */
export const Line = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(/^\P{Cc}*$/u, '应为一行文字 / one line of text')

/** One line that must say something. */
export const Named = (length: number) => Line(length).min(1, '请填写 / fill this in')

/** Several lines of text up to a length. */
export const Prose = (length: number) => z.string().trim().max(length)

/** A reason that must be given. */
export const Reason = z.string().trim().min(1, '请写明理由 / give the reason').max(2_000)

/** 分 of a text. */
export const fenOf = (text: FenText): Fen => BigInt(text)

export const sumFen = <T>(items: readonly T[], of: (item: T) => FenText): Fen => items.reduce((sum, item) => sum + fenOf(of(item)), 0n)
