import type { Column, Words } from '../column.ts'

/** What may stand in the column, in one sentence, followed by the column's own hint. */
export function describeColumn(column: Column): Words {
  const kind = describeKind(column)
  return column.hint ? { zh: `${kind.zh}${column.hint.zh}`, en: `${kind.en} ${column.hint.en}` } : kind
}

function describeKind(column: Column): Words {
  switch (column.kind) {
    case 'text':
      return column.maxLength === undefined
        ? { zh: '文字。', en: 'Text.' }
        : { zh: `文字，最多 ${column.maxLength} 个字。`, en: `Text of at most ${column.maxLength} characters.` }
    case 'integer':
      return { zh: `整数${range(column).zh}。`, en: `A whole number${range(column).en}.` }
    case 'decimal':
      return { zh: `数字${range(column).zh}。`, en: `A number${range(column).en}.` }
    case 'fenWanYuan':
      return { zh: '金额，单位为万元，最多 6 位小数（到分）。', en: 'An amount in 10,000 yuan, at most 6 decimals (to the fen).' }
    case 'date':
      return { zh: '日期，如 2020-05-29。', en: 'A date, like 2020-05-29.' }
    case 'placeCode':
      return placeCode((column.lengths ?? [6]).map(String))
    case 'choice':
      return {
        zh: `从列表中选择：${column.choices.map(({ title }) => title.zh).join('、')}。`,
        en: `One of: ${column.choices.map(({ title }) => title.en).join(', ')}.`,
      }
  }
}

const placeCode = (lengths: string[]): Words => ({
  zh: `${lengths.join(' 或 ')} 位行政区划代码。`,
  en: `A place code of ${lengths.join(' or ')} digits.`,
})

function range({ min, max }: { min?: number; max?: number }): Words {
  if (min !== undefined && max !== undefined) return { zh: `，${min} 至 ${max}`, en: ` from ${min} to ${max}` }
  if (min !== undefined) return { zh: `，不小于 ${min}`, en: ` of ${min} or more` }
  return max === undefined ? { zh: '', en: '' } : { zh: `，不大于 ${max}`, en: ` of ${max} or less` }
}
