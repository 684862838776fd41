import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { invalidInput } from './problem.ts'
import type { Problem } from './problem.ts'
import type { Route } from './route.ts'
import { z } from 'zod'

/** PostgreSQL text cannot hold U+0000, and no name or plan needs one: the first such text, by its path. */
function nulByteAt(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') ? path : undefined
  if (value === null || typeof value !== 'object') return undefined
  for (const [key, member] of Object.entries(value)) {
    const found = nulByteAt(member, `${path}.${key}`)
    if (found) return found
  }
  return undefined
}

function nulByteProblem(where: string): Problem {
  const error = new z.ZodError([{ code: 'custom', path: [], message: '含有不可用的空字符 / holds a NUL character', input: undefined }])
  return invalidInput(where, error)
}

/** How deep a JSON value nests; deeper than any form of ours is an attack. */
const depthLimit = 40
const tooDeep = (value: unknown, depth = 0): boolean =>
  depth > depthLimit || (value !== null && typeof value === 'object' && Object.values(value).some(member => tooDeep(member, depth + 1)))

export type ParsedInput = { params: unknown; query: unknown; body: unknown }

/** Parses params, query and body by the route's schemas; answers the first part that is wrong with all its errors. */
export function parseInput(route: Route, raw: { params: unknown; query: unknown; body: unknown }): Result<ParsedInput, Problem> {
  const parsed: ParsedInput = { params: undefined, query: undefined, body: undefined }
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = route[part]
    if (!schema) continue
    if (tooDeep(raw[part]))
      return refuse(
        invalidInput(part, new z.ZodError([{ code: 'custom', path: [], message: '嵌套过深 / nested too deeply', input: undefined }])),
      )
    const nul = nulByteAt(raw[part], part)
    if (nul) return refuse(nulByteProblem(nul))
    const result = schema.safeParse(raw[part] ?? {})
    if (!result.success) return refuse(invalidInput(part, result.error))
    parsed[part] = result.data
  }
  return accept(parsed)
}
