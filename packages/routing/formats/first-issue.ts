import type { z } from 'zod'
import { wrongInput } from './wrong-input.ts'

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`)).join('')

/** The first thing wrong with a document, at its place, as one sentence. Messages of ours are 'en / zh'. */
export function firstIssue(error: z.ZodError, code = 'wrong-shape') {
  const issue = error.issues[0]
  const where = pathOf(issue?.path ?? [])
  const [en, zh] = (issue?.message ?? '').split(' / ')
  return wrongInput(code, where === '' ? 'file' : where, en ?? 'wrong value', zh ?? `此处数据有误（${en}）`)
}
