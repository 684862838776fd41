import { addDays } from '@jincun/kernel'
import type { Contract } from '@jincun/projects'
import type { Station } from './station.ts'

const earlier = (...days: readonly string[]): string => days.toSorted()[0] ?? ''
const later = (one: string, other: string): string => (one > other ? one : other)

function daysOf(from: string, until: string): string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

/**
 * Days a station owes a report under a contract by a day, in order: those on which both run, and those that were due under a schedule by the day it
 * was replaced, so that shortening a contract takes no day out (6.4d).
 */
export function daysOwed(
  { start, end, earlierSchedules = [] }: Pick<Contract, 'start' | 'end' | 'earlierSchedules'>,
  { startsOn, endsOn }: Pick<Station, 'startsOn' | 'endsOn'>,
  today: string,
): string[] {
  const last = endsOn === null ? today : earlier(endsOn, today)
  const spans = [...earlierSchedules.map(each => [each.start, earlier(each.end, each.until)] as const), [start, end] as const]
  return [...new Set(spans.flatMap(([from, until]) => daysOf(later(from, startsOn), earlier(until, last))))].sort()
}
