import { endOfShanghaiDay, parseRatio } from '@jincun/kernel'
import type { Bilingual } from './finding.ts'
import type { Parameter, ParameterValue } from './schema.ts'

const isWhole = (value: ParameterValue): boolean => typeof value === 'number' && value >= 0

const isListOf = (value: ParameterValue, shape: RegExp): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(item => shape.test(item)) && new Set(value).size === value.length

const reads = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch {
    return false
  }
}

const isRatio = (value: ParameterValue): boolean => typeof value === 'string' && reads(() => parseRatio(value))

/** A day that is in the calendar: 2020-02-30 is rolled over by Date and so does not come back as written. */
const isDay = (value: ParameterValue): boolean =>
  typeof value === 'string' && reads(() => endOfShanghaiDay(value)) && new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value

const shapes: Record<Parameter['unit'], { fits: (value: ParameterValue) => boolean; write: Bilingual }> = {
  percent: { fits: isWhole, write: { zh: '不带百分号的非负整数，如 150', en: 'a whole number without the sign, such as 150' } },
  ratio: { fits: isRatio, write: { zh: "分数，如 '1/3'", en: "a fraction, such as '1/3'" } },
  count: { fits: isWhole, write: { zh: '非负整数', en: 'a whole number' } },
  points: { fits: isWhole, write: { zh: '非负整数', en: 'a whole number' } },
  fen: { fits: isWhole, write: { zh: '以分为单位的非负整数', en: 'a whole number of 分' } },
  date: { fits: isDay, write: { zh: "日期，如 '2020-05-29'", en: "a day, such as '2020-05-29'" } },
  'place-codes': {
    fits: value => isListOf(value, /^\d{2}(\d{2}){0,2}$/),
    write: { zh: "不重复的区划代码列表，如 ['54', '230184']", en: "place codes without repeats, such as ['54', '230184']" },
  },
  ids: { fits: value => isListOf(value, /^[a-z0-9-]+$/), write: { zh: '不重复的标识列表', en: 'ids without repeats' } },
  flag: { fits: value => typeof value === 'boolean', write: { zh: 'true 或 false', en: 'true or false' } },
}

/** What should have been written where a value does not fit its unit; null when it fits. */
export const wantedInstead = (unit: Parameter['unit'], value: ParameterValue): Bilingual | null =>
  shapes[unit].fits(value) ? null : shapes[unit].write
