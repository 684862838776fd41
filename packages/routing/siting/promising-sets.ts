import type { RelaxedPoint } from './lagrangian-bound.ts'
import { totalDemand } from './siting-problem.ts'
import type { OpenSite, SitingProblem } from './siting-problem.ts'

type Candidate = { option: OpenSite; cost: number; capacity: number }

const setsMax = 200_000

/**
 * Sets of open sites in the order of what the relaxation says they cost at least: that bound is a sum over the sites, so
 * sets are enumerated by branch and bound within `room` above the relaxation's own bound. A set must hold the demand.
 * @param number how many of the cheapest to answer
 */
export function promisingSets(problem: SitingProblem, point: RelaxedPoint, room: number, number: number): (readonly OpenSite[])[] {
  const candidates: Candidate[] = [...point.siteCost.keys()]
    .map(site => {
      const size = point.siteSize[site] as number
      return { option: { site, size }, cost: point.siteCost[site] as number, capacity: problem.sites[site]?.sizes[size]?.capacity ?? 0 }
    })
    .filter(({ cost }) => cost <= room)
    .sort((one, other) => one.cost - other.cost)
  const needed = totalDemand(problem)
  const found: { cost: number; open: OpenSite[] }[] = []
  let visited = 0
  /** @param excess what is above the bound already: open sites that cost, closed ones that would have paid */
  const visit = (at: number, open: OpenSite[], capacity: number, excess: number): void => {
    if (excess > room || visited++ > setsMax) return
    let skipped = excess
    for (let next = at; next < candidates.length; next++) {
      const { option, cost, capacity: more } = candidates[next] as Candidate
      visit(next + 1, [...open, option], capacity + more, skipped + Math.max(0, cost))
      skipped += Math.max(0, -cost)
    }
    if (capacity >= needed && skipped <= room) found.push({ cost: skipped, open })
  }
  visit(0, [], 0, 0)
  return found
    .sort((one, other) => one.cost - other.cost)
    .slice(0, number)
    .map(({ open }) => open)
}
