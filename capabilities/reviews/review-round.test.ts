import { loadPolicy } from '@jincun/policy/load'
import { PolicyGap } from '@jincun/policy'
import { expect, test } from 'vitest'
import { reviewSettingsFor, ReviewSettings } from './review-round.ts'

const pack = await loadPolicy()

test("the settings of 2020 come from the year's parameters", () => {
  const settings = reviewSettingsFor(pack, 2020)
  expect(ReviewSettings.parse(settings)).toEqual(settings)
  expect(settings).toMatchObject({ reviewersPerApplication: 5, clause: 'notice-2020/5.2' })
})

test('a year whose notice knows no review has no settings, and the file to fill is named', () => {
  expect(() => reviewSettingsFor(pack, 2017)).toThrow(PolicyGap)
  expect(() => reviewSettingsFor(pack, 2017)).toThrow('policy/parameters/reviewers-per-application.yaml')
})
