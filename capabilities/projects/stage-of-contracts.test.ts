import { expect, test } from 'vitest'
import { stageAfterTermination } from './stage-of-contracts.ts'

const [one, two] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']
const both = [
  { id: one, state: 'signed' },
  { id: two, state: 'terminated' },
] as const
const none = [{ id: two, state: 'terminated' }] as const

test.each([
  ['the last contract goes: nothing is completed any more', 'completed', none, [], true, 'procuring'],
  ['the last contract goes and nothing was ever bought', 'completed', none, [], false, 'planned'],
  ['the same while the work went on', 'under-way', none, [], true, 'procuring'],
  ['the last open one goes, the other is accepted', 'completed', both, [one], true, 'accepted'],
  ['one that is not accepted stands', 'completed', both, [], true, 'completed'],
  ['the work of the one that stands goes on', 'under-way', both, [one], true, 'under-way'],
  ['a stopped project stays stopped', 'stopped', none, [], true, 'stopped'],
  ['an accepted one stays accepted', 'accepted', none, [], true, 'accepted'],
] as const)('%s: %s', (_what, stage, contracts, accepted, procured, after) => {
  expect(stageAfterTermination(stage, { contracts, accepted: new Set(accepted), procured })).toBe(after)
})
