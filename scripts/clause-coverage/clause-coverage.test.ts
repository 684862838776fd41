import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clauseOf } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { clauseViews, lacksOf } from '@jincun/rules'
import { expect, test } from 'vitest'
import { capabilities } from '../../apps/web/capabilities.ts'
import { coverageFile, coverageText, readCoverageOfRepository, root } from './read-repository.ts'

const pack = loadPolicy()
const coverage = readCoverageOfRepository()

test('the index that ships is the one this repository gives; if not, run npm run -s clause-coverage', () => {
  expect(readFileSync(coverageFile, 'utf8')).toBe(coverageText(coverage))
})

test('every clause that claims to be carried has something that does it, and a test', () => {
  const lacking = pack.sources
    .flatMap(source => clauseViews(pack, coverage, source))
    .map(view => `${view.reference} ${view.term.zh}: lacks ${lacksOf(view).join(', ')}`)
    .filter(line => !line.endsWith('lacks '))
  expect(lacking).toEqual([])
})

test('a clause whose test is taken away is told', () => {
  const without = Object.fromEntries(Object.entries(coverage).map(([reference, entry]) => [reference, { ...entry, tests: [] }]))
  const lacking = pack.sources
    .flatMap(source => clauseViews(pack, without, source))
    .filter(view => lacksOf(view).includes('test'))
    .map(({ reference }) => reference)
  expect(lacking).toEqual(expect.arrayContaining(['notice-2020/4.4', 'notice-2020/5.2', 'notice-2017/5.1']))
  expect(lacking).not.toContain('notice-2020/6.1') // planned in whole
})

test('everything the index names is there', () => {
  const named = Object.values(coverage).flatMap(({ code, tests }) => [...code, ...tests])
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
})

test('a page cites only clauses that a notice has', () => {
  const cited = capabilities.flatMap(({ pages }) => pages.flatMap(({ path, clauses = [] }) => clauses.map(clause => ({ path, clause }))))
  expect(cited.filter(({ clause }) => clauseOf(pack, clause) === undefined)).toEqual([])
})
