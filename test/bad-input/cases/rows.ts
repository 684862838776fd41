import type { InjectOptions } from 'fastify'
import type { BadRequest, World } from '../bad-request.ts'

/** Status, code and sentence, and where the answer points. */
export type Answer = readonly [number, string, string, string?]

/** What is wrong · who sends it · the request · the one answer it must get. */
export type Row = readonly [string, string, (world: World) => InjectOptions, Answer]

/** Cases as a table, for forms whose fields are wrong in many ways. */
export const rowsOf = (rows: readonly Row[]): BadRequest[] =>
  rows.map(([name, who, send, [status, code, says, where]]) => ({ name, who, send, status, code, says, ...(where ? { where } : {}) }))

/** A field that cannot be read: named in the sentence and beside it. */
export const field = (where: string, says: string): Answer => [400, 'invalid-input', `${where}：${says}`, where]
export const strange = (name: string): Answer => field('body', `有不认识的字段：${name}`)
export const notPermitted: Answer = [403, 'not-permitted', '您的角色或辖区不允许此操作。']
export const noRecord: Answer = [404, 'no-such-record', '没有这条记录，或不在您的权限范围内。']
export const noFile: Answer = [400, 'file-not-on-file', '所附文件不在册；请先上传文件，再填写它。']
