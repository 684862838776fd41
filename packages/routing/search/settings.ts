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
    /** First and last temperature, in average legs of the first plan. */
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
  longestWalk: 60,
  hot: 1,
  cold: 0.003,
}

/** Iterations a millisecond buys, roughly; only the temperatures of a budget in time rest on it. */
const iterationsPerMillisecond = 50

/**
 * How a problem is searched within a budget: the more iterations a stop gets, the hotter the annealing may begin and the
 * colder it ends; with few it must go downhill from the first plan at once.
 */
export function settingsFor(flat: Flat, budget: { iterations?: number; milliseconds?: number }): SearchSettings {
  const iterations = budget.iterations ?? (budget.milliseconds ?? 0) * iterationsPerMillisecond
  const effort = iterations / Math.max(1, flat.stops)
  return { ...defaultSettings, hot: Math.min(1, Math.max(0.1, effort / 500)), cold: effort < 1000 ? 0.01 : 0.003 }
}
