/**
 * Dice of the search: xoshiro128** by Blackman and Vigna (2021), 32-bit integer arithmetic only, so that a seed
 * throws the same numbers on every machine. The state lives in a typed array: nothing is allocated by a throw.
 */
export class Random {
  readonly state: Uint32Array

  constructor(seed: number) {
    // SplitMix32 spreads a small seed over the state (Steele, Lea and Flood 2014).
    this.state = new Uint32Array(4)
    let mixed = seed | 0
    for (let word = 0; word < 4; word++) {
      mixed = (mixed + 0x9e3779b9) | 0
      let z = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
      this.state[word] = z ^ (z >>> 15)
    }
  }

  /** A whole number from 0 to 2³² − 1. */
  word(): number {
    const s = this.state
    const s1 = s[1] as number
    const scrambled = Math.imul(s1, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
    const s2 = (s[2] as number) ^ (s[0] as number)
    const s3 = (s[3] as number) ^ s1
    s[1] = s1 ^ s2
    s[0] = (s[0] as number) ^ s3
    s[2] = s2 ^ (s1 << 9)
    s[3] = (s3 << 11) | (s3 >>> 21)
    return result
  }

  /** A number from 0 (allowed) to 1 (not reached). */
  unit(): number {
    return this.word() / 4294967296
  }

  /** A whole number from 0 to `bound` − 1. */
  below(bound: number): number {
    return Math.floor((this.word() / 4294967296) * bound)
  }
}

/**
 * Natural logarithm by sums and products alone. `Math.log` may differ in the last bit between engines, and one bit is
 * enough to send a seeded search another way.
 */
export function portableLog(value: number): number {
  let mantissa = value
  let exponent = 0
  while (mantissa > 1.5) {
    mantissa /= 2
    exponent++
  }
  while (mantissa < 0.75) {
    mantissa *= 2
    exponent--
  }
  const ratio = (mantissa - 1) / (mantissa + 1)
  let power = ratio
  let sum = 0
  for (let odd = 1; odd < 40; odd += 2) {
    sum += power / odd
    power *= ratio * ratio
  }
  return 2 * sum + exponent * Math.LN2
}

/** e to the power of a number, by sums and products alone (see `portableLog`). */
export function portableExp(value: number): number {
  const halvings = Math.max(0, Math.ceil(Math.abs(value)))
  const part = value / (halvings || 1)
  let term = 1
  let sum = 1
  for (let k = 1; k < 25; k++) {
    term *= part / k
    sum += term
  }
  let result = 1
  for (let k = 0; k < halvings; k++) result *= sum
  return halvings === 0 ? 1 : result
}
