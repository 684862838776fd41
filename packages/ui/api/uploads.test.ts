import { expect, test } from 'vitest'
import { placeOf } from './uploads.ts'

test.each([
  ['the version seen and the id change as the answer comes', '/sheet/file?id=1&version=2', '/sheet/file?id=2&version=3', true],
  ['the reason is still being typed', '/file?id=1&seenVersion=1&reason=a', '/file?id=1&seenVersion=1&reason=ab', true],
  ['a key of one sending', '/transactions?channel=upload&key=1', '/transactions?channel=upload&key=2', true],
  ['checking only is another place', '/file?id=1', '/file?id=1&validate=1', false],
  ['another county is another place', '/imports?countyCode=513431', '/imports?countyCode=511923', false],
])('%s', (_what, one, other, same) => {
  expect(placeOf(one) === placeOf(other)).toBe(same)
})
