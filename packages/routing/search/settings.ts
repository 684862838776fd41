import type { Flat } from './flat.ts'
import type { RuinSettings } from './ruin.ts'

export type RecreateSettings = {
  /** Chance of overlooking a place that would be the best so far. */
  blinkChance: number
  /** Nearest stops beside which a place is looked for. */
  beside: number
  /** Up to this many routes in use all are looked into for every insertion. */
  walkAll: number
  /** Longer routes are never walked from end to end: the time of an iteration would grow with them. */
  longestWalk: number
}

export type SearchSettings = RuinSettings &
  RecreateSettings & {
    /** Nearest stops of each that legs are exchanged with; 0: never. */
    polishReach: number
    /** Iterations a stop between two rounds of exchanging legs. */
    polishEvery: number
    /** First and last temperature, in average routes of the first plan: what matters is what a change of a route's shape costs. */
    hot: number
    cold: number
  }

const defaultSettings: SearchSettings = {
  averageRemoved: 10,
  longestString: 10,
  splitChance: 0.5,
  spareMore: 0.01,
  wholeRouteChance: 0.03,
  blinkChance: 0.01,
  beside: 20,
  walkAll: 30,
  longestWalk: 40,
  polishReach: 20,
  polishEvery: 0.5,
  hot: 0.1,
  cold: 0.0005,
}

/** From so many stops on an iteration reaches so small a part of the plan that exchanging legs all over it pays; below it only traps. */
const bigFrom = 1000

/** Iterations a millisecond buys, roughly; only the temperatures of a budget in time rest on it. */
const iterationsPerMillisecond = 50

/**
 * How a problem is searched within a budget: the more iterations a stop gets, the hotter the annealing may begin and the
 * colder it ends; with few it must soon go downhill from the first plan. Measured on Antwerp1, Leuven2 and Ghent2 (30 to 100
 * iterations a stop) and on Solomon's, Uchoa's and Salhi and Nagy's (hundreds to thousands).
 */
export function settingsFor(flat: Flat, budget: { iterations?: number; milliseconds?: number }): SearchSettings {
  const iterations = budget.iterations ?? (budget.milliseconds ?? 0) * iterationsPerMillisecond
  const effort = iterations / Math.max(1, flat.stops)
  const big = flat.stops > bigFrom
  const hot = big ? Math.min(0.1, Math.max(0.01, 0.0045 * Math.sqrt(effort))) : Math.min(0.2, Math.max(0.01, 0.2 * (effort / 150)))
  return { ...defaultSettings, hot, cold: effort < 1000 ? 0.001 : 0.0005, polishReach: big ? defaultSettings.polishReach : 0 }
}
