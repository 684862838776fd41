import { expect, test } from 'vitest'
import { permitInState, reviewRoundActions, roundCan, roundStateNames } from './review-lifecycle.ts'
import { ReviewRoundState } from './review-round.ts'

test('pool and settings are fixed before the draw, scores after the close', () => {
  expect(ReviewRoundState.options.filter(state => roundCan('change', state))).toEqual(['preparing'])
  expect(ReviewRoundState.options.filter(state => roundCan('draw', state))).toEqual(['committed'])
  expect(ReviewRoundState.options.filter(state => roundCan('score', state))).toEqual(['scoring'])
})

test('a confirmed round can only be published, a cancelled one not touched at all', () => {
  const actions = Object.keys(reviewRoundActions) as (keyof typeof reviewRoundActions)[]
  expect(actions.filter(action => roundCan(action, 'confirmed'))).toEqual(['publish'])
  expect(actions.filter(action => roundCan(action, 'cancelled'))).toEqual([])
})

test('a refusal names the state it is in and the states it needs', () => {
  expect(permitInState('close', 'scoring').ok).toBe(true)
  const refused = permitInState('close', 'inviting')
  expect(refused).toMatchObject({
    ok: false,
    reason: { kind: 'wrong-state', message: { zh: expect.stringContaining(roundStateNames.scoring.zh) } },
  })
})
