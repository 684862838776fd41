export { allocate } from './allocate.ts'
export type { Allocation, ProvinceAllocation } from './allocate.ts'
export { allocationDocument, exactDigits, scoreDigits } from './allocation-document.ts'
export type { AllocationDocument, FactorInDocument, ProvinceInDocument } from './allocation-document.ts'
export { apportion } from './apportion.ts'
export type { Apportionment, ApportionmentMethod } from './apportion.ts'
export { columnsOf, figureOf } from './figures.ts'
export { FactorInputs, InputFigure, ProvinceInputs } from './factor-input.ts'
export { factorSettings, readWeights, sheetWeights } from './factor-settings.ts'
export type { AllocationOptions, FactorSetting } from './factor-settings.ts'
export { codeColumn, inputColumn, knownColumns, nameColumn, neededColumns } from './input-columns.ts'
export type { ColumnKind, InputColumn } from './input-columns.ts'
export { calculation } from './inputs-hash.ts'
export type { Basis, MissingTreatment, Normalisation } from './normalise.ts'
export {
  add,
  compare,
  divide,
  fromDecimal,
  fromText,
  isZero,
  multiply,
  ratio,
  subtract,
  sum,
  toDecimal,
  toShortDecimal,
  toText,
  whole,
} from './rational.ts'
export { cellErrorSentence, InputGrid, readInputGrid, refuseGrid } from './read-input-grid.ts'
export type { CellError, InputContext } from './read-input-grid.ts'
export type { FactorScore, ProvinceScore } from './score.ts'
export type { SeatClaim, SeatLine, Tie } from './seat-claim.ts'
export { compareAllocations, influenceOf, marginalEffects, moveWeight, seatsNearLine } from './what-if.ts'
export type { MarginalEffect, QuotaChange, SeatNearLine, WeightMove } from './what-if.ts'
export { blankGrid } from './input-template.ts'
export { optionsOf, proposedSettings, repeatSnapshot, takeSnapshot } from './repeat-snapshot.ts'
export { AllocationSettings, AllocationSnapshot } from './snapshot.ts'
export { roundingCut } from './rounding-cut.ts'
export { workingSheet } from './working-sheet.ts'
export type { WorkingSheet } from './working-sheet.ts'
export { firstDataRow, workingDigits } from './sheet-layout.ts'
export type { SheetFigure, SheetText, SheetValue, WorkingColumn, WorkingTable } from './sheet-layout.ts'
export { basisWords, betterWords, methodRule, methodWords, missingWords, normalisationWords, tieRule } from './sheet-words.ts'
