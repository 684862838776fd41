import type { Tone } from '@jincun/ui'
import type { ReviewRound } from '../../index.ts'

/** The colour of a round's state: red is kept for what has to be done. */
export const roundTones: Record<ReviewRound['state'], Tone> = {
  preparing: 'info',
  committed: 'info',
  inviting: 'info',
  scoring: 'info',
  closed: 'should',
  confirmed: 'met',
  cancelled: 'unknown',
}
