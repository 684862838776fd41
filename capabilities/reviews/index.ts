export { assignReviewers } from './assign-reviewers.ts'
export type { AssignmentInput, AssignmentPlan, AssignmentRules, Reviewer } from './assign-reviewers.ts'
export { connectedGroups } from './connected-groups.ts'
export type { ReviewGroup, ReviewLink } from './connected-groups.ts'
export { drawDigest, drawExperts, DrawPlan, nextReserve, poolHash } from './draw-experts.ts'
export type { DrawCandidate, DrawnExpert } from './draw-experts.ts'
export { joinSeed, sealedTextMinimum, sealOf, SeedSource } from './draw-seed.ts'
export { DeclaredRelation, Expert, PastContract, ReviewedApplication } from './expert.ts'
export { ConflictTable, findConflicts } from './find-conflicts.ts'
export type { ConflictGround } from './find-conflicts.ts'
export type { ConflictRules } from './find-conflicts.ts'
export { formatHalfPoints, parseHalfPoints } from './half-points.ts'
export type { HalfPoints } from './half-points.ts'
export { permitInState, reviewRoundActions, roundCan, roundStateNames } from './review-lifecycle.ts'
export type { ReviewRoundAction } from './review-lifecycle.ts'
export {
  Assignment,
  Invitation,
  ReasonRule,
  ReviewRound,
  ReviewRoundState,
  reviewSettingsFor,
  ReviewSettings,
  ScoreBasis,
} from './review-round.ts'
export type { Panel } from './review-round.ts'
export { appliedCounties } from './applied-counties.ts'
export { checkList, listChecks } from './check-list.ts'
export { judgeDeadline } from './check-submitted-in-time.ts'
export { extendRankedList } from './extend-ranked-list.ts'
export { forfeitRankedList } from './forfeit-ranked-list.ts'
export { liesIn, numbersOf, rowOf } from './list-check.ts'
export type { Judgement, ListCheck, NumberOf } from './list-check.ts'
export { followCode, listSubject } from './list-subject.ts'
export type { ListInput } from './list-subject.ts'
export { checkProvincialPlan, ProvincialPlan } from './provincial-plan.ts'
export { rankedListDifference } from './ranked-list-difference.ts'
export type { RankedListDifference } from './ranked-list-difference.ts'
export {
  extensionOf,
  rankedListActions,
  rankedListCan,
  RankedListEvent,
  RankedListState,
  rankedListState,
  rankedListStateAt,
  rankedListStateLabels,
} from './ranked-list-lifecycle.ts'
export type { RankedListVerb } from './ranked-list-lifecycle.ts'
export { RankedListRecord } from './ranked-list-record.ts'
export type { ListOrder } from './ranked-list-record.ts'
export { ListedCounty, RankedList, RankedListEntry, SelectionBasis } from './ranked-list.ts'
export type { ListSubject, UnsupportedCounties } from './ranked-list.ts'
export { recallRankedList } from './recall-ranked-list.ts'
export { reopenRankedList } from './reopen-ranked-list.ts'
export type { Ruling } from './reopen-ranked-list.ts'
export { saveRankedList } from './save-ranked-list.ts'
export type { RankedListContent } from './save-ranked-list.ts'
export { packageHash, SubmissionPackage, submissionPackage } from './submission-package.ts'
export { submitRankedList } from './submit-ranked-list.ts'
export { intraclassCorrelation, krippendorffAlpha } from './agreement.ts'
export type { IntraclassCorrelation } from './agreement.ts'
export { visibleAssignments, visibleSheets } from './blind-view.ts'
export type { ReviewViewer } from './blind-view.ts'
export { checkScoreSheet, wantsScoreReason } from './check-score-sheet.ts'
export { fitLeniency } from './leniency.ts'
export type { Leniency, LeniencyFit, NoLeniency, ReviewerEffect } from './leniency.ts'
export { findOutlierReviewers } from './outlier-reviewers.ts'
export { factsToSettle, preferencesOf, publicLists } from './preferences.ts'
export type { PreferenceShown, SettledFact } from './preferences.ts'
export { rankApplications, trimmedMean } from './rank-applications.ts'
export type { Contender, RankedApplication } from './rank-applications.ts'
export { rankStability } from './rank-stability.ts'
export type { Crossing, Line, RankStability } from './rank-stability.ts'
export { reviewStatistics } from './review-statistics.ts'
export type { ReviewStatistics, StatisticsInput } from './review-statistics.ts'
export { ItemScore, ScoreSheet, totalOf } from './score-sheet.ts'
export type { TotalScore } from './score-sheet.ts'
export { checkSpread, maximumOf, spreadOf } from './score-spread.ts'
export type { ScoreSpread } from './score-spread.ts'
export { submissionLetter } from './submission-letter.ts'
export type { LetterHead } from './submission-letter.ts'
export { checkDraw, commitDraw, performDraw } from './commit-draw.ts'
export type { Draw, DrawCommitment } from './commit-draw.ts'
export { checkSheetsComplete, confirmRound, entriesOf, outcomeOf } from './confirm-round.ts'
export type { BasisChange, Outcome, OutcomeInput, ReviewedEntry } from './confirm-round.ts'
export { selectCandidates } from './select-candidates.ts'
export type { Candidates } from './select-candidates.ts'
export { fillSeats } from './fill-seats.ts'
export type { Asked, Seat } from './fill-seats.ts'
export { entriesOfDocument, exactText, outcomeDocument, reviewerLetters } from './outcome-document.ts'
export type { ExactText, OutcomeDocument, OutcomeRow } from './outcome-document.ts'
export { contenderOf, reviewedApplication } from './reviewed-application.ts'
export { listRuleLabels } from './list-rule-labels.ts'
