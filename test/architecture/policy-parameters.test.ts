import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { productFiles, read } from './repository.ts'

const pack = loadPolicy()
const code = productFiles.filter(file => file.endsWith('.ts')).map(file => read(file))
const inRuleBooks = new Set(
  [...pack.ruleBooks.values()].flatMap(({ county, plan, list, final }) =>
    [...county, ...plan, ...list, ...final].flatMap(({ parameters }) => Object.values(parameters)),
  ),
)

/** A number that nothing reads would be changed in good faith and change nothing. */
const isRead = (id: string): boolean => inRuleBooks.has(id) || code.some(text => text.includes(`'${id}'`))

test('every number of policy/parameters is read by a rule or by code', () => {
  expect(pack.parameters.size).toBeGreaterThan(30)
  expect([...pack.parameters.keys()].filter(id => !isRead(id))).toEqual([])
  expect(isRead('a-number-' + 'nobody-reads')).toBe(false)
})

test('every number that code reads by name is there', () => {
  const named = code.flatMap(text => [...text.matchAll(/parameterFor\([^()]*?, '([a-z-]+)'/g)].map(match => match[1] ?? ''))
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter(id => !pack.parameters.has(id))).toEqual([])
})

test('every rule has a title that readers understand', () => {
  const untitled = [...pack.ruleBooks.values()].flatMap(({ year, county, plan, list, final }) =>
    [...county, ...plan, ...list, ...final].filter(({ title }) => !title).map(({ rule }) => `${year} ${rule}`),
  )
  expect(untitled).toEqual([])
})
