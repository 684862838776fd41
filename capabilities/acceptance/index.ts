export {
  Acceptance,
  AcceptanceState,
  acceptanceStateLabels,
  CheckedItem,
  DataDelivery,
  Defect,
  Inspection,
  InspectionLevel,
  OperationCheck,
  Sample,
} from './acceptance.ts'
export { checkDataComplete, dataAsked, dataCompleteness, monthsDue } from './data-completeness.ts'
export type { Completeness } from './data-completeness.ts'
export { checklistOf, checkVisits, defectsOf, lastVisit } from './checklist.ts'
export type { ChecklistItem } from './checklist.ts'
export { drawSample, drawSeed } from './draw-sample.ts'
export type { SampleLevel } from './draw-sample.ts'
export {
  acceptanceCan,
  acceptanceVerbs,
  concludeAcceptance,
  concludeCountyCheck,
  drawAcceptanceSample,
  gateFindings,
  rulesNotMet,
} from './accept.ts'
export type { AcceptanceGround } from './accept.ts'
export { checksToMake, dormantSites, dueChecks, mayCheck } from './operation.ts'
export type { DueCheck } from './operation.ts'
export { wholeProjectAccepted } from './whole-project.ts'
export { reopenAfterCorrection } from './reopen.ts'
export { checkSitesRegistered } from './check-sites.ts'
export { checkReportsComplete } from './reports-complete.ts'
export type { ReportStanding } from './reports-complete.ts'
