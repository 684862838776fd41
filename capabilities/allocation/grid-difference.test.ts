import { expect, test } from 'vitest'
import { gridDifference } from './grid-difference.ts'

const grid = {
  header: ['province_code', 'a'],
  rows: [
    ['510000', '1'],
    ['520000', ''],
  ],
}

test('equal sheets differ in nothing, whatever the order of rows', () => {
  expect(gridDifference(grid, { ...grid, rows: grid.rows.toReversed() })).toEqual([])
})

test('a changed cell, a new row and a lost column are told apart', () => {
  const after = { header: ['province_code'], rows: [['510000'], ['530000']] }
  expect(gridDifference(grid, after).map(({ path, before, after: now }) => [path, before, now])).toEqual([
    ['510000/a', '1', null],
    ['520000/province_code', '520000', null],
    ['520000/a', '', null],
    ['530000/province_code', null, '530000'],
  ])
})
