import { assert } from '@jincun/kernel'
import { coalitionRow, efficiencyRow, properCoalitions, scaled, solveByRowGeneration } from './coalition-rows.ts'
import type { CoalitionCondition, GeneratedOutcome } from './coalition-rows.ts'
import { aloneCosts, costOf, everybody } from './cost-game.ts'
import type { Coalition, CostGame } from './cost-game.ts'
import type { LinearRow } from '../linear/solve-program.ts'

/** Rows of 0 and 1 in echelon form: tells whether what a coalition pays is settled by what others pay. */
class Span {
  readonly #rows: number[][] = []
  readonly #partners: number
  constructor(partners: number) {
    this.#partners = partners
  }
  get rank(): number {
    return this.#rows.length
  }
  #reduce(coalition: Coalition): number[] {
    const row = Array.from({ length: this.#partners }, (_, index) => (coalition >> index) & 1)
    for (const base of this.#rows) {
      const pivot = base.findIndex(value => value !== 0)
      const factor = (row[pivot] ?? 0) / (base[pivot] ?? 1)
      for (const [index, value] of base.entries()) row[index] = (row[index] ?? 0) - factor * value
    }
    return row.map(value => (Math.abs(value) < 1e-9 ? 0 : value))
  }
  has(coalition: Coalition): boolean {
    return this.#reduce(coalition).every(value => value === 0)
  }
  add(coalition: Coalition): void {
    const row = this.#reduce(coalition)
    if (row.some(value => value !== 0)) this.#rows.push(row)
  }
}

/** No partner pays more than alone, where the total allows it: the nucleolus is a point of that set (Schmeidler 1969). */
function upperBounds(game: CostGame): number[] {
  const alone = aloneCosts(game)
  const possible = alone.reduce((sum, cost) => sum + cost, 0) >= costOf(game, everybody(game)) - 1e-9
  return possible ? alone : alone.map(() => Infinity)
}

const stageProgram = (game: CostGame, settled: readonly LinearRow[], upper: readonly number[]) => ({
  costs: [...game.partners.map(() => 0), -1],
  lower: [...game.partners.map(() => -Infinity), -Infinity],
  upper: [...upper, Infinity],
  rows: [efficiencyRow(game), ...settled],
})

/** The coalitions whose satisfaction is the least one in every best solution: those with a shadow price. */
function bindingCoalitions(outcome: GeneratedOutcome, open: ReadonlySet<Coalition>): Coalition[] {
  const priced = outcome.used.filter(({ coalition }) => open.has(coalition))
  const largest = Math.max(...priced.map(({ dual }) => Math.abs(dual)))
  return priced.filter(({ dual }) => Math.abs(dual) > 1e-6 * Math.max(1, largest)).map(({ coalition }) => coalition)
}

export type Nucleolus = {
  amounts: number[]
  /** What the least satisfied coalition saves against leaving; below zero the core is empty and this is its deficit. */
  leastSatisfaction: number
  /** Linear programs solved, one for each level of satisfaction. */
  levels: number
}

/**
 * The nucleolus (Schmeidler 1969, doi 10.1137/0117107): makes the least satisfied coalition as satisfied as can be, then
 * the next, and so on. Satisfaction of S is c(S) − x(S). Lexicographic linear programs (Kopelowitz 1967) with row
 * generation; a level's coalitions are settled by their shadow prices and leave when they depend on settled ones.
 * For a game that was sampled it is the nucleolus over the coalitions that are known.
 */
export async function nucleolus(given: CostGame): Promise<Nucleolus> {
  const { game, scale } = scaled(given)
  const partners = game.partners.length
  if (partners === 1) return { amounts: [costOf(given, 1)], leastSatisfaction: 0, levels: 0 }
  const span = new Span(partners)
  span.add(everybody(game))
  const settled: LinearRow[] = []
  const upper = upperBounds(game)
  let open: CoalitionCondition[] = properCoalitions(game)
  let amounts: number[] = []
  const levels: number[] = []
  while (span.rank < partners) {
    const outcome = await solveByRowGeneration({
      partners,
      program: stageProgram(game, settled, upper),
      slackColumn: partners,
      conditions: open,
    })
    amounts = Array.from(outcome.x.subarray(0, partners))
    const satisfaction = outcome.x[partners] ?? 0
    levels.push(satisfaction * scale)
    const binding = bindingCoalitions(outcome, new Set(open.map(({ coalition }) => coalition)))
    assert(binding.length > 0, 'a level of the nucleolus settles a coalition')
    for (const coalition of binding) {
      if (span.has(coalition)) continue
      const due = costOf(game, coalition) - satisfaction
      settled.push({ ...coalitionRow(coalition, partners, due), lower: due })
      span.add(coalition)
    }
    open = open.filter(({ coalition }) => !span.has(coalition))
  }
  return { amounts: amounts.map(amount => amount * scale), leastSatisfaction: levels[0] ?? 0, levels: levels.length }
}
