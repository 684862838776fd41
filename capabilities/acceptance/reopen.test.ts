import { expect, test } from 'vitest'
import type { Acceptance } from './acceptance.ts'
import { reopenAfterCorrection } from './reopen.ts'
import { newTestId } from './testing/factory.ts'

const [city, province, earlier] = [newTestId(), newTestId(), newTestId()]
const drawn: Acceptance['sample'] = {
  number: 1,
  nonce: newTestId(),
  seed: '0'.repeat(64),
  drawnAt: '2020-06-02T02:00:00.000Z',
  city: [city],
  province: [province],
  carried: { city: [], province: [] },
}
const request = (change: Partial<Acceptance>): Acceptance => ({
  id: newTestId(),
  countyCode: '513431',
  projectId: newTestId(),
  contractId: newTestId(),
  year: 2020,
  version: 4,
  state: 'requested',
  statement: '',
  requestedOn: '2020-06-01',
  draws: 0,
  sample: null,
  carried: { city: [], province: [earlier] },
  defects: [],
  acceptedOn: null,
  acceptedBy: null,
  ...change,
})

test.each([
  ['a request not checked yet goes on', { state: 'requested' }, 4, 'requested', { city: [], province: [earlier] }],
  ['one with defects is checked again anyway', { state: 'defective' }, 4, 'defective', { city: [], province: [earlier] }],
  ['one the county had checked is checked again', { state: 'checked' }, 5, 'requested', { city: [], province: [earlier] }],
  ['a drawn site stays drawn', { state: 'sampled', draws: 1, sample: drawn }, 5, 'requested', { city: [city], province: [province] }],
] as const)('%s', (_what, change, version, state, carried) => {
  expect(reopenAfterCorrection(request(change))).toMatchObject({ version, state, carried, sample: null })
})
