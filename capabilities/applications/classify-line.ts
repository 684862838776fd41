import { listFor } from '@jincun/policy'
import type { PolicyListEntry, PolicyPack } from '@jincun/policy'
import type { LineRuling } from './application.ts'
import { lineTitle } from './line-title.ts'
import { classifyText } from './negative-list.ts'
import type { Classification, NegativeMatch } from './negative-list.ts'
import { isCentrallyFunded } from './plan-totals.ts'
import type { PlacedLine } from './plan-totals.ts'

export type LineVerdict = Classification & {
  /** The ruling that decides a doubtful line; null when there is none or when it was made on another name. */
  ruling: LineRuling | null
}

const doubt = (matches: NegativeMatch[]): NegativeMatch[] =>
  matches.map(match => ({ ...match, manner: match.manner === 'word' ? 'in-project' : match.manner }))

/** Words that say nothing of what is bought (其他, 不可预见费): never prohibited by themselves, always referred. */
export function vagueMatches(text: string, list: readonly PolicyListEntry[]): NegativeMatch[] {
  return classifyText(text, list).matches.map(match => ({ ...match, manner: 'vague' }))
}

function classify({ project, line }: PlacedLine, pack: PolicyPack, year: number): Classification {
  const list = listFor(pack, 'negative-list', year)
  const own = [classifyText(line.name, list), classifyText(line.category, list)]
  const sure = own.filter(each => each.verdict === 'prohibited').flatMap(each => each.matches)
  if (sure.length > 0) return { verdict: 'prohibited', matches: sure }
  // A forbidden project name taints its lines: what is built is named there, and the line may only say 土建.
  const fromProject = doubt(classifyText(project.name, list).matches)
  const unclear = vagueMatches(line.name, listFor(pack, 'unclear-spending', year))
  const matches = [...own.flatMap(each => each.matches), ...fromProject, ...unclear]
  return { verdict: matches.length > 0 ? 'doubtful' : 'clear', matches }
}

/**
 * What the negative list says of one budget line (3.6): only central funds are limited, so a line with none is clear. A ruling decides
 * a doubtful line, never a prohibited one, and only under the name it was made on.
 */
export function classifyLine(placed: PlacedLine, rulings: readonly LineRuling[], pack: PolicyPack, year: number): LineVerdict {
  if (!isCentrallyFunded(placed.line)) return { verdict: 'clear', matches: [], ruling: null }
  const classification = classify(placed, pack, year)
  const title = lineTitle(placed.project, placed.line)
  const ruling = rulings.findLast(each => each.lineId === placed.line.id && each.lineName === title) ?? null
  return { ...classification, ruling: classification.verdict === 'doubtful' ? ruling : null }
}
