import type { Ratio } from '@jincun/kernel'
import { compare } from './rational.ts'

/** What a province brings to the rounding: its score and the least and most seats it may have. */
export type Claim = { code: string; score: Ratio; floor: number; cap: number }

/**
 * One seat a province competes for. `seat` says its how-manieth seat it is; `priority` is what decides:
 * the remainder of its exact quota (largest remainder), or score ÷ (seat − ½) (Webster), or score ÷ seat (Jefferson).
 */
export type SeatClaim = { code: string; seat: number; priority: Ratio; score: Ratio }

/** The published order of seats: higher priority first; equal priorities by larger score, then by lower code. */
export function compareSeatClaims(a: SeatClaim, b: SeatClaim): number {
  return compare(b.priority, a.priority) || compare(b.score, a.score) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}

/** Seats by code, with the last seat each province won beyond its floor and the next one it would win. */
export type Seats = {
  quota: ReadonlyMap<string, number>
  lastSeats: readonly SeatClaim[]
  nextSeats: readonly SeatClaim[]
}

/** Where the seats ran out. Both null only when floors or caps fix every seat. */
export type SeatLine = { lastIn: SeatClaim | null; nextInLine: SeatClaim | null }

export function seatLineOf({ lastSeats, nextSeats }: Pick<Seats, 'lastSeats' | 'nextSeats'>): SeatLine {
  return { lastIn: lastSeats.toSorted(compareSeatClaims).at(-1) ?? null, nextInLine: nextSeats.toSorted(compareSeatClaims)[0] ?? null }
}

/** A seat that equal priorities contested: who got it by the published rule (larger score, then lower code) and who did not. */
export type Tie = { priority: Ratio; won: readonly SeatClaim[]; lost: readonly SeatClaim[] }

export function tieAtTheLine(seats: Seats): Tie | null {
  const { lastIn, nextInLine } = seatLineOf(seats)
  if (!lastIn || !nextInLine || compare(lastIn.priority, nextInLine.priority) !== 0) return null
  const atLine = (claim: SeatClaim): boolean => compare(claim.priority, lastIn.priority) === 0
  return {
    priority: lastIn.priority,
    won: seats.lastSeats.filter(atLine).toSorted(compareSeatClaims),
    lost: seats.nextSeats.filter(atLine).toSorted(compareSeatClaims),
  }
}
