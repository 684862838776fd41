import { fault, taken } from './cell-fault.ts'
import type { CellReading } from './cell-fault.ts'

// \s covers no-break, ideographic and byte-order-mark spaces. U+200C and U+200D stay inside a text: Mongolian and Uyghur words need them.
const edges = /^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/g
const invisible = /[\u200b\u2060\ufeff]/g

const isControl = (character: string): boolean => (character < ' ' && !'\t\n\r'.includes(character)) || character === '\u007f'

/**
 * Cleans what cannot carry meaning: spaces at the edges, zero-width marks, tabs inside (Excel shows them as spaces).
 * Control characters are a fault.
 */
export function cleanText(text: string): CellReading<string> {
  if ([...text].some(isControl))
    return fault(
      'cell-control-character',
      '含有不可见的控制字符；请删除后重新输入。',
      'Holds an invisible control character; delete it and type the text again.',
    )
  const given = text.replace(/\r\n?/g, '\n')
  const clean = given.replace(edges, '').replace(invisible, '').replace(/\t/g, ' ')
  return clean === given ? taken(clean) : taken(clean, { zh: '已去掉多余的空格或制表符', en: 'surplus spaces or tabs were removed' })
}

/** Full-width digits, signs and letters become half-width; nothing else changes. */
export function cleanDigits(text: string): CellReading<string> {
  const clean = text.replace(/[！-～]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[−－]/g, '-')
  return clean === text ? taken(clean) : taken(clean, { zh: '全角字符已转为半角', en: 'full-width characters were made half-width' })
}
