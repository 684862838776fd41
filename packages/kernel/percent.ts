/**
 * Hundredths of a per cent of a typed percentage from 0 to 100 with at most two decimals ('12.5' is 1250); null when it is none. Exact: read
 * digit by digit, never through a fraction.
 */
export function basisPointsOf(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return points <= 10_000 ? points : null
}

/** A percentage as it is typed, without needless noughts: 1250 is '12.5'. */
export function basisPointsText(basisPoints: number): string {
  const [whole, rest] = [Math.trunc(basisPoints / 100), basisPoints % 100]
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`
}
