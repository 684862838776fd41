import { expect, test } from 'vitest'
import { photoSignals, serialSignals } from './index.ts'
import type { PlacedUse } from './reuse-signals.ts'

let made = 0
const use = (change: Partial<PlacedUse> = {}): PlacedUse => {
  made += 1
  return {
    mark: 'SN-1',
    countyCode: '513431',
    placeName: '昭觉县',
    year: 2020,
    projectId: '01900000-0000-7000-8000-000000000001',
    projectName: '中心',
    kind: 'asset',
    recordId: `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    label: '电脑',
    opens: '513431',
    ...change,
  }
}
const elsewhere = { countyCode: '511923', placeName: '平昌县', opens: '511923' }
const another = { projectId: '01900000-0000-7000-8000-000000000002' }

test.each<[string, PlacedUse[], [string, string][]]>([
  ['one card', [use()], []],
  ['two numbers', [use(), use({ mark: 'SN-2' })], []],
  ['two cards of one project', [use(), use()], [['513431', '同一项目']]],
  ['two projects', [use(), use(another)], [['513431', '跨项目']]],
  ['two years', [use(), use({ ...another, year: 2017 })], [['513431', '跨年度']]],
  [
    'two counties, each told once',
    [use(), use({ ...another, ...elsewhere, year: 2017 })],
    [
      ['513431', '跨县'],
      ['511923', '跨县'],
    ],
  ],
])('a serial number: %s', (_what, cards, expected) => {
  const said = serialSignals(cards)
  expect(said.map(({ countyCode, message }) => [countyCode, /（(.+)）/.exec(message.zh)?.[1]])).toEqual(expected)
  for (const { countyCode, rows } of said) {
    expect(rows).toHaveLength(cards.length)
    expect(rows[0]).toMatchObject({ kind: 'assets', key: countyCode })
  }
})

test('a photo of a sign shown again as progress says of what it is shown, and each row opens the page of its record', () => {
  const photo = { mark: 'ab'.repeat(32) }
  const [only, ...more] = photoSignals([
    use({ ...photo, kind: 'sign', opens: '513431/2020/p' }),
    use({ ...photo, kind: 'visit', opens: '513431/r' }),
  ])
  expect(more).toEqual([])
  expect(only).toMatchObject({ code: 'photo-used-again', rows: [{ kind: 'project' }, { kind: 'acceptance', key: '513431/r' }] })
  expect(only?.message.zh).toContain('标识照片、验收检查照片')
})
