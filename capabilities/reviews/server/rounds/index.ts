import { drawRoutes } from './draw-routes.ts'
import { expertRoutes } from './expert-routes.ts'
import { outcomeRoutes } from './outcome-routes.ts'
import { reviewerRoutes } from './reviewer-routes.ts'
import { reviewPermissions } from './round-permissions.ts'
import { roundRoutes } from './round-routes.ts'
import { seedRounds } from './round-seed.ts'
import { roundTasks } from './round-tasks.ts'

export { confirmedRounds } from './confirmed-rounds.ts'
export type { ConfirmedRound } from './confirmed-rounds.ts'

/** The expert-review half of the slice: what it adds to the capability. */
export const reviewRounds = {
  permissions: reviewPermissions,
  routes: [...expertRoutes, ...roundRoutes, ...drawRoutes, ...reviewerRoutes, ...outcomeRoutes],
  tasks: roundTasks,
  seed: seedRounds,
}
