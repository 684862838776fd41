import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { factorSheetFor, listFor, parameterFor, PolicyGap, ruleBookFor, workPlanFor } from './index.ts'
import { loadPolicy } from './load.ts'
import { rewrite, withPolicyCopy } from './testing.ts'

const page = readFileSync(new URL('../../docs/how-to/add-a-year.md', import.meta.url), 'utf8')
const commands = /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? ''

/** Does what the page says, in a copy of policy/. */
const addYear = (root: string) => execFileSync('bash', ['-euc', commands], { cwd: root })

test('the commands of the how-to add the year 2031, and the loader accepts it', () => {
  withPolicyCopy(root => {
    addYear(root)
    const pack = loadPolicy(root)
    expect([...pack.ruleBooks.keys()]).toEqual([2017, 2020, 2031])
    expect(ruleBookFor(pack, 2031).list.map(({ rule }) => rule)).toContain('application-cap')
    expect(parameterFor(pack, 'ranked-list-deadline', 2031)).toMatchObject({ value: '2031-05-29', clause: 'notice-2031/5.3' })
    expect(listFor(pack, 'support-modes', 2031).length).toBe(3)
    expect(factorSheetFor(pack, 2031).year).toBe(2031)
    expect(workPlanFor(pack, 2031, 'county').sections.length).toBeGreaterThan(5)
  })
})

test('the older years are untouched and 2017 values do not run on', () => {
  withPolicyCopy(root => {
    addYear(root)
    const [shipped, extended] = [loadPolicy(), loadPolicy(root)]
    for (const year of [2017, 2020]) expect(ruleBookFor(extended, year)).toEqual(ruleBookFor(shipped, year))
    for (const [id, { values }] of shipped.parameters) expect(extended.parameters.get(id)?.values).toMatchObject(values)
    expect(() => parameterFor(extended, 'old-base-share-maximum', 2031)).toThrow(PolicyGap)
  })
})

test('a number of the new year that was removed again is missed by name', () => {
  withPolicyCopy(root => {
    addYear(root)
    rewrite(root, 'parameters/application-cap-percent.yaml', text => text.slice(0, text.search(/^ {2}.2031.:/m)))
    expect(() => loadPolicy(root)).toThrow(/rules\/2031\.yaml › list\[5\]\.parameters\.maximum: .*没有2031年的值/)
  })
})
