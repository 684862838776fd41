/**
 * Scores are whole numbers of half points: 171 is 85.5 分. So every sum and comparison of scores is exact,
 * and a reviewer may still give half a point.
 */
export type HalfPoints = number

/** 171 → '85.5', 170 → '85'. */
export const formatHalfPoints = (halfPoints: HalfPoints): string => `${Math.trunc(halfPoints / 2)}${halfPoints % 2 === 0 ? '' : '.5'}`

/** '85.5' → 171, '85' → 170; null for anything that is not a whole or half number of points, such as '85.25' or '-1'. */
export function parseHalfPoints(text: string): HalfPoints | null {
  const match = /^(\d{1,4})(?:\.([05])0*)?$/.exec(text.trim())
  return match ? Number(match[1]) * 2 + (match[2] === '5' ? 1 : 0) : null
}
