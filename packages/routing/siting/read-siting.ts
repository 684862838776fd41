import type { Result } from '@jincun/kernel'
import { jsonOf, textOf } from '../formats/text-of.ts'
import { readSitingJson } from './read-siting-json.ts'
import { readSitingText } from './read-siting-text.ts'
import type { SitingProblem } from './siting-problem.ts'

export type SitingReading = {
  /** For OR-Library files that write the word "capacity": what it stands for. */
  capacity?: number
  /** Each customer by one site only, for text files that do not say. */
  singleSource?: boolean
}

/** Reads a siting problem: our JSON, OR-Library's `cap` text or Holmberg's text, plain or gzip. */
export function readSiting(bytes: Uint8Array, reading: SitingReading = {}): Result<SitingProblem> {
  const text = textOf(bytes)
  if (!text.ok) return text
  if (!/^\s*[[{]/.test(text.value)) return readSitingText(text.value, reading)
  const json = jsonOf(text.value)
  return json.ok ? readSitingJson(json.value) : json
}
