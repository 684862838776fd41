import { loadPolicy } from '@jincun/policy/load'
import { assert } from '@jincun/kernel'
import { expect, test } from 'vitest'
import { carriedOf, clauseViews, lacksOf } from './clause-view.ts'
import type { ClauseView } from './clause-view.ts'

const pack = loadPolicy()
const viewsOf = (year: number, coverage = {}): ClauseView[] => {
  const source = pack.sources.find(candidate => candidate.year === year)
  assert(source, `there is a notice of ${year}`)
  return clauseViews(pack, coverage, source)
}
const viewOf = (reference: string, coverage = {}): ClauseView => {
  const view = viewsOf(Number(reference.slice(7, 11)), coverage).find(candidate => candidate.reference === reference)
  assert(view, `there is a clause ${reference}`)
  return view
}

test('clauses come in the order of the notice, each once', () => {
  expect(viewsOf(2020).map(({ id }) => id)).toEqual(pack.sources.find(({ year }) => year === 2020)?.clauses.map(({ id }) => id))
})

test('a clause is shown with its rules and numbers', () => {
  const view = viewOf('notice-2020/4.4')
  expect(view.rules.map(({ rule, part, force }) => [rule, part, force])).toEqual([
    ['repeat-disbursement-rate', 'county', 'must'],
    ['repeat-acceptance', 'county', 'must'],
    ['repeat-outstanding-results', 'county', 'must'],
  ])
  expect(view.parameters.find(({ id }) => id === 'repeat-disbursement-rate-minimum')).toMatchObject({ value: 90, origin: null })
  expect(view.parameters.find(({ id }) => id === 'repeat-acceptance-minimum')).toMatchObject({ value: 90, origin: 'house' })
})

test('numbers of another year do not show under a clause of this one', () => {
  expect(viewsOf(2017).flatMap(({ parameters }) => parameters.map(({ id }) => id))).not.toContain('application-cap-percent')
  expect(viewsOf(2020).flatMap(({ parameters }) => parameters.map(({ id }) => id))).not.toContain('old-base-share-maximum')
})

test('entries of lists, factors, score items, preferences and plan sections stand under their clause', () => {
  const kinds = (reference: string) => [...new Set(viewOf(reference).entries.map(({ kind }) => kind))]
  expect(kinds('notice-2020/3.6')).toEqual(['list', 'plan-section'])
  expect(kinds('notice-2020/5.1')).toEqual(['list', 'factor'])
  expect(kinds('notice-2020/4.5')).toEqual(['preference'])
  expect(kinds('notice-2020/4.3')).toContain('score-item')
})

const what = { zh: '其余', en: 'the rest' }
test.each([
  ['guidance', { force: 'guidance' }, 'guidance'],
  ['a clause without plans', { force: 'must' }, 'carried'],
  ['a clause of which a part is planned', { force: 'must', planned: { issue: 3, what } }, 'partly'],
  ['a clause planned in whole', { force: 'should', planned: { issue: 3 } }, 'planned'],
] as const)('%s is %s', (_name, clause, expected) => {
  expect(carriedOf(clause)).toBe(expected)
})

const covered = { code: [], screens: [], tests: ['a.test.ts'] }
test.each([
  ['a carried clause with rule and test', 'notice-2020/5.2', { 'notice-2020/5.2': covered }, []],
  ['a carried clause without a test', 'notice-2020/5.2', {}, ['test']],
  ['a partly carried clause without a test', 'notice-2020/3.2', {}, ['test']],
  ['a planned clause', 'notice-2020/6.1', {}, []],
  ['a guidance clause', 'notice-2017/2.1', {}, []],
] as const)('%s lacks what it should', (_name, reference, coverage, expected) => {
  expect(lacksOf(viewOf(reference, coverage))).toEqual(expected)
})

test('a carried clause with nothing at all lacks carrier and test', () => {
  expect(lacksOf({ ...viewOf('notice-2020/5.2'), rules: [], entries: [] })).toEqual(['carrier', 'test'])
})
