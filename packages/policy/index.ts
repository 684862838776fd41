export { PolicyFault } from './fault.ts'
export { Bilingual, ClauseRef, Finding, FindingStatus, Force, RowRef } from './finding.ts'
export type { Reasons } from './finding.ts'
export { MinistryForm, MinistrySystem } from './ministry-schema.ts'
export { ministryFormFor, ministrySystemFor } from './ministry-systems.ts'
export { mayProceed, stops, wantsReason } from './may-proceed.ts'
export {
  clauseOf,
  countOf,
  deadlineOf,
  factorSheetFor,
  fenOf,
  idsOf,
  listFor,
  parameterFor,
  PolicyGap,
  ratioOf,
  ruleBookFor,
  scorecardFor,
  standardFor,
  workPlanFor,
} from './read.ts'
export type { ParameterForYear, StandardInForce } from './read.ts'
export { goodsCategoriesFor, reportTypeFor, reportTypesOn } from './read-reports.ts'
export { GoodsCategories, ReportField, ReportType } from './report-schema.ts'
export { SignalRule } from './signal-schema.ts'
export { signalRulesOn } from './signals.ts'
export {
  Clause,
  FactorSheet,
  Parameter,
  ParameterValue,
  PolicyList,
  ProvincialStandard,
  RuleBook,
  RuleEntry,
  Scorecard,
  Source,
  WorkPlanStructure,
} from './schema.ts'
export type { PolicyListEntry, PolicyPack } from './schema.ts'
