const dayMilliseconds = 86_400_000

export type DateSystem = 1900 | 1904

/**
 * The day of an Excel day number, 'YYYY-MM-DD', and whether a time of day hangs on it.
 * Null where there is no such day: below day 1, after the year 9999, and day 60 of the 1900 system,
 * the 29 February 1900 that Excel keeps for Lotus 1-2-3's sake and that never was (ECMA-376 part 1, 18.17.4.1).
 */
export function excelDate(serial: number, system: DateSystem): { day: string; hasTime: boolean } | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < (system === 1904 ? 0 : 1) || whole > 2_958_465) return null
  if (system === 1900 && whole === 60) return null
  const start = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const day = new Date(start + whole * dayMilliseconds).toISOString().slice(0, 10)
  return { day, hasTime: serial !== whole }
}

/** The time of day of an Excel day number, to the second: 43971.375 → '09:00:00'. */
export function excelTime(serial: number): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400
  return new Date(seconds * 1000).toISOString().slice(11, 19)
}

/** Whether a number format shows a date (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the East Asian ones). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return true
  if (code === undefined || /^general$/i.test(code)) return false
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare.replace(/general/gi, ''))
}
