export { PolicyFault } from './fault.ts'
export { Bilingual, ClauseRef, Finding, FindingStatus, Force, RowRef } from './finding.ts'
export type { Reasons } from './finding.ts'
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
  workPlanFor,
} from './read.ts'
export type { ParameterForYear } from './read.ts'
export {
  Clause,
  FactorSheet,
  Parameter,
  ParameterValue,
  PolicyList,
  RuleBook,
  RuleEntry,
  Scorecard,
  Source,
  WorkPlanStructure,
} from './schema.ts'
export type { PolicyListEntry, PolicyPack } from './schema.ts'
