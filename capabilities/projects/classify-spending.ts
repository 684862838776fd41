import { listFor } from '@jincun/policy'
import type { PolicyListEntry, PolicyPack } from '@jincun/policy'
import { classifyText } from './negative-list.ts'
import type { Classification, NegativeMatch } from './negative-list.ts'

/** What is judged at every door: the name of the thing, its kind in words, and what it belongs to. */
export type Spending = { name: string; category: string; under: string }

const doubt = (matches: NegativeMatch[]): NegativeMatch[] =>
  matches.map(match => ({ ...match, manner: match.manner === 'word' ? 'in-project' : match.manner }))

/** Words that say nothing of what is bought (其他, 不可预见费): never prohibited by themselves, always referred. */
export function vagueMatches(text: string, list: readonly PolicyListEntry[]): NegativeMatch[] {
  return classifyText(text, list).matches.map(match => ({ ...match, manner: 'vague' }))
}

/** The verdict of the year's negative list on one spending (3.6), whoever asks: plan line, contract line, invoice or posting. */
export function classifySpending({ name, category, under }: Spending, pack: PolicyPack, year: number): Classification {
  const list = listFor(pack, 'negative-list', year)
  const own = [classifyText(name, list), classifyText(category, list)]
  const sure = own.filter(each => each.verdict === 'prohibited').flatMap(each => each.matches)
  if (sure.length > 0) return { verdict: 'prohibited', matches: sure }
  // A forbidden project name taints its lines: what is built is named there, and the line may only say 土建.
  const fromProject = doubt(classifyText(under, list).matches)
  const unclear = vagueMatches(name, listFor(pack, 'unclear-spending', year))
  const matches = [...own.flatMap(each => each.matches), ...fromProject, ...unclear]
  return { verdict: matches.length > 0 ? 'doubtful' : 'clear', matches }
}
