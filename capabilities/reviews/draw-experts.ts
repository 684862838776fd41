import { canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { z } from 'zod'
import type { Expert } from './expert.ts'
import { normalName } from './find-conflicts.ts'

/** How many seats the panel has, and how many of them must go to a field of expertise. */
export const DrawPlan = z.strictObject({
  seats: z.number().int().min(1).max(500),
  fieldSeats: z.array(z.strictObject({ field: z.string().min(1), seats: z.number().int().min(1) })).max(20),
  organisationMaximum: z.number().int().min(1).nullable(),
})
export type DrawPlan = z.infer<typeof DrawPlan>

/** What the draw looks at of an expert; published with the draw, so it holds nothing private. */
export type DrawCandidate = Pick<Expert, 'id' | 'fields' | 'organisationName'>

/** One expert's place in the drawn order and whether it is a seat of the panel or a reserve. */
export type DrawnExpert = { expertId: string; place: number; digest: string; seat: boolean; forField: string | null }

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The hash of a pool, published before the seed is known, so that nobody can be slipped in or out afterwards:
 * SHA-256 of the canonical JSON of id, fields and organisation of each candidate, sorted by id.
 */
export const poolHash = (pool: readonly DrawCandidate[]): string =>
  sha256Hex(
    canonicalJson(
      [...pool]
        .sort((a, b) => compareTexts(a.id, b.id))
        .map(({ id, fields, organisationName }) => ({ id, fields: [...fields].sort(), organisationName })),
    ),
  )

/** The figure an expert is ordered by: SHA-256 of seed, slash, expert id, as UTF-8. */
export const drawDigest = (seed: string, expertId: string): string => sha256Hex(`${seed}/${expertId}`)

const tooFew = (what: { zh: string; en: string }, wanted: number, found: number): Result<never, Refusal> =>
  refuse({
    kind: 'conflict',
    code: 'pool-too-small',
    message: {
      zh: `${what.zh}需要${wanted}名专家，可抽取的只有${found}名；请补充专家库、减少名额、放宽单位上限，或把紧缺的方向排在前面。`,
      en: `${what.en} needs ${wanted} experts and only ${found} can be drawn; add experts, reduce the seats, raise the organisation limit, or put the scarcer field first.`,
    },
    details: { wanted, found },
  })

/** Takes seats in drawn order, watching the limit per organisation. */
class Seating {
  readonly taken = new Map<string, string | null>()
  readonly #organisations = new Map<string, number>()
  readonly #limit: number
  constructor(limit: number | null) {
    this.#limit = limit ?? Number.POSITIVE_INFINITY
  }
  /** Seats up to `wanted` of the candidates; says how many it could. */
  seat(candidates: readonly DrawCandidate[], wanted: number, field: string | null): number {
    let seated = 0
    for (const candidate of candidates) {
      if (seated === wanted) break
      const organisation = normalName(candidate.organisationName)
      const already = this.#organisations.get(organisation) ?? 0
      if (this.taken.has(candidate.id) || already >= this.#limit) continue
      this.taken.set(candidate.id, field)
      this.#organisations.set(organisation, already + 1)
      seated++
    }
    return seated
  }
}

/**
 * Draws a panel: every candidate gets the digest sha256(seed + '/' + id); ascending digests are the drawn order. Field seats are
 * filled first, in the order of the plan, each by the first in drawn order who has the field; the other seats by the first who are
 * left. Everybody else is a reserve in drawn order. The result does not depend on the order of the pool.
 *
 * To re-perform it with a spreadsheet and `sha256sum`: take the published candidates and seed, compute
 * `printf %s '<seed>/<id>' | sha256sum` for each, sort by the result, and walk down the list as above.
 * @returns all candidates in drawn order; a Refusal when seats cannot be filled
 */
export function drawExperts(pool: readonly DrawCandidate[], plan: DrawPlan, seed: string): Result<DrawnExpert[], Refusal> {
  const digests = new Map(pool.map(candidate => [candidate.id, drawDigest(seed, candidate.id)]))
  const digestOf = (id: string): string => digests.get(id) ?? ''
  const order = [...pool].sort((a, b) => compareTexts(digestOf(a.id), digestOf(b.id)) || compareTexts(a.id, b.id))
  const seating = new Seating(plan.organisationMaximum)
  let left = plan.seats
  for (const { field, seats } of plan.fieldSeats) {
    const seated = seating.seat(
      order.filter(candidate => candidate.fields.includes(field)),
      seats,
      field,
    )
    if (seated < seats) return tooFew({ zh: `方向“${field}”`, en: `The field ${field}` }, seats, seated)
    left -= seats
  }
  if (left < 0) return tooFew({ zh: '各方向名额之和', en: 'The field seats together' }, plan.seats - left, plan.seats)
  const seated = seating.seat(order, left, null)
  if (seated < left) return tooFew({ zh: '评审组', en: 'The panel' }, plan.seats, plan.seats - left + seated)
  return {
    ok: true,
    value: order.map(({ id }, index) => ({
      expertId: id,
      place: index + 1,
      digest: digestOf(id),
      seat: seating.taken.has(id),
      forField: seating.taken.get(id) ?? null,
    })),
  }
}

/**
 * Who is invited when a seat falls free: the first in drawn order who was never invited, has the seat's field (if it has one) and
 * keeps the limit per organisation among those still on the panel. Null when the reserve is used up.
 */
export function nextReserve(
  drawn: readonly DrawnExpert[],
  pool: readonly DrawCandidate[],
  invited: ReadonlySet<string>,
  onPanel: ReadonlySet<string>,
  rule: { field: string | null; organisationMaximum: number | null },
): DrawnExpert | null {
  const candidates = new Map(pool.map(candidate => [candidate.id, candidate]))
  const organisationOf = (id: string): string => normalName(candidates.get(id)?.organisationName ?? '')
  const fits = ({ expertId }: DrawnExpert): boolean => {
    const candidate = candidates.get(expertId)
    if (!candidate || invited.has(expertId) || (rule.field !== null && !candidate.fields.includes(rule.field))) return false
    const colleagues = [...onPanel].filter(id => organisationOf(id) === organisationOf(expertId)).length
    return rule.organisationMaximum === null || colleagues < rule.organisationMaximum
  }
  return [...drawn].sort((a, b) => a.place - b.place).find(fits) ?? null
}
