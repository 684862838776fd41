const hour = 3_600_000
const day = 24 * hour

export type DeadlineState = { kind: 'days' | 'hours' | 'over'; n: number; urgent: boolean }

/** What is left until `due`, in whole days or, in the last two days, in hours; under seven days it is urgent. */
export function remaining(due: Date, now: Date): DeadlineState {
  const left = due.getTime() - now.getTime()
  if (left <= 0) return { kind: 'over', n: 0, urgent: false }
  if (left < 2 * day) return { kind: 'hours', n: Math.max(1, Math.floor(left / hour)), urgent: true }
  return { kind: 'days', n: Math.floor(left / day), urgent: left < 7 * day }
}
