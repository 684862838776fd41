import { describe, expect, test } from 'vitest'
import { readListTable } from './read-list-table.ts'

const heading = ['rank', 'county_code', 'type', 'score']

test('reads rows in any column order, Chinese headings and words, and skips empty rows', () => {
  const answer = readListTable([
    ['得分', '县级代码', '名次', '类型', '备注'],
    ['91.5', '511722', '1', '首次申报', ''],
    ['', ' ', '', '', ''],
    ['８８', ' 511902 ', '2', 'Repeat', '已通过'],
    ['', '230184', '', '典型激励县', ''],
    ['', '540102', '', 'region-wide', ''],
  ])
  expect(answer).toEqual({
    ok: true,
    value: [
      { rank: 1, countyCode: '511722', type: 'first', score: '91.5' },
      { rank: 2, countyCode: '511902', type: 'repeat', score: '88' },
      { rank: null, countyCode: '230184', type: 'directDesignation', score: null },
      { rank: null, countyCode: '540102', type: 'regionWide', score: null },
    ],
  })
})

describe('says where it is wrong and how to mend it', () => {
  test.each<[string, string[][], string, RegExp]>([
    ['no file content', [], 'list-column-missing', /rank,county_code,type,score/],
    ['a column missing', [['rank', 'county_code', 'type']], 'list-column-missing', /score/],
    ['a column twice', [[...heading, 'score']], 'list-column-repeated', /2/],
    ['only a heading', [heading], 'list-empty', /一行/],
    ['a short code', [heading, ['1', '51172', 'first', '9']], 'list-cell-unreadable', /第2行 county_code/],
    ['a code with a letter', [heading, ['1', '5117O2', 'first', '9']], 'list-cell-unreadable', /第2行 county_code/],
    ['rank zero', [heading, ['0', '511722', 'first', '9']], 'list-cell-unreadable', /第2行 rank/],
    ['a rank with a fraction', [heading, ['1.5', '511722', 'first', '9']], 'list-cell-unreadable', /第2行 rank/],
    ['a score with a unit', [heading, ['1', '511722', 'first', '90分']], 'list-cell-unreadable', /第2行 score/],
    ['a score in powers of ten', [heading, ['1', '511722', 'first', '9e1']], 'list-cell-unreadable', /第2行 score/],
    ['a negative score', [heading, ['1', '511722', 'first', '-1']], 'list-cell-unreadable', /第2行 score/],
    ['an unknown type', [heading, ['1', '511722', 'first', '9'], ['2', '511723', 'third', '8']], 'list-cell-unreadable', /第3行 type/],
    ['a row that ends early', [heading, ['1', '511722']], 'list-cell-unreadable', /第2行 type/],
    [
      'an empty row counts in the row numbers',
      [heading, ['', '', '', ''], ['x', '511722', 'first', '9']],
      'list-cell-unreadable',
      /第3行 rank/,
    ],
  ])('%s', (_name, cells, code, zh) => {
    const answer = readListTable(cells)
    expect(answer).toMatchObject({ ok: false, reason: { code, message: { zh: expect.stringMatching(zh) } } })
  })
})
