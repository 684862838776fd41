import type { Tone } from '@jincun/ui'
import type { ApplicationState } from '../index.ts'

/** Red for what is lost unless the centre rules, amber for what the county must mend. */
export const stateTone: Record<ApplicationState, Tone> = {
  draft: 'info',
  returned: 'should',
  submitted: 'info',
  withdrawn: 'unknown',
  forfeited: 'must',
  'accepted-for-review': 'met',
}
