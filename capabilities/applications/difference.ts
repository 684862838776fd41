import type { Bilingual, PolicyPack } from '@jincun/policy'
import { answersOf } from './answers.ts'
import type { Answer } from './answers.ts'
import type { ApplicationContent } from './application.ts'

/** One answer that two versions give differently; null means not answered, or not there in that version. */
export type Difference = { path: string; label: Bilingual; before: string | null; after: string | null }

/**
 * What changed between two versions, answer by answer, in the words of the form and in its order. Items are followed by their ids, so a
 * renamed or moved budget line is one line, not one removed and one added. Two equal contents have no difference.
 */
export function differenceBetween(before: ApplicationContent, after: ApplicationContent, pack: PolicyPack, year: number): Difference[] {
  const old = new Map(answersOf(before, pack, year).map(answer => [answer.path, answer]))
  const now = new Map(answersOf(after, pack, year).map(answer => [answer.path, answer]))
  const row = (path: string, { question }: Answer): Difference => ({
    path,
    label: question,
    before: old.get(path)?.answer ?? null,
    after: now.get(path)?.answer ?? null,
  })
  const gone = [...old].filter(([path]) => !now.has(path))
  return [...now, ...gone].map(([path, answer]) => row(path, answer)).filter(each => each.before !== each.after)
}
