import { readFileSync } from 'node:fs'
import { listFor } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { classifyText, normaliseText } from '@jincun/projects'
import { classifyLine } from './classify-line.ts'
import { lineFrom, projectFrom } from './testing/factory.ts'

const pack = loadPolicy()
const list = listFor(pack, 'negative-list', 2020)
type Names = Record<'prohibited' | 'doubtful' | 'clear', string[]>
const names: Names = parse(readFileSync(new URL('cases/line-names.yaml', import.meta.url), 'utf8'))
const rows = Object.entries(names).flatMap(([verdict, lines]) => lines.map(name => [name, verdict] as const))

/** A line in a project with a harmless name, paid from central funds. */
const verdictOf = (name: string, centralWan = '1', projectName = '演示项目') => {
  const line = lineFrom({ name, centralWan }, 'line')
  const project = projectFrom({ name: projectName, area: 'training', mode: 'service-purchase', lines: [] }, 'project', 2020)
  return classifyLine({ project, line, where: 'plan.projects[0].lines[0]' }, [], pack, 2020)
}

test('the table is large and on every side', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
})

test.each(rows)('%j is %s', (name, verdict) => {
  expect(verdictOf(name)).toMatchObject({ verdict })
})

test('only central funds are limited: the last fen decides', () => {
  expect(verdictOf('商务局办公楼改造', '0.000001').verdict).toBe('prohibited')
  expect(verdictOf('商务局办公楼改造', '0').verdict).toBe('clear')
})

test('an amount not yet said counts as central', () => {
  const line = { ...lineFrom({ name: '办公楼', centralWan: '1' }, 'line'), centralFen: null }
  const project = projectFrom({ name: '项目', area: 'training', mode: 'other', lines: [] }, 'project', 2020)
  expect(classifyLine({ project, line, where: '' }, [], pack, 2020).verdict).toBe('prohibited')
})

test('a project named after something forbidden makes its lines doubtful', () => {
  const found = verdictOf('土建工程', '1', '电商大厦综合楼建设')
  expect(found).toMatchObject({ verdict: 'doubtful', matches: [{ word: '综合楼', manner: 'in-project' }] })
})

test('the matched words and the clause are told', () => {
  expect(classifyText('中心水电费', list).matches).toMatchObject([{ word: '水电费', entry: { clause: 'notice-2020/3.6' } }])
})

const noises = [' ', '　', '·', '-', '_', '.', '*', '\u200b', '\t', '“', '（', '~', '|']
test('no sign put between the characters hides a word', () => {
  const words = list.flatMap(entry => entry.keywords ?? [])
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.array(fc.constantFrom(...noises), { minLength: 1, maxLength: 12 }), (word, signs) => {
      const hidden = [...word].map((character, index) => character + (signs[index % signs.length] ?? '')).join('')
      expect(classifyText(`项目${hidden}支出`, list).verdict).toBe('prohibited')
    }),
  )
})

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
    }),
  )
})

test('2017 had no land and no staff costs on its list', () => {
  const earlier = listFor(pack, 'negative-list', 2017)
  expect(classifyText('物流园征地补偿', earlier).verdict).toBe('clear')
  expect(classifyText('物流园征地补偿', list).verdict).toBe('prohibited')
})
