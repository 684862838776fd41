import type { TotalScore } from './score-sheet.ts'

/** A place in the list below which money or the right to apply ends: the provisional quota, or the 150 % cap. */
export type Line = { id: 'quota' | 'cap'; places: number }

/** What happens at a line when one reviewer is left out. */
export type Crossing = { expertId: string; line: Line['id']; up: string[]; down: string[] }

export type RankStability = {
  crossings: Crossing[]
  /** Reviewers whose leaving would leave an application unscored or the model without an answer: nothing can be said. */
  undecided: string[]
  /** Applications that cross some line for some reviewer. */
  unstable: string[]
}

/**
 * Leaves out one reviewer at a time, ranks again by the same rules, and tells which applications swap places across a line: places
 * that hang on one person. (The jackknife of Quenouille and Tukey, applied to ranks.) Nothing follows by itself.
 * @param rank application ids from first to last for a set of scores; null when it cannot rank them
 */
export function rankStability(
  scores: readonly TotalScore[],
  lines: readonly Line[],
  rank: (scores: readonly TotalScore[]) => readonly string[] | null,
): RankStability {
  const full = rank(scores)
  const crossings: Crossing[] = []
  const undecided: string[] = []
  for (const expertId of [...new Set(scores.map(score => score.expertId))].sort()) {
    const without = full ? rank(scores.filter(score => score.expertId !== expertId)) : null
    if (!full || !without) {
      undecided.push(expertId)
      continue
    }
    for (const line of lines) {
      const [before, after] = [full, without].map(order => new Set(order.slice(0, line.places)))
      const up = without.filter(id => after?.has(id) && !before?.has(id))
      const down = full.filter(id => before?.has(id) && !after?.has(id))
      if (up.length > 0) crossings.push({ expertId, line: line.id, up, down })
    }
  }
  const unstable = new Set(crossings.flatMap(crossing => [...crossing.up, ...crossing.down]))
  return { crossings, undecided, unstable: [...unstable].sort() }
}
