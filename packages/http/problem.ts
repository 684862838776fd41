import type { RefusalKind } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import type { z } from 'zod'
import type { NoReason } from './route.ts'
import { sayIssue } from './say-issue.ts'

/** An RFC 9457 problem document; `code` is permanent, `message` is in both languages. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  message: Bilingual
  /** The clause the answer rests on, e.g. 'notice-2020/5.3'; absent where none speaks of it, such as a body that cannot be read. */
  clause?: string
  [extension: string]: unknown
}

const statusOf: Record<RefusalKind | 'rules', number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-state': 409,
  conflict: 409,
  'too-large': 413,
  rules: 422,
  'too-many': 429,
}

const make = (status: number, code: string, message: Bilingual, more: Record<string, unknown> = {}): Problem => ({
  type: `urn:jincun:problem:${code}`,
  title: code,
  status,
  code,
  detail: message.zh,
  message,
  ...more,
})

/** The problem document of a refusal or of unmet rules. */
export function problemOf(reason: NoReason): Problem {
  const { kind, code, message, ...rest } = reason
  return make(statusOf[kind], code, message, rest)
}

const megabytes = (limit: number): string => `${limit % 1_048_576 === 0 ? limit / 1_048_576 : limit / 1_000_000} MB`

/** Problem documents for what can go wrong before a handler runs, each with one clear sentence. */
export const problems = {
  unauthenticated: make(401, 'sign-in-needed', { zh: '请先登录。', en: 'Please sign in first.' }),
  forbidden: (action: string) =>
    make(403, 'not-permitted', { zh: '您的角色或辖区不允许此操作。', en: 'Your role or jurisdiction does not permit this.' }, { action }),
  notFound: make(404, 'not-found', { zh: '没有这个地址或记录。', en: 'There is no such address or record.' }),
  conflict: make(409, 'already-exists', {
    zh: '同样的记录已经存在，请刷新后再试。',
    en: 'The same record already exists. Reload and try again.',
  }),
  tooLarge: (limit: number) =>
    make(413, 'too-large', { zh: `内容超过 ${megabytes(limit)} 的上限。`, en: `The body is over the limit of ${megabytes(limit)}.` }),
  unreadableAddress: make(400, 'unreadable-address', {
    zh: '地址写法有误，无法识别。',
    en: 'The address is malformed and cannot be read.',
  }),
  missingReference: make(404, 'reference-not-found', {
    zh: '所引用的记录不存在，请刷新后重新选择。',
    en: 'A record this refers to does not exist. Reload and choose again.',
  }),
  outOfRange: make(400, 'number-out-of-range', {
    zh: '有数字超出可保存的范围，请核对单位和位数。',
    en: 'A number is beyond what can be kept. Check its unit and digits.',
  }),
  tooMany: make(429, 'too-many-requests', { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Try again later.' }),
  foreignOrigin: make(403, 'foreign-origin', {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  }),
  unreadable: make(400, 'unreadable-body', { zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' }),
  wrongType: make(415, 'wrong-content-type', { zh: '请求内容的类型不被接受。', en: 'This content type is not accepted.' }),
  policyGap: (file: string) =>
    make(
      422,
      'policy-missing',
      { zh: `政策数据缺少所需的值，请补充 ${file}。`, en: `The policy data lacks a value. Fill ${file}.` },
      { file },
    ),
  bug: (id: string) =>
    make(
      500,
      'unexpected',
      { zh: `系统出错，编号 ${id}。内容没有保存。`, en: `Something went wrong, number ${id}. Nothing was saved.` },
      { id },
    ),
}

/** Every field that is wrong, where, in both languages (HTTP 400). */
export function invalidInput(part: string, error: z.ZodError): Problem {
  const errors = error.issues.map(issue => ({
    where: [part, ...issue.path.map(String)].join('.'),
    message: sayIssue(issue),
  }))
  const first = errors[0]
  const at = first?.where ?? part
  return make(
    400,
    'invalid-input',
    { zh: `${at}：${first?.message.zh ?? '无效'}`, en: `${at}: ${first?.message.en ?? 'invalid'}` },
    { errors },
  )
}
