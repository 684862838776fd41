/** A time in Asia/Shanghai as 'YYYY-MM-DD HH:MM:SS', and what had to be done to read it. */
export type ReadInstant = { local: string; cleaned?: 'excel-serial-date' | 'time-of-day-missing' }

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value))

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return year > 0 && day >= 1 && day <= (month === 2 && leap ? 29 : (daysOf[month - 1] ?? 0))
}

/** Two digits at a place; NaN where either is none, so that every comparison with it fails. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Number.NaN : tens * 10 + ones
}

/** The usual form, read without a pattern: a file has millions of them. */
function readUsual(text: string): string | null {
  if (text.length !== 19 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null
  if (!(pair(text, 11) < 24 && pair(text, 14) < 60 && pair(text, 17) < 60)) return null
  if (!isDay(pair(text, 0) * 100 + pair(text, 2), pair(text, 5), pair(text, 8))) return null
  const between = text.charCodeAt(10)
  return between === 32 ? text : between === 84 ? `${text.slice(0, 10)} ${text.slice(11)}` : null
}

const offsetMilliseconds = 8 * 3_600_000 // China has kept UTC+8 without summer time since 1991.
const shanghai = (milliseconds: number): string => new Date(milliseconds + offsetMilliseconds).toISOString().slice(0, 19).replace('T', ' ')

// Excel's day numbers of 2014-01-01 to 2100-01-01; outside them a bare number is not taken for a date.
const [serialFrom, serialTo] = [41_640, 73_051]

function readSerial(text: string): ReadInstant | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const serial = Number(text)
  if (serial < serialFrom || serial >= serialTo) return null
  const seconds = Math.round(serial * 86_400)
  const local = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
  return { local, cleaned: 'excel-serial-date' }
}

const loose = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/

function readLoose(text: string): ReadInstant | null {
  const match = loose.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(part => Number(part ?? 0))
  if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return null
  const local = `${match[1]}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)}`
  if (match[4] === undefined) return match[7] === undefined ? { local, cleaned: 'time-of-day-missing' } : null
  if (match[7] === undefined) return { local }
  const offset = match[7] === 'Z' || match[7].includes(':') ? match[7] : `${match[7].slice(0, 3)}:${match[7].slice(3)}`
  const milliseconds = Date.parse(`${local.replace(' ', 'T')}${offset}`)
  return Number.isNaN(milliseconds) ? null : { local: shanghai(milliseconds) }
}

/**
 * Reads a time as people and programs write it: '2020-05-08 14:03:21', '2020/5/8 14:03', ISO 8601 with offset, a day alone, Excel's day number.
 * Without an offset it is Asia/Shanghai. Null when it is none of these or no calendar has it.
 */
export function readInstant(text: string): ReadInstant | null {
  const usual = readUsual(text)
  return usual === null ? (readSerial(text) ?? readLoose(text)) : { local: usual }
}
