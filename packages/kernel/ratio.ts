/** An exact ratio; the denominator is above zero. */
export type Ratio = { numerator: bigint; denominator: bigint }

/** Reads '1/3', '150%' or '90'; throws for anything else, because ratios come from policy files. */
export function parseRatio(text: string): Ratio {
  const match = /^(\d+)(?:\/([1-9]\d*)|(%))?$/.exec(text)
  if (!match?.[1]) throw new Error(`Not a ratio: ${text}; write 1/3, 150% or 90`)
  return { numerator: BigInt(match[1]), denominator: match[3] ? 100n : BigInt(match[2] ?? 1) }
}

/**
 * Compares part/whole with a ratio by multiplication: −1 below, 0 equal, 1 above. Exact at the last unit,
 * so 15 of 10 equals 150 % and 16 of 10 is above it.
 */
export function compareRatios(part: bigint, whole: bigint, ratio: Ratio): -1 | 0 | 1 {
  const left = part * ratio.denominator
  const right = whole * ratio.numerator
  return left < right ? -1 : left > right ? 1 : 0
}
