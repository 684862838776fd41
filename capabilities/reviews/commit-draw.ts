import { accept, canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { drawExperts, poolHash } from './draw-experts.ts'
import type { DrawCandidate, DrawnExpert, DrawPlan } from './draw-experts.ts'
import { joinSeed } from './draw-seed.ts'
import type { SeedSource } from './draw-seed.ts'
import { permitInState } from './review-lifecycle.ts'
import type { ReviewRound } from './review-round.ts'

/** What is fixed and published before the seed is known. */
export type DrawCommitment = { plan: DrawPlan; sources: readonly SeedSource[]; pool: readonly DrawCandidate[]; poolHash: string }

/** The draw as it was done; with the commitment it can be done again by anybody. */
export type Draw = DrawCommitment & { parts: readonly string[]; seed: string; drawn: readonly DrawnExpert[] }

const refusal = (code: string, zh: string, en: string): Result<never, Refusal> => refuse({ kind: 'conflict', code, message: { zh, en } })

/** One party alone could try seeds until it likes the panel; a public number or a second sealed party makes that impossible. */
const oneHanded = (sources: readonly SeedSource[]): boolean =>
  !sources.some(source => source.kind === 'public-number') && new Set(sources.map(source => source.party)).size < 2

/**
 * Fixes pool, seats and sources of the seed before the draw (五（二）公开). Refuses a panel smaller than the reviewers one application
 * needs, a pool that cannot fill it, a round without applications, and a seed that one party alone would choose.
 */
export function commitDraw(
  round: ReviewRound,
  applications: number,
  pool: readonly DrawCandidate[],
  plan: DrawPlan,
  sources: readonly SeedSource[],
): Result<DrawCommitment, Refusal> {
  const permitted = permitInState('commit', round.state)
  if (!permitted.ok) return permitted
  const { reviewersPerApplication } = round.settings
  if (applications === 0)
    return refusal('nothing-to-review', '还没有受理待评审的申报。', 'There is no application accepted for review yet.')
  if (plan.seats < reviewersPerApplication)
    return refusal(
      'panel-too-small',
      `每份申报需${reviewersPerApplication}名专家，评审组只有${plan.seats}席。`,
      `Each application needs ${reviewersPerApplication} reviewers and the panel has ${plan.seats} seats.`,
    )
  if (oneHanded(sources))
    return refusal(
      'seed-one-handed',
      '种子须来自一个公开号码，或至少两方各自封存的文本。',
      'The seed needs a public number, or sealed texts of at least two parties.',
    )
  // Whether the seats can be filled does not depend much on the seed; a trial with the pool's own hash tells before anything is published.
  const trial = drawExperts(pool, plan, poolHash(pool))
  return trial.ok ? accept({ plan, sources, pool, poolHash: poolHash(pool) }) : trial
}

/** Makes the seed of its parts and draws the panel. */
export function performDraw(round: ReviewRound, commitment: DrawCommitment, parts: readonly string[]): Result<Draw, Refusal> {
  const permitted = permitInState('draw', round.state)
  if (!permitted.ok) return permitted
  const seed = joinSeed(commitment.sources, parts)
  if (!seed.ok) return seed
  const drawn = drawExperts(commitment.pool, commitment.plan, seed.value)
  return drawn.ok ? accept({ ...commitment, parts: [...parts], seed: seed.value, drawn: drawn.value }) : drawn
}

/** Does a draw again from what was published and tells what does not agree; none means that it holds. */
export function checkDraw(draw: Draw): string[] {
  const again = drawExperts(draw.pool, draw.plan, draw.seed)
  const seed = joinSeed(draw.sources, draw.parts)
  const same = again.ok && canonicalJson(again.value) === canonicalJson([...draw.drawn])
  return [
    ...(poolHash(draw.pool) === draw.poolHash ? [] : ['pool']),
    ...(seed.ok && seed.value === draw.seed ? [] : ['seed']),
    ...(same ? [] : ['order']),
  ]
}
