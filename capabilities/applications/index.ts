export { compareDecimals, DayText, DecimalText, fenOf, FenText, ItemId } from './amounts.ts'
export {
  Application,
  ApplicationContent,
  ApplicationState,
  ApplicationType,
  Attachment,
  emptyContent,
  emptyDeclarations,
  Fact,
  FactConfirmation,
  LineRuling,
  OperationBase,
  RepeatDeclarations,
  Statement,
} from './application.ts'
export { actionsIn, applicationActions, applicationCan, stateAfter, stateLabels } from './application-lifecycle.ts'
export type { ApplicationAction } from './application-lifecycle.ts'
export type { ActionEntry, Actor, Step } from './action-entry.ts'
export { acceptApplication } from './accept-application.ts'
export { applicationBlocks, demoMark } from './application-document.ts'
export type { DocumentBlock, Printed } from './application-document.ts'
export { answersOf } from './answers.ts'
export type { Answer } from './answers.ts'
export type { Applicant } from './check.ts'
export { nothingMeasured } from './measured.ts'
export type { Measured, MeasuredShare } from './measured.ts'
export { checkApplication, checkCounty, checks, likelyType } from './check-application.ts'
export { classifyLine } from './classify-line.ts'
export type { LineVerdict } from './classify-line.ts'
export { confirmableRules, confirmFact } from './confirm-fact.ts'
export type { ConfirmableRule } from './confirm-fact.ts'
export { createApplication } from './create-application.ts'
export { closingOf, stateAt } from './deadline.ts'
export { differenceBetween } from './difference.ts'
export type { Difference } from './difference.ts'
export { forfeitApplication } from './forfeit-application.ts'
export { lineTitle } from './line-title.ts'
export { percentText, ratioText } from './percent.ts'
export { isCentrallyFunded, linesOf, totalOf, totalsBy, totalsOf } from './plan-totals.ts'
export type { PlacedLine, SourceTotals } from './plan-totals.ts'
export {
  commitmentQuestions,
  declarationQuestions,
  facilityLabels,
  goalKindLabels,
  goalQuestions,
  lineQuestions,
  operationBaseQuestions,
  otherSupportMode,
  personQuestions,
  projectQuestions,
  typeLabels,
} from './questions.ts'
export { readEdits } from './read-edits.ts'
export { reopenApplication } from './reopen-application.ts'
export { returnApplication } from './return-application.ts'
export { ruleOnLine } from './rule-on-line.ts'
export { saveApplication } from './save-application.ts'
export type { LaterSave, Save, Saved } from './save-application.ts'
export { applyEdits, changedSections, sectionOf } from './sections.ts'
export type { Edits } from './sections.ts'
export { submissionHash } from './submission.ts'
export type { Submission } from './submission.ts'
export { submitApplication } from './submit-application.ts'
export type { RulesNotMet, Submitted } from './submit-application.ts'
export { withdrawApplication } from './withdraw-application.ts'
export { BudgetLine, Commitments, Facility, Goal, GoalKind, Milestone, PlanProject, ResponsiblePerson, WorkPlan } from './work-plan.ts'
