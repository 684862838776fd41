import type { BusinessDate } from '@jincun/kernel'
import type { LetterBlock, LetterNumber } from './letter.ts'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 in Chinese: 十, 十一, 二十, 二十一. */
export function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}

/** '2020-05-09' → '2020年5月9日': year in full, no filling zeros (7.3.5.4). */
export const letterDate = (date: BusinessDate): string => date.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** 川商〔2020〕12号: brackets 〔〕, year in full, no 第, no filling zeros (7.2.5). */
export const letterNumber = ({ issuerCode, year, serial }: LetterNumber): string => `${issuerCode}〔${year}〕${serial}号`

const headingForms = [
  (n: number) => `${chineseNumeral(n)}、`,
  (n: number) => `（${chineseNumeral(n)}）`,
  (n: number) => `${n}.`,
  (n: number) => `（${n}）`,
]

/** The numbers of the headings (7.3.3), one for each block and '' where a block is none; a level starts anew under each higher heading. */
export function headingNumbers(blocks: readonly LetterBlock[]): string[] {
  const counts = [0, 0, 0, 0]
  return blocks.map(block => {
    if (block.kind !== 'heading') return ''
    const level = block.level - 1
    counts[level] = (counts[level] ?? 0) + 1
    counts.fill(0, level + 1)
    return headingForms[level]?.(counts[level] ?? 0) ?? ''
  })
}
