import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignReviewers, matches } from './assign-reviewers.ts'
import type { AssignmentInput, AssignmentPlan, AssignmentRules } from './assign-reviewers.ts'
import { anApplication, anExpert, applicationId, expertId } from './testing/factory.ts'

const rules = (more: Partial<AssignmentRules> = {}): AssignmentRules => ({
  reviewersPerApplication: 2,
  loadMinimum: 0,
  loadMaximum: 10,
  fieldMismatchCost: 3,
  seed: 'seed',
  ...more,
})

const plan = (input: AssignmentInput): AssignmentPlan => {
  const result = assignReviewers(input)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

const loadsOf = (pairs: readonly { expertId: string }[]): Map<string, number> => {
  const loads = new Map<string, number>()
  for (const { expertId } of pairs) loads.set(expertId, (loads.get(expertId) ?? 0) + 1)
  return loads
}

/** Every assignment there is, by trying all: the least cost, or null when there is none. */
function bruteForce({ applications, reviewers, forbidden, rules }: AssignmentInput): number | null {
  let least: number | null = null
  const loads = reviewers.map(() => 0)
  const go = (application: number, from: number, taken: number, cost: number): void => {
    const current = applications[application]
    if (!current) {
      if (loads.some(load => load < rules.loadMinimum)) return
      const total = cost + loads.reduce((sum, load) => sum + load * load, 0)
      if (least === null || total < least) least = total
      return
    }
    if (taken === rules.reviewersPerApplication) {
      go(application + 1, 0, 0, cost)
      return
    }
    for (const [place, reviewer] of reviewers.entries()) {
      const load = loads[place] ?? 0
      if (place < from || load >= rules.loadMaximum || forbidden(reviewer.id, current.applicationId)) continue
      loads[place] = load + 1
      go(application, place + 1, taken + 1, cost + (matches(reviewer, current) ? 0 : rules.fieldMismatchCost))
      loads[place] = load
    }
  }
  go(0, 0, 0, 0)
  return least
}

const fields = ['training', 'joint-delivery', 'produce-to-city']
const someFields = fc.subarray(fields, { minLength: 1, maxLength: 2 })
const instance = fc
  .record({
    applications: fc.array(someFields, { minLength: 1, maxLength: 4 }),
    reviewers: fc.array(someFields, { minLength: 1, maxLength: 5 }),
    conflicts: fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 6 }),
    k: fc.integer({ min: 1, max: 3 }),
    loadMinimum: fc.nat(2),
    loadMaximum: fc.integer({ min: 1, max: 4 }),
    fieldMismatchCost: fc.nat(5),
  })
  .map(({ applications, reviewers, conflicts, k, loadMinimum, loadMaximum, fieldMismatchCost }): AssignmentInput => {
    const kept = new Set(conflicts.map(([application, reviewer]) => `${expertId(reviewer + 1)}/${applicationId(application + 1)}`))
    return {
      applications: applications.map((each, index) => anApplication(index + 1, { fields: each })),
      reviewers: reviewers.map((each, index) => anExpert(index + 1, { fields: each })),
      forbidden: (expert, application) => kept.has(`${expert}/${application}`),
      rules: rules({ reviewersPerApplication: k, loadMinimum, loadMaximum: Math.max(loadMinimum, loadMaximum), fieldMismatchCost }),
    }
  })

test('the cost is the least of all assignments there are, and there is none exactly when it refuses', () => {
  fc.assert(
    fc.property(instance, input => {
      const result = assignReviewers(input)
      expect(result.ok ? result.value.cost : null).toBe(bruteForce(input))
    }),
    { numRuns: 400 },
  )
})

test('every application has its reviewers once each, loads are within limits, no conflict, and the cost is what it says', () => {
  fc.assert(
    fc.property(instance, input => {
      const result = assignReviewers(input)
      if (!result.ok) return
      const { pairs, cost } = result.value
      for (const { applicationId } of input.applications)
        expect(new Set(pairs.filter(pair => pair.applicationId === applicationId).map(pair => pair.expertId)).size).toBe(
          input.rules.reviewersPerApplication,
        )
      expect(pairs.length).toBe(input.applications.length * input.rules.reviewersPerApplication)
      expect(pairs.some(pair => input.forbidden(pair.expertId, pair.applicationId))).toBe(false)
      const loads = loadsOf(pairs)
      for (const { id } of input.reviewers) {
        expect(loads.get(id) ?? 0).toBeGreaterThanOrEqual(input.rules.loadMinimum)
        expect(loads.get(id) ?? 0).toBeLessThanOrEqual(input.rules.loadMaximum)
      }
      const squares = [...loads.values()].reduce((sum, load) => sum + load * load, 0)
      expect(cost).toBe(squares + input.rules.fieldMismatchCost * pairs.filter(pair => !pair.fieldMatch).length)
    }),
  )
})

test('the order of applications and reviewers does not matter', () => {
  fc.assert(
    fc.property(instance, input => {
      const turned = { ...input, applications: [...input.applications].reverse(), reviewers: [...input.reviewers].reverse() }
      expect(assignReviewers(turned)).toEqual(assignReviewers(input))
    }),
  )
})

const panel = (
  applications: number,
  reviewers: number,
  more: Partial<AssignmentRules>,
  forbidden: AssignmentInput['forbidden'] = () => false,
): AssignmentInput => ({
  applications: Array.from({ length: applications }, (_, index) => anApplication(index + 1)),
  reviewers: Array.from({ length: reviewers }, (_, index) => anExpert(index + 1)),
  forbidden,
  rules: rules(more),
})

test('a province of 60 applications and 25 reviewers: loads differ by at most one and all reviewers hang together', () => {
  const { pairs, connected } = plan(panel(60, 25, { reviewersPerApplication: 5, loadMaximum: 30 }))
  expect([...loadsOf(pairs).values()].every(load => load === 12)).toBe(true)
  expect(connected).toBe(true)
})

test('an application with too few reviewers after conflicts is named', () => {
  const result = assignReviewers(panel(3, 3, {}, (expert, application) => application === applicationId(2) && expert !== expertId(1)))
  expect(result).toMatchObject({
    ok: false,
    reason: { code: 'reviewers-short', details: { applications: [applicationId(2)], reason: 'conflicts' } },
  })
  expect(!result.ok && result.reason.message.zh).toContain('示例县2（可评1人）')
})

test('a group that its reviewers cannot cover within the load limit is named, and only that group', () => {
  // Applications 1–3 may be reviewed by experts 1 and 2 only, 4 by everybody: 6 reviews, 2 × 2 at most.
  const result = assignReviewers(
    panel(4, 6, { loadMaximum: 2 }, (expert, application) => application !== applicationId(4) && expert > expertId(2)),
  )
  expect(result).toMatchObject({ ok: false, reason: { details: { applications: [1, 2, 3].map(applicationId), reason: 'capacity' } } })
})

test('a least load that cannot be kept is said so', () => {
  expect(assignReviewers(panel(2, 5, { loadMinimum: 1 }))).toMatchObject({ ok: false, reason: { details: { reason: 'minimum' } } })
  expect(loadsOf(plan(panel(2, 4, { loadMinimum: 1 })).pairs).size).toBe(4)
})

test('a reviewer of the field is preferred until the load would get uneven', () => {
  const input: AssignmentInput = {
    ...panel(3, 0, { reviewersPerApplication: 1, fieldMismatchCost: 3 }),
    reviewers: [anExpert(1, { fields: ['training'] }), anExpert(2, { fields: ['joint-delivery'] })],
  }
  // Loads 3/0 cost 9; 2/1 cost 5 + 3 = 8; 1/2 cost 5 + 6.
  expect(plan(input).cost).toBe(8)
  expect(plan({ ...input, rules: rules({ reviewersPerApplication: 1, fieldMismatchCost: 5 }) }).cost).toBe(9)
})

test('when a reviewer drops out, the reviews that stand are kept and only the gaps are filled', () => {
  const input = panel(6, 5, { reviewersPerApplication: 3 })
  const before = plan(input).pairs
  const kept = before.filter(pair => pair.expertId !== expertId(1))
  const left = { ...input, reviewers: input.reviewers.filter(reviewer => reviewer.id !== expertId(1)), kept }
  const added = plan(left).pairs
  expect(added.length).toBe(before.length - kept.length)
  const all = [...kept, ...added]
  expect(new Set(all.map(pair => `${pair.applicationId}/${pair.expertId}`)).size).toBe(before.length)
  for (const { applicationId } of input.applications) expect(all.filter(pair => pair.applicationId === applicationId)).toHaveLength(3)
  // 18 reviews over four reviewers: 5, 5, 4, 4.
  expect([...loadsOf(all).values()].sort()).toEqual([4, 4, 5, 5])
})
