import { classifySpending } from '@jincun/projects'
import type { Classification } from '@jincun/projects'
import type { PolicyPack } from '@jincun/policy'
import type { LineRuling } from './application.ts'
import { lineTitle } from './line-title.ts'
import { isCentrallyFunded } from './plan-totals.ts'
import type { PlacedLine } from './plan-totals.ts'

export type LineVerdict = Classification & {
  /** The ruling that decides a doubtful line; null when there is none or when it was made on another name. */
  ruling: LineRuling | null
}

/**
 * What the negative list says of one budget line (3.6): only central funds are limited, so a line with none is clear. A ruling decides
 * a doubtful line, never a prohibited one, and only under the name it was made on.
 */
export function classifyLine(placed: PlacedLine, rulings: readonly LineRuling[], pack: PolicyPack, year: number): LineVerdict {
  const { project, line } = placed
  if (!isCentrallyFunded(line)) return { verdict: 'clear', matches: [], ruling: null }
  const classification = classifySpending({ name: line.name, category: line.category, under: project.name }, pack, year)
  const title = lineTitle(project, line)
  const ruling = rulings.findLast(each => each.lineId === line.id && each.lineName === title) ?? null
  return { ...classification, ruling: classification.verdict === 'doubtful' ? ruling : null }
}
