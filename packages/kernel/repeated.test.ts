import { expect, test } from 'vitest'
import { answerRepeated } from './repeated.ts'

const kept = { approved: 3, reason: '复核', amount: 100n, until: new Date('2020-06-28T10:00:00Z') }

test.each<[string, object, boolean]>([
  ['the same in another order of keys', { until: '2020-06-28T10:00:00.000Z', amount: '100', reason: '复核', approved: 3 }, true],
  ['another number', { ...kept, approved: 4 }, false],
  ['another reason', { ...kept, reason: '复核。' }, false],
  ['a field more', { ...kept, comment: '' }, false],
  ['a field less', { ...kept, reason: undefined }, false],
])('%s', (_name, asked, same) => {
  const answer = answerRepeated('first answer', kept, asked)
  expect(answer).toMatchObject(same ? { ok: true, value: 'first answer' } : { ok: false, reason: { code: 'id-used-for-another-order' } })
})
