import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'

const pack = loadPolicy()
const at = (reference: string, path: string, text: string) => coverageOf(pack, [{ path, text }], [])[reference]

test.each([
  ['a citation in full', 'capabilities/a/server/routes.ts', "clauses: ['notice-2020/5.1']", 'notice-2020/5.1', 'code'],
  ['a citation in a test', 'capabilities/a/a.test.ts', 'notice-2020/5.1', 'notice-2020/5.1', 'tests'],
  ['a citation of a lettered clause', 'capabilities/a/a.ts', 'notice-2020/6.4d', 'notice-2020/6.4d', 'code'],
  ['a citation of the annex', 'capabilities/a/a.ts', 'notice-2017/A.3.', 'notice-2017/A.3', 'code'],
  ['a check named after its rule', 'capabilities/a/check-application-cap.ts', '', 'notice-2020/5.2', 'code'],
  ['the test of a check', 'capabilities/a/check-application-cap.test.ts', '', 'notice-2020/5.2', 'tests'],
  ['a worked case named after its rule', 'capabilities/a/cases/poverty-share.yaml', '', 'notice-2020/4.2', 'tests'],
  ['a case that names a rule', 'capabilities/a/cases/x.yaml', '- code: poverty-share\n', 'notice-2020/4.2', 'tests'],
  ['a test that names a rule', 'capabilities/a/b.test.ts', "findings.get('old-base-share')", 'notice-2017/5.1', 'tests'],
] as const)('%s counts', (_what, path, text, reference, kind) => {
  expect(at(reference, path, text)?.[kind]).toEqual([path])
})

test.each([
  ['a longer clause id', 'capabilities/a/a.ts', 'notice-2020/6.4', 'notice-2020/6.4d'],
  ['code that merely names a rule', 'capabilities/a/a.ts', "'poverty-share'", 'notice-2020/4.2'],
  ['a rule id within another word', 'capabilities/a/a.test.ts', "'no-poverty-share-here'", 'notice-2020/4.2'],
  ['a clause of another year', 'capabilities/a/a.ts', 'notice-2017/5.1', 'notice-2020/5.1'],
] as const)('%s does not count', (_what, path, text, reference) => {
  expect(at(reference, path, text)).toEqual({ code: [], screens: [], tests: [] })
})

test('a rule of two years carries the clauses of both', () => {
  const coverage = coverageOf(pack, [{ path: 'capabilities/a/check-negative-list.ts', text: '' }], [])
  expect(coverage['notice-2017/4.4']?.code).toEqual(coverage['notice-2020/3.6']?.code)
  expect(coverage['notice-2020/3.6']?.code).toHaveLength(1)
})

test('pages stand under the clauses they name, in order of their path', () => {
  const page = (path: string, clauses: string[]) => ({ path, clauses, title: { zh: path, en: path } })
  const coverage = coverageOf(pack, [], [page('/b', ['notice-2020/5.1']), page('/a', ['notice-2020/5.1']), page('/c', [])])
  expect(coverage['notice-2020/5.1']?.screens.map(({ path }) => path)).toEqual(['/a', '/b'])
})

test('the order in which files are read changes nothing', () => {
  const files = ['check-poverty-share.ts', 'check-poverty-share.test.ts', 'routes.ts', 'store.ts'].map(name => ({
    path: `capabilities/a/${name}`,
    text: 'notice-2020/5.2',
  }))
  const expected = coverageOf(pack, files, [])
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), shuffled => {
      expect(coverageOf(pack, shuffled, [])).toEqual(expected)
    }),
  )
})
