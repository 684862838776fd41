import { useBilingual } from '../messages.ts'
import type { Problem } from './problem.ts'

/** Whether an error's place is the field or a part of it: 'body.plan.goals.2.unit' belongs to 'plan.goals'. */
export const concerns = (where: string, field: string): boolean => {
  const place = where.replace(/^(body|query|params)\./, '')
  return place === field || place.startsWith(`${field}.`)
}

/** For forms: what the server said of a field, in the reader's language, to stand beside it. */
export function useFieldErrors(problem: Problem | null): (field: string) => string | undefined {
  const inLanguage = useBilingual()
  return field => {
    const error = problem?.errors.find(one => concerns(one.where, field))
    if (error) return inLanguage(error.message)
    return problem?.where && concerns(problem.where, field) ? inLanguage(problem.text) : undefined
  }
}
