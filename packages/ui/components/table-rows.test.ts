import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf, searchRows, sortRows } from './table-rows.ts'
import type { Column } from './table-rows.ts'

type County = { name: string; score: string | null; fen: string }
const columns: Column<County>[] = [
  { key: 'name', title: '县', value: row => row.name },
  { key: 'score', title: '得分', value: row => row.score, numeric: true },
  { key: 'fen', title: '金额', value: row => row.fen, numeric: true },
  { key: 'actions', title: '办理' },
]
const counties: County[] = [
  { name: '西昌市', score: '91.5', fen: '1,000' },
  { name: '安岳县', score: null, fen: '200' },
  { name: '会东县', score: '100', fen: '30' },
]
const names = (sort: string): string[] => sortRows(counties, columns, sort).map(row => row.name)

test.each([
  ['name', ['安岳县', '会东县', '西昌市']],
  ['-name', ['西昌市', '会东县', '安岳县']],
  ['score', ['西昌市', '会东县', '安岳县']],
  ['-score', ['会东县', '西昌市', '安岳县']],
  ['fen', ['会东县', '安岳县', '西昌市']],
  ['actions', ['西昌市', '安岳县', '会东县']],
  ['unknown', ['西昌市', '安岳县', '会东县']],
  ['', ['西昌市', '安岳县', '会东县']],
])('sorted by %j: names by pinyin, figures by size, missing last in both directions', (sort, expected) => {
  expect(names(sort)).toEqual(expected)
})

test.each([
  ['县', 2],
  ['西昌 91', 1],
  ['西昌 100', 0],
  ['  ', 3],
])('searching %j finds %i rows: every word, in any column', (find, count) => {
  expect(searchRows(counties, columns, find)).toHaveLength(count)
})

test('pages cover every row once, in order, and no page lies beyond the ends', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), fc.integer(), (rows, size, wild) => {
      const { pages } = pageOf(rows, 1, size)
      const all = Array.from({ length: pages }, (_, index) => pageOf(rows, index + 1, size).shown).flat()
      expect(all).toEqual(rows)
      const { current } = pageOf(rows, wild, size)
      expect(current).toBeGreaterThanOrEqual(1)
      expect(current).toBeLessThanOrEqual(pages)
    }),
  )
})
