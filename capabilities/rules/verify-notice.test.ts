import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiedRuns, longestSharedRun, verifyNotice } from './verify-notice.ts'

const pack = loadPolicy()
const found = (text: string, id: string) =>
  verifyNotice(pack, 2020, text).find(({ file }) => file === `policy/parameters/${id}.yaml`)?.found

test.each([
  ['a percentage as it is written', '不超过150%的上限', 'application-cap-percent', true],
  ['a full-width percent sign', '不超过150％', 'application-cap-percent', true],
  ['white space in between', '15 0 %', 'application-cap-percent', true],
  ['another percentage', '不超过160%', 'application-cap-percent', false],
  ['a part of a longer number', '不超过1150%', 'application-cap-percent', false],
  ['a fraction', '不少于1/3', 'poverty-share-minimum', true],
  ['a part of a longer fraction', '不少于1/30', 'poverty-share-minimum', false],
  ['a day', '应于5月29日前', 'ranked-list-deadline', true],
  ['another day', '应于5月28日前', 'ranked-list-deadline', false],
  ['a day that ends like it', '应于15月29日前', 'ranked-list-deadline', false],
] as const)('%s: found %s', (_what, text, id, expected) => {
  expect(found(text, id)).toBe(expected)
})

test('numbers of the house are not sought in the notice', () => {
  expect(found('', 'reviewers-per-application')).toBeUndefined()
})

test.each([
  ['三、支持（一）物流（二）服务四、范围', '三（二）', true],
  ['三、支持（一）物流四、范围（二）别处', '三（二）', false],
  ['四、范围', '三', false],
  ['附件：要求', '附件 一', true],
])('in %s, %s stands: %s', (text, where, expected) => {
  const [first] = pack.sources
  const clauses = first ? [{ ...first, year: 2020, clauses: first.clauses.slice(0, 1).map(clause => ({ ...clause, where })) }] : []
  expect(verifyNotice({ ...pack, parameters: new Map(), sources: clauses }, 2020, text).map(entry => entry.found)).toEqual([expected])
})

test('a shared run is a run of both, and no longer one is shared', () => {
  const word = fc.string({ unit: fc.constantFrom('县', '乡', '村'), maxLength: 12 })
  fc.assert(
    fc.property(word, word, (text, notice) => {
      const run = longestSharedRun(text, notice)
      expect(text.includes(run) && notice.includes(run)).toBe(true)
      for (let start = 0; start + run.length < text.length; start++)
        expect(notice.includes(text.slice(start, start + run.length + 1))).toBe(false)
    }),
  )
})

test('a paraphrase that copies a sentence is told with the run; one that shares a phrase is not', () => {
  const [source] = pack.sources
  const [clause] = source?.clauses ?? []
  const written = (zh: string) => (clause ? [{ ...clause, paraphrase: { zh, en: zh } }] : [])
  const sentence = '各级部门应当按照规定及时足额拨付资金并公开'
  expect(copiedRuns(written(`省里要求${sentence}`), `一、${sentence}。`)).toEqual([{ id: clause?.id, run: sentence }])
  expect(copiedRuns(written('及时足额拨付资金'), `一、${sentence}。`)).toEqual([])
})
