import { expect, test } from 'vitest'
import { z } from 'zod'
import { sayIssue } from './say-issue.ts'

const wordsOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value, { reportInput: true }).error?.issues.map(sayIssue)[0]

test.each<[string, z.ZodType, unknown, string, string]>([
  [
    'own words of a form',
    z.string().regex(/^\d{6}$/, '代码为六位数字 / a code has six digits'),
    'x',
    '代码为六位数字',
    'a code has six digits',
  ],
  ['own words of a size', z.string().min(2, '太短 / too short'), 'x', '太短', 'too short'],
  ['own words of a refinement', z.string().refine(() => false, '不行 / no'), 'x', '不行', 'no'],
  ['own words in one language', z.string().refine(() => false, '不行'), 'x', '不行', '不行'],
  ['a missing value', z.object({ a: z.string() }), {}, '没有填写', 'is missing'],
  ['another type', z.string(), 5, '应为文字', 'must be text'],
  ['a list', z.object({}), [], '应为一组字段', 'must be an object'],
  ['a fraction', z.number().int(), 1.5, '应为整数', 'must be a whole number'],
  ['an unknown field', z.strictObject({}), { realm: 'live', b: 1 }, '有不认识的字段：realm、b', 'has unknown fields: realm, b'],
  ['none of the choices', z.enum(['a', 'b']), 'c', '应为以下之一：a、b', 'must be one of: a, b'],
  ['no UUID', z.uuid(), 'x', '编号格式不对，应为 UUID', 'must be a UUID'],
  ['no day', z.iso.date(), '2020-02-30', '应为日历上的日期，如 2020-05-29', 'must be a day of the calendar like 2020-05-29'],
  ['a form without words', z.string().regex(/^a$/), 'b', '格式不对', 'has the wrong form'],
  ['too long', z.string().max(2), 'abc', '最多 2 个字', 'must have at most 2 characters'],
  ['too few', z.array(z.string()).min(1), [], '至少 1 项', 'must have at least 1 items'],
  ['too small', z.number().min(1), 0, '至少为 1', 'must be at least 1'],
])('%s', (_what, schema, value, zh, en) => {
  expect(wordsOf(schema, value)).toEqual({ zh, en })
})
