import type { Bilingual } from '@jincun/policy'
import { z } from 'zod'

type Issue = z.core.$ZodIssue

const english = z.locales.en().localeError
const chinese = z.locales.zhCN().localeError
const textOf = (said: ReturnType<typeof english>, issue: Issue): string =>
  typeof said === 'string' ? said : (said?.message ?? issue.message)

/** What is wrong with one value, in both languages; schemas of ours write their own words as '中文 / English'. */
export function sayIssue(issue: Issue): Bilingual {
  const plain = textOf(english(issue as z.core.$ZodRawIssue), issue)
  if (issue.code === 'custom' || issue.message !== plain) return ownWords(issue.message)
  return plainWords(issue) ?? { zh: textOf(chinese(issue as z.core.$ZodRawIssue), issue), en: plain }
}

function ownWords(message: string): Bilingual {
  const [zh = message, en = zh] = message.split(' / ')
  return { zh, en }
}

const kinds: Record<string, Bilingual> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'an object' },
  record: { zh: '一组字段', en: 'an object' },
}
const kindOf = (kind: string): Bilingual => kinds[kind] ?? { zh: kind, en: kind }

const formats: Record<string, Bilingual> = {
  uuid: { zh: '编号格式不对，应为 UUID', en: 'must be a UUID' },
  date: { zh: '应为日历上的日期，如 2020-05-29', en: 'must be a day of the calendar like 2020-05-29' },
  datetime: { zh: '应为带时区的时刻，如 2020-05-29T23:59:59+08:00', en: 'must be an instant like 2020-05-29T23:59:59+08:00' },
}

/** The commonest faults in words an official understands; the library's Chinese names types of the program. */
function plainWords(issue: Issue): Bilingual | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return { zh: '没有填写', en: 'is missing' }
      const kind = kindOf(issue.expected)
      return { zh: `应为${kind.zh}`, en: `must be ${kind.en}` }
    }
    case 'unrecognized_keys':
      return { zh: `有不认识的字段：${issue.keys.join('、')}`, en: `has unknown fields: ${issue.keys.join(', ')}` }
    case 'invalid_value':
      return { zh: `应为以下之一：${issue.values.join('、')}`, en: `must be one of: ${issue.values.join(', ')}` }
    case 'invalid_format':
      return formats[issue.format] ?? { zh: '格式不对', en: 'has the wrong form' }
    case 'too_small':
      return sizeWords(issue.origin, issue.minimum, '至少', 'at least')
    case 'too_big':
      return sizeWords(issue.origin, issue.maximum, '最多', 'at most')
    default:
      return undefined
  }
}

function sizeWords(origin: string, limit: number | bigint, zh: string, en: string): Bilingual {
  if (origin === 'string') return { zh: `${zh} ${limit} 个字`, en: `must have ${en} ${limit} characters` }
  if (origin === 'array') return { zh: `${zh} ${limit} 项`, en: `must have ${en} ${limit} items` }
  return { zh: `${zh}为 ${limit}`, en: `must be ${en} ${limit}` }
}
