import type { Capability } from '@jincun/http'
import { rankedLists } from './lists/index.ts'
import { reviewRounds } from './rounds/index.ts'

export { closingOf, provinceName } from './lists/list-facts.ts'
export { demoPlan } from './lists/list-seed.ts'
export { roundYears } from './lists/list-tasks.ts'
export { submittedLists } from './lists/submitted-lists.ts'
export type { SubmittedList } from './lists/submitted-lists.ts'
export { confirmedRounds } from './rounds/index.ts'
export type { ConfirmedRound } from './rounds/index.ts'

/** Reviews: the expert review of county applications, and the province's ranked list that follows from it (5.2, 5.3). */
export const reviews: Capability = {
  name: 'reviews',
  migrations: new URL('./migrations/', import.meta.url),
  permissions: { ...reviewRounds.permissions, ...rankedLists.permissions },
  routes: [...reviewRounds.routes, ...rankedLists.routes],
  tasks: [...reviewRounds.tasks, ...rankedLists.tasks],
  commands: [...rankedLists.commands],
  seed: async context => {
    await reviewRounds.seed(context)
    await rankedLists.seed(context)
  },
}
