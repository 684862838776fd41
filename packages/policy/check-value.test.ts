import { expect, test } from 'vitest'
import { wantedInstead } from './check-value.ts'

test.each([
  ['percent', 0, true],
  ['percent', 150, true],
  ['percent', -1, false],
  ['percent', '90', false],
  ['ratio', '1/3', true],
  ['ratio', '191/1000', true],
  ['ratio', '1/0', false],
  ['ratio', 1, false],
  ['count', 7, true],
  ['count', ['7'], false],
  ['points', 0, true],
  ['fen', 1_500_000_000, true],
  ['fen', '15000000.00', false],
  ['date', '2020-02-29', true],
  ['date', '2019-02-29', false],
  ['date', '2020-5-29', false],
  ['date', 'soon', false],
  ['place-codes', ['54', '5401', '540102'], true],
  ['place-codes', [], false],
  ['place-codes', ['54', '54'], false],
  ['place-codes', ['5'], false],
  ['ids', ['oldRevolutionaryBase'], false],
  ['ids', ['old-base'], true],
  ['flag', false, true],
  ['flag', 'yes', false],
] as const)('unit %s, value %j: fits %s', (unit, value, fits) => {
  expect(wantedInstead(unit, Array.isArray(value) ? [...value] : (value as string | number | boolean)) === null).toBe(fits)
})
