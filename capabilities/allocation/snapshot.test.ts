import { expect, test } from 'vitest'
import { canonicalJson } from '@jincun/kernel'
import { allocate } from './allocate.ts'
import { proposedSettings, repeatSnapshot, takeSnapshot } from './repeat-snapshot.ts'
import { AllocationSnapshot } from './snapshot.ts'
import { realInputs, realSheet } from './testing/real-inputs.ts'

const kept = (): AllocationSnapshot => {
  const taken = takeSnapshot(realSheet, proposedSettings(realSheet, 250), realInputs)
  if (!taken.ok) throw new Error(taken.reason.message.en)
  return taken.value.snapshot
}

test('the proposed settings are those of the factor sheet', () => {
  const direct = allocate(realInputs, realSheet, { total: 250 })
  expect(direct.ok && direct.value.inputsHash).toBe(kept().inputsHash)
})

test('what went through storage repeats to the same quotas', () => {
  const stored = AllocationSnapshot.parse(JSON.parse(canonicalJson(kept())))
  const repeated = repeatSnapshot(stored)
  expect(repeated.ok && Object.fromEntries(repeated.value.provinces.map(({ code, quota }) => [code, quota]))).toEqual(stored.quotas)
})

test.each([
  [
    'a figure',
    (snapshot: AllocationSnapshot) => ({
      ...snapshot,
      inputs: {
        provinces: snapshot.inputs.provinces.map(province => ({ ...province, values: { ...province.values, n_poverty832: '1' } })),
      },
    }),
  ],
  [
    'a weight',
    (snapshot: AllocationSnapshot) => ({ ...snapshot, settings: { ...snapshot.settings, weights: { 'poverty-counties': '1' } } }),
  ],
  ['a quota', (snapshot: AllocationSnapshot) => ({ ...snapshot, quotas: { ...snapshot.quotas, '510000': 99 } })],
  ['the total', (snapshot: AllocationSnapshot) => ({ ...snapshot, settings: { ...snapshot.settings, total: 249 } })],
])('a record in which %s was changed is not shown as the result', (_, change) => {
  const repeated = repeatSnapshot(change(kept()))
  expect(repeated.ok ? null : repeated.reason.code).toBe('snapshot-differs')
})
