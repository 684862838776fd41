import type { DocumentBlock } from '@jincun/applications'
import type { Bilingual, Finding, Scorecard } from '@jincun/policy'
import type {
  Draw,
  DrawCommitment,
  Expert,
  Invitation,
  ItemScore,
  OutcomeDocument,
  PreferenceShown,
  ReasonRule,
  ReviewRound,
  ReviewRoundAction,
  Seat,
  SettledFact,
} from '../../index.ts'

/** The shapes the server answers with; see server/rounds. */
export type FieldLabel = { id: string; term: Bilingual }

export type ExpertRecord = { expert: Expert; version: number; changedAt: string }
export type Pool = {
  provinceCode: string
  fields: FieldLabel[]
  experts: ExpertRecord[]
  /** Full names of the counties named in the records, by code. */
  placeNames: Record<string, string>
  accounts: { id: string; username: string; name: string }[]
  mayManage: boolean
  asOf: string
}

export type RoundCounts = { pending: number; accepted: number; declined: number; assigned: number; submitted: number; ended: number }
export type RoundRow = ReviewRound & {
  provinceName: string
  counties: number
  scoringUntil: string | null
  createdAt: string
  counts: RoundCounts
}
export type RoundList = {
  year: number
  rounds: RoundRow[]
  waiting: { provinceCode: string; provinceName: string; applications: number }[]
  due: string
  asOf: string
}

export type InvitationView = Invitation & {
  forField: string | null
  declared: { countyCode: string; text: string }[]
  invitedAt: string
  name: string
  organisationName: string
  title: string
  hasAccount: boolean
}

export type ApplicationView = {
  applicationId: string
  countyCode: string
  countyName: string
  submissionHash: string
  settled: Record<string, SettledFact>
  fields: string[]
  preferences: PreferenceShown[]
}

export type AssignmentView = {
  countyCode: string
  applicationId: string
  expertId: string
  fieldMatch: boolean
  assignedAt: string
  startedAt: string | null
  submittedAt: string | null
  revision: number
  endedAt: string | null
  endReason: string | null
  recheckReason: string | null
}

export type RoundView = {
  round: ReviewRound
  scorecard: Scorecard
  counties: { code: string; name: string }[]
  createdAt: string
  scoringUntil: string | null
  closedAt: string | null
  confirmedAt: string | null
  publishedAt: string | null
  cancelReason: string | null
  fields: FieldLabel[]
  due: string
  actions: ReviewRoundAction[]
  draw: { commitment: DrawCommitment; committedAt: string; draw: Draw | null; drawnAt: string | null } | null
  openSeats: number | null
  next: { seats: Seat[]; problem: Bilingual | null } | null
  invitations: InvitationView[]
  experts: Record<string, { name: string; organisationName: string }>
  applications: ApplicationView[]
  factsToSettle: Scorecard['preferences']
  assignments: AssignmentView[]
  conflicts: Finding[]
  asOf: string
}

export type CandidateView = {
  candidates: { id: string; fields: string[]; organisationName: string }[]
  excluded: { expertId: string; conflicts: Finding[] }[]
  conflicts: Finding[]
  experts: Record<string, { name: string; organisationName: string }>
  applications: { applicationId: string; countyCode: string; countyName: string; fields: string[] }[]
  asOf: string
}

export type SheetView = {
  id: string
  applicationId: string
  expertId: string
  reviewer: string
  revision: number
  items: ItemScore[]
  comment: string
  /** Half points. */
  total: number
  revisionReason: string | null
  submittedAt: string
}

export type OutcomeView = {
  document: OutcomeDocument
  hash: string | null
  basisProblem: Bilingual | null
  round: ReviewRound
  published: boolean
  reviewers: { expertId: string; reviewer: string; name: string }[]
  sheets: SheetView[]
  asOf: string
}

export type MyRound = {
  id: string
  title: string
  year: number
  provinceCode: string
  state: ReviewRound['state']
  clause: string
  counties: { code: string; name: string }[]
  scoringUntil: string | null
}
export type MyReviews = {
  rounds: MyRound[]
  invitations: (Invitation & { declared: { countyCode: string; text: string }[]; invitedAt: string })[]
  assignments: (AssignmentView & { roundId: string; countyName: string })[]
  asOf: string
}

export type ScoringView = {
  round: { id: string; title: string; year: number; state: ReviewRound['state'] }
  scoringUntil: string | null
  reasonRule: ReasonRule
  items: Scorecard['items']
  application: {
    countyCode: string
    countyName: string
    type: string
    submittedAt: string
    hash: string
    /** The application laid out as the county printed it. */
    blocks: readonly DocumentBlock[]
    attachments: readonly { id: string; name: string; size: number }[]
  }
  draft: { items: ItemScore[]; comment: string; version: number; savedAt: string } | null
  sheets: SheetView[]
  recheckReason: string | null
  closed: Bilingual | null
}
