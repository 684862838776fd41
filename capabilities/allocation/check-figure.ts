import type { Bilingual } from '@jincun/policy'
import { figurePattern } from './figures.ts'
import type { ColumnKind } from './input-columns.ts'
import { compare, fromDecimal, whole } from './rational.ts'

export type Complaint = { code: string; message: Bilingual }

const complaint = (code: string, zh: string, en: string): Complaint => ({ code, message: { zh, en } })

/** Why a text is no figure at all, with how to write it. */
function unreadable(text: string): Complaint {
  if (text.startsWith('=')) return complaint('formula', `“${text}”是公式，请填计算后的数值`, `"${text}" is a formula; enter its value`)
  if (/^-\d/.test(text))
    return complaint('negative', `“${text}”是负数，这一列不能小于零`, `"${text}" is negative; this column cannot be below zero`)
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return complaint(
      'thousands-comma',
      `“${text}”带千分位逗号，请写成${text.replaceAll(',', '')}`,
      `"${text}" has thousands commas; write ${text.replaceAll(',', '')}`,
    )
  if (/%$/.test(text))
    return complaint('percent-sign', `“${text}”带百分号，请只写数字`, `"${text}" has a percent sign; write the number alone`)
  if (/^\d+(\.\d+)?$/.test(text))
    return complaint(
      'too-long',
      `“${text}”位数过多（整数最多15位，小数最多10位）`,
      `"${text}" has too many digits (at most 15 before and 10 after the point)`,
    )
  return complaint(
    'not-a-number',
    `“${text}”不是数字，没有公布的请留空`,
    `"${text}" is not a number; leave it empty if it was never published`,
  )
}

const upperBounds: Partial<Record<ColumnKind, number>> = { percent: 100, points: 100, flag: 1 }

/** What is wrong with a figure for a column of that kind, or null; an empty text means never published and is fine. */
export function checkFigure(text: string, kind: ColumnKind): Complaint | null {
  if (text === '') return null
  const value = figurePattern.test(text) ? fromDecimal(text) : null
  if (!value) return unreadable(text)
  if (/\d/.test(text) && text.replace('.', '').replace(/^0+/, '').length > 15)
    return complaint('too-long', `“${text}”超过15位有效数字`, `"${text}" has more than 15 significant digits`)
  if ((kind === 'count' || kind === 'flag') && value.denominator !== 1n)
    return complaint(
      'not-whole',
      `“${text}”不是整数，这一列只能填整数`,
      `"${text}" is not a whole number; this column takes whole numbers only`,
    )
  const bound = upperBounds[kind]
  if (bound !== undefined && compare(value, whole(bound)) > 0)
    return complaint(
      'too-large',
      `“${text}”大于${bound}，这一列应在0至${bound}之间`,
      `"${text}" is above ${bound}; this column runs from 0 to ${bound}`,
    )
  return null
}
