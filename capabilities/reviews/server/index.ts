import type { Capability } from '@jincun/http'
import { rankedLists } from './lists/index.ts'

/** Reviews: the expert review of county applications, and the province's ranked list that follows from it (5.2, 5.3). */
export const reviews: Capability = {
  name: 'reviews',
  migrations: new URL('./migrations/', import.meta.url),
  permissions: { ...rankedLists.permissions },
  routes: [...rankedLists.routes],
  tasks: [...rankedLists.tasks],
  commands: [...rankedLists.commands],
  seed: async context => {
    await rankedLists.seed(context)
  },
}
