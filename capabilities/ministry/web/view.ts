import type { Bilingual } from '@jincun/policy'
import type { AttemptOutcome, DailyDifference, DayState, MessageState, StationKind } from '../index.ts'

/** What the routes answer, as the pages read it: bigint and instants come as text. */
export type MessageView = {
  id: string
  version: number
  state: MessageState
  reason: string
  sha256: string
  builtAt: string
  attempts: number
  nextTryAt: string
  receipt: string
  answerMessage: string
  lastOutcome: AttemptOutcome | null
  answeredAt: string | null
}

export type DayLine = {
  day: string
  state: DayState
  dueOn: string
  onTime: boolean | null
  message: MessageView | null
  stations: number
  buyOrders: string | null
  sellOrders: string | null
  faults: number
}

export type DaysView = {
  from: string
  to: string
  settings: SettingsView['settings']
  hasAddress: boolean
  summary: { due: number; accepted: number; onTime: number; open: string[] }
  rows: DayLine[]
  asOf: string
}

export type StationLine = { station: string; version: number; code: string; name: string; kind: StationKind; leftOutBecause: string }

export type SettingsView = {
  settings: { version: number; system: string; enterpriseCode: string; startsOn: string } | null
  stations: StationLine[]
  endpoint: { version: number; isSet: boolean; address: string }
  systems: { id: string; title: Bilingual; stationTypes: Partial<Record<StationKind, string>>; source: Bilingual; note: Bilingual }[]
  asOf: string
}

export type RoundView = { queued: string[]; sent: { day: string; outcome: string }[]; stoppedBy: string | null }

type SideView = { orders: string; refundedOrders: string; categories: { category: number; amountFen: string; refundedFen: string }[] }

export type AttemptView = {
  attempt: number
  startedAt: string
  outcome: AttemptOutcome | null
  httpStatus: number | null
  answer: string | null
  message: string
}

export type DayView = {
  day: string
  standing: { state: DayState; dueOn: string; message: MessageView | null } | null
  system: Bilingual
  report: { stations: { station: string; buy: SideView; sell: SideView }[]; withoutStation: { buy: SideView; sell: SideView } } | null
  faults: { code: string; where: string; value: string; message: Bilingual }[]
  categories: Record<string, Bilingual>
  stations: StationLine[]
  differences: DailyDifference[]
  messages: (Omit<MessageView, 'attempts'> & { attempts: AttemptView[]; differences: DailyDifference[] })[]
  asOf: string
}
