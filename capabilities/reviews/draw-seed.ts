import { refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { z } from 'zod'

/**
 * Where one part of a draw's seed comes from, announced before the draw.
 * `sealed`: a party (for example the discipline office) has thought of a secret text and hands in its SHA-256 first, the text later.
 * `public-number`: a number that is drawn in public only after the announcement, for example a named lottery's next issue.
 * With two parties none can steer the draw: whoever speaks first does not know the other's part.
 */
export const SeedSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sealed'), party: z.string().trim().min(1).max(100), seal: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ kind: z.literal('public-number'), party: z.string().trim().min(1).max(100), where: z.string().trim().min(1).max(300) }),
])
export type SeedSource = z.infer<typeof SeedSource>

/** The shortest secret that cannot be found by trying all texts against its seal. */
export const sealedTextMinimum = 16

/** The seal of a party's secret text. */
export const sealOf = (text: string): string => sha256Hex(text)

/**
 * The seed of a draw: the parts, in the announced order, joined by '+'. Refuses a part that is missing, too short, or does not
 * match its seal. An outsider checks a sealed part with `printf %s '<part>' | sha256sum`.
 */
export function joinSeed(sources: readonly SeedSource[], parts: readonly string[]): Result<string, Refusal> {
  const wrong = (index: number, zh: string, en: string) =>
    refuse<Refusal>({ kind: 'invalid', code: 'draw-seed-part', where: `parts[${index}]`, message: { zh, en } })
  for (const [index, source] of sources.entries()) {
    const part = parts[index]?.trim() ?? ''
    const name = source.party
    if (part === '') return wrong(index, `还缺“${name}”的种子。`, `The seed part of ${name} is missing.`)
    if (source.kind === 'public-number') continue
    if (part.length < sealedTextMinimum)
      return wrong(
        index,
        `“${name}”的封存文本不足${sealedTextMinimum}个字符。`,
        `The sealed text of ${name} has fewer than ${sealedTextMinimum} characters.`,
      )
    if (sealOf(part) !== source.seal)
      return wrong(
        index,
        `“${name}”的文本与封存值不符，请核对后重填。`,
        `The text of ${name} does not match its seal; check and enter it again.`,
      )
  }
  if (parts.length > sources.length) return wrong(sources.length, '种子多于公布的来源。', 'There are more seed parts than were announced.')
  return { ok: true, value: parts.map(part => part.trim()).join('+') }
}
