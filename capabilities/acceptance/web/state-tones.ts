import type { Tone } from '@jincun/ui'
import type { AcceptanceState } from '../index.ts'

export const stateTones: Record<AcceptanceState, Tone> = {
  requested: 'should',
  checked: 'info',
  sampled: 'info',
  defective: 'must',
  accepted: 'met',
}
