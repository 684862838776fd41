import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { invalidInput } from './problem.ts'
import type { Problem } from './problem.ts'
import type { Route } from './route.ts'
import { z } from 'zod'

/** PostgreSQL text cannot hold U+0000 or half of a surrogate pair, and no name or plan needs one. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** The path of the first text, or key, that cannot be stored. */
function unstorableAt(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path
  if (value === null || typeof value !== 'object') return undefined
  for (const [key, member] of Object.entries(value)) {
    if (!isStorable(key)) return path
    const found = unstorableAt(member, `${path}.${key}`)
    if (found) return found
  }
  return undefined
}

const fault = (where: string, message: string): Problem =>
  invalidInput(where, new z.ZodError([{ code: 'custom', path: [], message, input: undefined }]))

/** How deep a JSON value nests; deeper than any form of ours is an attack. */
const depthLimit = 40
const tooDeep = (value: unknown, depth = 0): boolean =>
  depth > depthLimit || (value !== null && typeof value === 'object' && Object.values(value).some(member => tooDeep(member, depth + 1)))

export type ParsedInput = { params: unknown; query: unknown; body: unknown }

/** Parses params, query and body by the route's schemas; answers the first part that is wrong with all its errors. */
export function parseInput(route: Pick<Route, 'params' | 'query' | 'body'>, raw: ParsedInput): Result<ParsedInput, Problem> {
  const parsed: ParsedInput = { params: undefined, query: undefined, body: undefined }
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = route[part]
    if (!schema) continue
    if (tooDeep(raw[part])) return refuse(fault(part, '嵌套过深 / is nested too deeply'))
    const unstorable = unstorableAt(raw[part], part)
    if (unstorable) return refuse(fault(unstorable, '含有不可用的字符 / holds a character that cannot be kept'))
    const result = schema.safeParse(raw[part] ?? {}, { reportInput: true })
    if (!result.success) return refuse(invalidInput(part, result.error))
    parsed[part] = result.data
  }
  return accept(parsed)
}
