import type { Capability } from '@jincun/http'
import { applicationRoutes } from './application-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { listRoutes } from './list-routes.ts'
import { permissions } from './permissions.ts'
import { seedApplications } from './seed.ts'
import { stepRoutes } from './step-routes.ts'
import { tasks } from './tasks.ts'

export { findApplication, findApplications } from './store.ts'
export type { Stored } from './store.ts'
export { listApplications } from './store-lists.ts'
export type { ListFilter, ListRow } from './store-lists.ts'
export { findSubmission, submissionsOf } from './store-records.ts'
export { readAttachment } from './store-files.ts'
export type { AttachmentRow } from './store-files.ts'
export { acceptedSubmissions, submissionsForReview } from './submissions-for-review.ts'
export type { AcceptedSubmission } from './submissions-for-review.ts'
export { submissionHashes } from './submission-hashes.ts'
export { measuredByCounty } from './grounds.ts'
export { knownOf } from './work.ts'

/** County applications 县申报: written by the county, judged by the province, reopened by the centre. */
export const applications: Capability = {
  name: 'applications',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [...listRoutes, ...applicationRoutes, ...stepRoutes, ...fileRoutes],
  tasks,
  seed: seedApplications,
}
