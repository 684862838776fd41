/** A day in Asia/Shanghai as 'YYYY-MM-DD'; never mixed with an instant. */
export type BusinessDate = string

const offsetMilliseconds = 8 * 3_600_000 // China has kept UTC+8 without summer time since 1991.

const shifted = (instant: Date): string => new Date(instant.getTime() + offsetMilliseconds).toISOString()

/** The day it is in Asia/Shanghai at that instant. */
export const shanghaiDate = (instant: Date): BusinessDate => shifted(instant).slice(0, 10)

/** '2020-05-29 23:59:59' in Asia/Shanghai. */
export const formatShanghai = (instant: Date): string => shifted(instant).slice(0, 19).replace('T', ' ')

/** The first instant after that day in Asia/Shanghai: a deadline "by 29 May" is kept when now < endOfShanghaiDay. */
export function endOfShanghaiDay(date: BusinessDate): Date {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00+08:00`) : null
  // The way back catches days no calendar has, which Date would carry over into the next month.
  if (!start || Number.isNaN(start.getTime()) || shanghaiDate(start) !== date) throw new Error(`Not a date: ${date}; write YYYY-MM-DD`)
  return new Date(start.getTime() + 24 * 3_600_000)
}

const dayMilliseconds = 24 * 3_600_000

/** Whole days from one business day to another; below zero when the second is the earlier. */
export const daysBetween = (from: BusinessDate, until: BusinessDate): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds)

/** The business day so many whole days after a day; before it for a number below zero. */
export const addDays = (date: BusinessDate, days: number): BusinessDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10)

/** The last second of a day in Asia/Shanghai as '2020-05-29T23:59:59+08:00': how a due day is shown, never what lateness is judged by. */
export const lastSecondOf = (date: BusinessDate): string => `${date}T23:59:59+08:00`

/** Every month 'YYYY-MM' from that of a first day or month to that of a last one, both included; none when the last is the earlier. */
export function monthsBetween(first: string, last: string): string[] {
  const numberOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
  const [begin, count] = [numberOf(first), numberOf(last) - numberOf(first) + 1]
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const month = begin + index
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
