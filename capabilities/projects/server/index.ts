import type { Capability } from '@jincun/http'
import { assetRoutes } from './asset-routes.ts'
import { checkRoutes } from './check-routes.ts'
import { contractFormRoutes } from './contract-form-routes.ts'
import { contractRoutes } from './contract-routes.ts'
import { contractorRoutes } from './contractor-routes.ts'
import { countyRoutes } from './county-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { permissions } from './permissions.ts'
import { planFileRoutes } from './plan-file.ts'
import { planRoutes } from './plan-routes.ts'
import { procurementRoutes } from './procurement-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { rulingRequestRoutes } from './ruling-request-routes.ts'
import { rulingRoutes } from './ruling-routes.ts'
import { siteRoutes } from './site-routes.ts'
import { seedProjects } from './seed.ts'
import { tasks } from './tasks.ts'
import { tipOffRoutes } from './tip-off-channel.ts'

export {
  assetsOfContract,
  contractPartiesOf,
  contractsByIds,
  contractorsByCode,
  contractsOfOrganisation,
  findContract,
  findContractor,
  findProject,
  gateRulingsOf,
  markAccepted,
  placedSitesOf,
  planInForce,
  plansInForce,
  progressOf,
  projectFileOf,
  projectsOfCounty,
  signedContracts,
  signsOfProject,
  sitesOfProject,
  stageOf,
} from './front-door.ts'

export { tellPaidBy } from './paid-on-contract.ts'
export type { PaidParts } from './paid-on-contract.ts'
export { tellAcceptedBy } from './follow-contracts.ts'
export { correctionsOf, correctSite } from './correct-site.ts'
export { fixSites, holdProject } from './fixed-sites.ts'
export { fileBytesOf, filesNamed, filesOf, keepFile, readFileBytes, uploadBytesMaximum, wantFiles } from './file-store.ts'
export { photosUsedAgain, serialsUsedAgain, wantPhotos } from './photo-uses.ts'
export { addRecord, findRecord, listRecords, saveRecord } from './records.ts'
export type { Kind } from './records.ts'
export { addOnce } from './save-record.ts'
export { AtCounty, AtRecord, auditRecord, byOf, notFound, place, stampOf, today, Year } from './work.ts'
export type { Work } from './work.ts'
export { standingOfProjects } from './work-done.ts'
export type { ProjectStanding } from './work-done.ts'
export { recordApprovedPlan } from './record-approved-plan.ts'
export type { ApprovedPlanOrder } from './record-approved-plan.ts'

/** Projects: approved plans, register, procurement, contracts, assets (3.0, 3.2, 3.6, 6.2, 6.3, 6.4b, 6.4d). */
export const projects: Capability = {
  name: 'projects',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [
    ...countyRoutes,
    ...planRoutes,
    ...checkRoutes,
    ...planFileRoutes,
    ...registerRoutes,
    ...siteRoutes,
    ...contractorRoutes,
    ...procurementRoutes,
    ...contractFormRoutes,
    ...contractRoutes,
    ...rulingRoutes,
    ...rulingRequestRoutes,
    ...assetRoutes,
    ...tipOffRoutes,
    ...ownRoutes,
  ],
  tasks,
  seed: seedProjects,
}
