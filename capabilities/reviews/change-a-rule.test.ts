import { loadPolicy } from '@jincun/policy/load'
import { rewrite, withPolicyCopy } from '@jincun/policy/testing'
import { expect, test } from 'vitest'
import { checkList } from './check-list.ts'
import { aListSubject, listedCounties } from './testing/list-factory.ts'

/** Rules are data: what docs/how-to/change-a-rule.md says, done to a copy of policy/, changes findings and no code. */
const capAfter = (file: string, edit: (text: string) => string) =>
  withPolicyCopy(root => {
    rewrite(root, file, edit)
    const subject = aListSubject(listedCounties(16), { quota: 10 })
    return checkList(loadPolicy(root), subject).filter(({ code }) => code === 'application-cap')
  })

test('a changed number changes the finding: 16 of 10 fails at 150 % and passes at 160 %', () => {
  const file = 'parameters/application-cap-percent.yaml'
  expect(capAfter(file, text => text.replace('value: 150', 'value: 159'))).toMatchObject([{ status: 'unmet', force: 'must' }])
  expect(capAfter(file, text => text.replace('value: 150', 'value: 160'))).toMatchObject([{ status: 'met' }])
})

test('a changed force asks for a reason where it stopped', () => {
  const soften = (text: string) => text.replace(/(rule: application-cap\b[\s\S]*?force: )must/, '$1should')
  expect(capAfter('rules/2020.yaml', soften)).toMatchObject([{ status: 'unmet', force: 'should' }])
})

test('a rule taken out of the book no longer answers', () => {
  const remove = (text: string) => text.replace(/ {2}- rule: application-cap\b.*\n(?: {4}.*\n)+/, '')
  expect(capAfter('rules/2020.yaml', remove)).toEqual([])
})
