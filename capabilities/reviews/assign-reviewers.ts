import { assert } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { connectedGroups } from './connected-groups.ts'
import type { ReviewLink } from './connected-groups.ts'
import type { Expert, ReviewedApplication } from './expert.ts'
import { explainShortage } from './explain-shortage.ts'
import { FlowNetwork } from './min-cost-flow.ts'

export type AssignmentRules = {
  reviewersPerApplication: number
  loadMinimum: number
  loadMaximum: number
  /** What a reviewer without one of the plan's fields costs, in units in which the n-th application of one reviewer costs 2n − 1. */
  fieldMismatchCost: number
  /** Orders what costs the same; the seed of the draw does. */
  seed: string
}

export type Reviewer = Pick<Expert, 'id' | 'name' | 'fields'>

export type AssignmentInput = {
  applications: readonly ReviewedApplication[]
  reviewers: readonly Reviewer[]
  /** Whether a reviewer must keep away from an application. */
  forbidden: (expertId: string, applicationId: string) => boolean
  /** Reviews that stand already and are kept, when a reviewer dropped out and the gaps are filled. */
  kept?: readonly ReviewLink[]
  rules: AssignmentRules
}

export type AssignmentPlan = {
  /** Sorted by application, then expert; without the kept ones. */
  pairs: { applicationId: string; expertId: string; fieldMatch: boolean }[]
  /** What the new pairs cost: growth of Σ load² over reviewers + mismatch cost × pairs without a field in common; least possible. */
  cost: number
  /** False: leniency cannot be estimated, because some reviewers share no application with the others. */
  connected: boolean
}

export const matches = (reviewer: Pick<Expert, 'fields'>, application: ReviewedApplication): boolean =>
  application.fields.length === 0 || reviewer.fields.some(field => application.fields.includes(field))

export const byKey =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

/** Real costs come first by so much that all tie-breaking figures together weigh less than one unit of them. */
const tieScale = 2 ** 24
const tieFigures = 2 ** 10

/** A figure below 1024 for a pair, from the seed: it spreads reviewers over applications where costs are equal. */
const tieFigure = (seed: string, applicationId: string, expertId: string): number =>
  Number.parseInt(sha256Hex(`${seed}/${applicationId}/${expertId}`).slice(0, 8), 16) % tieFigures

type Pair = { application: ReviewedApplication; reviewer: Reviewer; chosen: () => number; fieldMatch: boolean }

/**
 * The network: source → application (k) → reviewer (1 a pair) → sink. A reviewer's n-th application costs 2n − 1, so loads add up to
 * Σ load² and are as even as they can be. The first `loadMinimum` places of each reviewer lead through a gate of their own and the
 * others through a gate that lets only the rest pass, so a full flow means that every minimum is kept.
 */
function build(input: AssignmentInput, seed: string, withMinimum: boolean) {
  const { applications, reviewers, rules, kept = [] } = input
  const [source, sink, minimumGate, restGate] = [0, 1, 2, 3] as const
  const network = new FlowNetwork(4 + applications.length + reviewers.length)
  const taken = new Set(kept.map(link => `${link.expertId}/${link.applicationId}`))
  const pairs: Pair[] = []
  let need = 0
  for (const [index, application] of applications.entries()) {
    const open = rules.reviewersPerApplication - kept.filter(link => link.applicationId === application.applicationId).length
    need += Math.max(0, open)
    network.add(source, 4 + index, Math.max(0, open), 0)
    for (const [place, reviewer] of reviewers.entries()) {
      if (taken.has(`${reviewer.id}/${application.applicationId}`) || input.forbidden(reviewer.id, application.applicationId)) continue
      const fieldMatch = matches(reviewer, application)
      const cost = (fieldMatch ? 0 : rules.fieldMismatchCost) * tieScale + tieFigure(seed, application.applicationId, reviewer.id)
      const chosen = network.add(4 + index, 4 + applications.length + place, 1, cost)
      pairs.push({ application, reviewer, chosen, fieldMatch })
    }
  }
  const minimum = withMinimum ? rules.loadMinimum : 0
  let missing = 0
  for (const [place, reviewer] of reviewers.entries()) {
    const standing = kept.filter(link => link.expertId === reviewer.id).length
    missing += Math.max(0, minimum - standing)
    for (let load = standing + 1; load <= Math.min(rules.loadMaximum, applications.length); load++)
      network.add(4 + applications.length + place, load <= minimum ? minimumGate : restGate, 1, (2 * load - 1) * tieScale)
  }
  network.add(minimumGate, sink, missing, 0)
  network.add(restGate, sink, Math.max(0, need - missing), 0)
  return { network, pairs, need, minimumFits: missing <= need, ends: { source, sink } }
}

/** Solves once; `full` tells whether every application has its reviewers and every reviewer his minimum. */
function solve(input: AssignmentInput, seed: string, withMinimum: boolean) {
  const { network, pairs, need, minimumFits, ends } = build(input, seed, withMinimum)
  const { flow, cost } = network.send(ends.source, ends.sink)
  const reachable = network.reachable(ends.source)
  const stuck = input.applications.filter((_, index) => reachable.has(4 + index))
  return { full: minimumFits && flow === need, cost: Math.floor(cost / tieScale), pairs: pairs.filter(pair => pair.chosen() === 1), stuck }
}

const attempts = 16

/**
 * Assigns `reviewersPerApplication` reviewers to each application: no conflict, loads within limits, and of all such assignments one
 * with least cost (balance of loads and match of fields). Assignments of equal least cost are chosen among by the seed; up to
 * sixteen are looked at for one in which all reviewers hang together, because only then can leniency be compared. The answer
 * depends on the input and the seed only, not on their order.
 * @returns the plan; a Refusal that names the applications that cannot be covered, and why
 */
export function assignReviewers(unordered: AssignmentInput): Result<AssignmentPlan, Refusal> {
  const input = {
    ...unordered,
    applications: [...unordered.applications].sort(byKey(each => each.applicationId)),
    reviewers: [...unordered.reviewers].sort(byKey(each => each.id)),
  }
  const pairLimit = input.applications.length * input.rules.reviewersPerApplication
  assert(pairLimit * tieFigures < tieScale, 'a province has fewer than 16,384 reviews a round')
  const first = solve(input, `${input.rules.seed}/0`, true)
  if (!first.full) return explainShortage(input, solve(input, input.rules.seed, false))
  const links = (solution: typeof first): ReviewLink[] => [
    ...(input.kept ?? []),
    ...solution.pairs.map(({ application, reviewer }) => ({ applicationId: application.applicationId, expertId: reviewer.id })),
  ]
  const connected = (solution: typeof first): boolean => connectedGroups(links(solution)).length <= 1
  let best = first
  for (let attempt = 1; attempt < attempts && !connected(best); attempt++) {
    const next = solve(input, `${input.rules.seed}/${attempt}`, true)
    if (connected(next)) best = next
  }
  const pairs = best.pairs.map(({ application, reviewer, fieldMatch }) => ({
    applicationId: application.applicationId,
    expertId: reviewer.id,
    fieldMatch,
  }))
  return { ok: true, value: { pairs, cost: best.cost, connected: connected(best) } }
}
