import { addDays, endOfShanghaiDay, shanghaiDate } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import type { MinistryFault } from './ministry-fault.ts'
import type { MessageLine } from './outbox.ts'

/** Where the report of a day stands. Only `accepted` is done. */
export type DayState = 'not-yet' | 'no-data' | 'blocked' | 'ready' | 'waiting' | 'retrying' | 'refused' | 'accepted' | 'changed'

export const dayStateLabels: Record<DayState, Bilingual> = {
  'not-yet': { zh: '未到时间', en: 'Not yet' },
  'no-data': { zh: '无数据', en: 'No data' },
  blocked: { zh: '不能生成', en: 'Cannot be made' },
  ready: { zh: '待生成', en: 'To be made' },
  waiting: { zh: '待发送', en: 'To be sent' },
  retrying: { zh: '发送失败，将重试', en: 'Failed, to be tried again' },
  refused: { zh: '部系统拒收', en: 'Refused by the ministry' },
  accepted: { zh: '部系统已收', en: 'Accepted by the ministry' },
  changed: { zh: '已报后数据有变', en: 'Changed since it was sent' },
}

/** What to do next about each state. */
export const dayStateSteps: Record<DayState, Bilingual> = {
  'not-yet': { zh: '当天结束后自动生成，也可在次日提前生成。', en: 'Made by itself after the day; may be made earlier the next day.' },
  'no-data': { zh: '这一天没有交易；如有，请催承办单位补报。', en: 'No transactions of this day; if there were any, ask the contractor.' },
  blocked: { zh: '按下列问题补全设置或更正交易，然后生成。', en: 'Mend what is listed, then make the report.' },
  ready: { zh: '生成并发送。', en: 'Make the report and send it.' },
  waiting: { zh: '到时间自动发送，也可立即发送。', en: 'Sent by itself when its time comes; may be sent now.' },
  retrying: {
    zh: '到时间自动重试；长时间不通请联系部系统维护方。',
    en: 'Tried again by itself; where it lasts, ask those who run the ministry’s system.',
  },
  refused: { zh: '按拒收原因更正数据，再生成更正并写明原因。', en: 'Mend what was refused, then make a correction with its reason.' },
  accepted: { zh: '无需处理。', en: 'Nothing to do.' },
  changed: {
    zh: '核对差异；确需更正的，生成更正并写明原因。',
    en: 'Look at the difference; where it must be corrected, make a correction with its reason.',
  },
}

/** What the rows of a day give now. `sha256` is of the text that would be sent; null where nothing can be. */
export type DayBuilt = { day: string; hasRows: boolean; faults: readonly MinistryFault[]; sha256: string | null }

export type DayStanding = {
  day: string
  state: DayState
  dueOn: string
  /** Whether the first acceptance came by its day; null while there is none. */
  onTime: boolean | null
  /** The message that stands for the day now: accepted before any other, else the last that was not replaced. */
  message: MessageLine | null
}

/** When the report of a day is made by itself. */
export const buildsAt = (day: string, buildAfterHours: number): Date =>
  new Date(endOfShanghaiDay(day).getTime() + buildAfterHours * 3_600_000)

function stateOf(built: DayBuilt, last: MessageLine | undefined, accepted: MessageLine | undefined, isOver: boolean): DayState {
  if (last && last.state === 'waiting') return last.attempts === 0 ? 'waiting' : 'retrying'
  if (last?.state === 'refused') return 'refused'
  if (accepted) return built.sha256 === accepted.sha256 ? 'accepted' : 'changed'
  if (!isOver) return 'not-yet'
  if (!built.hasRows) return 'no-data'
  return built.sha256 === null ? 'blocked' : 'ready'
}

/**
 * Where the report of a day stands: what should have been sent, read off the rows now, against what was sent and answered (6.4c). This is the daily
 * reconciliation, asked anew each time.
 */
export function dayStanding(built: DayBuilt, messages: readonly MessageLine[], due: { now: Date; dueDays: number }): DayStanding {
  const own = messages.filter(each => each.reportDate === built.day && each.state !== 'replaced').sort((a, b) => a.version - b.version)
  const accepted = own.findLast(({ state }) => state === 'accepted')
  const [first] = own.filter(({ state }) => state === 'accepted')
  const dueOn = addDays(built.day, due.dueDays)
  return {
    day: built.day,
    state: stateOf(built, own.at(-1), accepted, due.now >= endOfShanghaiDay(built.day)),
    dueOn,
    onTime: first?.answeredAt ? shanghaiDate(first.answeredAt) <= dueOn : null,
    message: own.at(-1) ?? null,
  }
}

export type DaySummary = { due: number; accepted: number; onTime: number; open: string[] }

const nothingDue: readonly DayState[] = ['not-yet', 'no-data']

/** One line for a span of days: how many were due, how many are accepted, and the days that are not. */
export function summariseDays(days: readonly DayStanding[]): DaySummary {
  const due = days.filter(({ state }) => !nothingDue.includes(state))
  const done = due.filter(({ state }) => state === 'accepted')
  return {
    due: due.length,
    accepted: done.length,
    onTime: done.filter(({ onTime }) => onTime === true).length,
    open: due.filter(({ state }) => state !== 'accepted').map(({ day }) => day),
  }
}
