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
