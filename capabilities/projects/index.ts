export { DayText, fenOf, FenText, ItemId, sumFen } from './amounts.ts'
export { addMoney, MoneyBySource, noMoney, totalFen } from './support-money.ts'
export { NodeKind, nodeKindLabels } from './node-kind.ts'
export { classifyText, normaliseText } from './negative-list.ts'
export type { Classification, MatchManner, NegativeMatch } from './negative-list.ts'
export { classifySpending, vagueMatches } from './classify-spending.ts'
export type { Spending } from './classify-spending.ts'
export { isLeaf, proposeCategories, spendingCategories, spendingCategory } from './spending-category.ts'
export { doubtsOf, gateFinding, gateTitle, judgeAtGate } from './gate.ts'
export type { GatedSpending, GateVerdict } from './gate.ts'
export { Door, GateRuling, NamedOfficial, RulingRequest } from './gate-ruling.ts'
export { ruleOnSpending } from './rule-on-spending.ts'
export { PlanBasis, PlanLine, planLineOf, PlanState, PlanVersion } from './approved-plan.ts'
export { Project, ProjectStage, projectStageLabels, Responsible, ScheduleStep, Site } from './project.ts'
export { DatedPhoto, ProgressReport } from './progress.ts'
export { endingLicences } from './ending-licences.ts'
export type { EndingLicence } from './ending-licences.ts'
export { Capability, Contractor, ContractorConflict, CreditCode, Licence } from './contractor.ts'
export {
  Award,
  Bid,
  BidScore,
  Notice,
  pointsOf,
  Procurement,
  ProcurementCategory,
  ProcurementMethod,
  procurementMethodLabels,
  ProcurementState,
} from './procurement.ts'
export {
  advanceCapFen,
  centralOf,
  ChangeKind,
  changeKindLabels,
  Contract,
  ContractChange,
  ContractLine,
  ContractState,
  contractStateLabels,
  DataAgreement,
  Guarantee,
  Milestone,
  milestoneAmounts,
} from './contract.ts'
export { AssetCard, StockTake } from './asset-card.ts'
export type { MatchingReceipt } from './matching-funds.ts'
export { SiteCorrection } from './site-correction.ts'
export { SignPhoto } from './site-sign.ts'
export type { PhotoUse, UsedAgain } from './photo-use.ts'
export { citing } from './citing.ts'
export type { Bare } from './citing.ts'
export { isOpen, projectOpen } from './project-open.ts'
export { stageAfterTermination } from './stage-of-contracts.ts'
export { signWords } from './sign-words.ts'
export { clausesOf } from './clauses.ts'
export { judge } from './judge.ts'
export { numberIn, provinceOf } from './provincial-number.ts'
export { checkPlanVersion, plannedSpending } from './check-plan-version.ts'
export type { PlanGround } from './check-plan-version.ts'
export { planChanged, samePlan } from './propose-plan-version.ts'
export { decidePlanVersion } from './decide-plan-version.ts'
export type { PlanDecision, RulesNotMet } from './decide-plan-version.ts'
export { checkSite } from './check-site.ts'
export type { PlacedSite } from './check-site.ts'
export { checkContractor } from './check-contractor.ts'
export { keepSchedules } from './earlier-schedules.ts'
export { checkContract, gateVerdictsOf, requiredData, spendingOf } from './check-contract.ts'
export { checkPaidKept } from './check-paid.ts'
export type { PaidOnContract } from './check-paid.ts'
export type { ContractGround } from './contract-ground.ts'
export { contractNotDraft, signContract } from './sign-contract.ts'
export { decideContractChange, proposeContractChange } from './change-contract.ts'
export { topBids } from './check-procurement.ts'
export { moveProcurement, procurementCan, procurementFindings, procurementForbids, procurementSteps } from './move-procurement.ts'
export type { ProcurementStep } from './move-procurement.ts'
export { redFlagsOf } from './red-flags.ts'
export type { RedFlag, RedFlagCode } from './red-flags.ts'
export { forecastEnd, lightsOf, plannedPercent, worstLight } from './project-lights.ts'
export type { Light, LightTone } from './project-lights.ts'
export { checkAssetCards } from './asset-coverage.ts'
export { ocdsPackage, ocdsRelease } from './ocds-release.ts'
export type { OcdsSource } from './ocds-release.ts'
