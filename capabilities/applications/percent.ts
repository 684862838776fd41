import type { Ratio } from '@jincun/kernel'

/**
 * part/whole as a percentage with two decimals for people to read, always cut and never rounded up, so that a rate just under a bound
 * never reads as the bound. Rules do not compare this text; they multiply. `whole` is above zero.
 */
export function percentText(part: bigint, whole: bigint): string {
  const negative = part < 0n
  const tenThousandths = ((negative ? -part : part) * 10_000n) / whole
  const digits = tenThousandths.toString().padStart(3, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}%`
}

/** A bound as it is written in policy: 90/100 → '90%', 191/1000 → '19.1%', 1/3 → '1/3'. */
export function ratioText({ numerator, denominator }: Ratio): string {
  const perHundredThousand = numerator * 100_000n
  if (perHundredThousand % denominator !== 0n) return `${numerator}/${denominator}`
  const [whole, fraction] = [perHundredThousand / denominator / 1_000n, (perHundredThousand / denominator) % 1_000n]
  const decimals = fraction.toString().padStart(3, '0').replace(/0+$/, '')
  return `${whole}${decimals ? `.${decimals}` : ''}%`
}
