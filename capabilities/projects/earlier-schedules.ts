import type { Contract, EarlierSchedule } from './contract.ts'

/**
 * A changed contract with the schedule it replaces kept beside it, so that months whose data were due under that one stay due (6.4d): a shorter
 * schedule takes no month out of the gate. What the proposal says of earlier schedules counts for nothing; only the standing contract's does.
 */
export function keepSchedules(standing: Contract, changed: Contract, today: string): Contract {
  const { earlierSchedules: _proposed, ...rest } = changed
  const moved = standing.start !== changed.start || standing.end !== changed.end
  const replaced: EarlierSchedule[] = moved ? [{ start: standing.start, end: standing.end, until: today }] : []
  const earlierSchedules = [...(standing.earlierSchedules ?? []), ...replaced]
  return earlierSchedules.length > 0 ? { ...rest, earlierSchedules } : rest
}
