import { valueText } from '../value-text.ts'
import type { Carried, ClauseView } from '../clause-view.ts'

/** What a reader may narrow the list to. */
export const shows = ['all', 'carried', 'pending', 'own'] as const
export type Show = (typeof shows)[number]

const fits: Record<Show, (view: ClauseView) => boolean> = {
  all: () => true,
  carried: view => view.carried === 'carried',
  pending: view => view.planned !== null,
  own: view => view.parameters.some(parameter => parameter.origin !== null),
}

/** Everything a reader may look for: ids, words of both languages, rule ids, titles of numbers. */
const wordsOf = (view: ClauseView): string =>
  [
    view.id,
    view.where,
    ...Object.values(view.term),
    ...Object.values(view.paraphrase),
    ...view.rules.flatMap(({ rule, title }) => [rule, title.zh, title.en]),
    ...view.parameters.flatMap(parameter => [parameter.id, ...Object.values(parameter.title), ...Object.values(valueText(parameter))]),
    ...view.entries.flatMap(({ title }) => [title.zh, title.en]),
  ]
    .join('\n')
    .toLowerCase()

/** The clauses of one kind that hold every word sought. */
export function chooseClauses(views: readonly ClauseView[], show: string, find: string): ClauseView[] {
  const kind = shows.find(candidate => candidate === show) ?? 'all'
  const sought = find.trim().toLowerCase().split(/\s+/)
  return views.filter(view => fits[kind](view) && sought.every(word => wordsOf(view).includes(word)))
}

/** How many clauses are in each state. */
export function countCarried(views: readonly ClauseView[]): Record<Carried, number> {
  const count: Record<Carried, number> = { carried: 0, partly: 0, planned: 0, guidance: 0 }
  for (const { carried } of views) count[carried] += 1
  return count
}

/** The year of the notice a reference is of, 'notice-2017/5.1' → '2017'. */
export const yearOfReference = (reference: string): string => /^notice-(\d{4})\//.exec(reference)?.[1] ?? ''
