import { costOf, everybody, membersOf, paidBy } from './cost-game.ts'
import type { Coalition, CostGame } from './cost-game.ts'
import { solveProgram } from '../linear/solve-program.ts'
import type { LinearProgram, LinearRow, ProgramOutcome } from '../linear/solve-program.ts'
import { assert } from '@jincun/kernel'

/** What a coalition must not pay beyond: x(S) ≤ c(S) − slack × σ(S), where σ is another column of the program. */
export type CoalitionCondition = { coalition: Coalition; limit: number }

/** A program whose first n columns are the partners' amounts; coalition rows are added as they are broken. */
export type SharingProgram = {
  partners: number
  program: LinearProgram
  /** The column that is taken from every coalition's limit, e.g. the least satisfaction; absent: none. */
  slackColumn?: number
  conditions: readonly CoalitionCondition[]
}

export const coalitionRow = (coalition: Coalition, partners: number, upper: number, slackColumn?: number): LinearRow => {
  const columns = membersOf(coalition, partners)
  const values = columns.map(() => 1)
  return slackColumn === undefined
    ? { lower: -Infinity, upper, columns, values }
    : { lower: -Infinity, upper, columns: [...columns, slackColumn], values: [...values, 1] }
}

/** Everything that is shared sums to the cost of all together. */
export const efficiencyRow = (game: CostGame): LinearRow => {
  const together = costOf(game, everybody(game))
  return { ...coalitionRow(everybody(game), game.partners.length, together), lower: together }
}

/** Coalitions of which only some partners are members: those that could walk away. */
export const properCoalitions = (game: CostGame): CoalitionCondition[] =>
  [...game.costs].filter(([coalition]) => coalition !== everybody(game)).map(([coalition, limit]) => ({ coalition, limit }))

export type GeneratedOutcome = ProgramOutcome & {
  /** Coalitions whose row was generated, with the row's shadow price. */
  used: readonly { coalition: Coalition; dual: number }[]
}

const rowsAtATime = 8

/**
 * Solves a program with a row for every coalition without writing them all: begins with single partners, adds the
 * broken ones until none is broken (row generation, Göthe-Lundgren, Jörnsten & Värbrand 1996, doi 10.1007/BF02592194).
 */
export async function solveByRowGeneration(sharing: SharingProgram, tolerance = 1e-9): Promise<GeneratedOutcome> {
  const { partners, program, slackColumn, conditions } = sharing
  const used = conditions.filter(({ coalition }) => (coalition & (coalition - 1)) === 0)
  const inUse = new Set(used.map(({ coalition }) => coalition))
  for (let round = 0; round <= conditions.length; round++) {
    const rows = [...program.rows, ...used.map(({ coalition, limit }) => coalitionRow(coalition, partners, limit, slackColumn))]
    const outcome = await solveProgram({ ...program, rows })
    assert(outcome.status === 'optimal', `a sharing program has a solution (${outcome.status})`)
    const slack = slackColumn === undefined ? 0 : (outcome.x[slackColumn] ?? 0)
    const amounts = Array.from(outcome.x.subarray(0, partners))
    const broken = conditions
      .map(condition => ({ condition, by: paidBy(condition.coalition, amounts) + slack - condition.limit }))
      .filter(({ condition, by }) => by > tolerance && !inUse.has(condition.coalition))
      .sort((one, other) => other.by - one.by)
      .slice(0, rowsAtATime)
    if (broken.length === 0) {
      const duals = used.map(({ coalition }, index) => ({ coalition, dual: outcome.duals[program.rows.length + index] ?? 0 }))
      return { ...outcome, used: duals }
    }
    for (const { condition } of broken) {
      used.push(condition)
      inUse.add(condition.coalition)
    }
  }
  assert(false, 'row generation ends when every coalition has its row')
}

/** The game in units of its largest cost, so that tolerances mean the same for fen and for millions. */
export function scaled(game: CostGame): { game: CostGame; scale: number } {
  const scale = Math.max(1e-12, ...[...game.costs.values()].map(Math.abs))
  return { game: { ...game, costs: new Map([...game.costs].map(([coalition, cost]) => [coalition, cost / scale])) }, scale }
}
