import { expect, test } from 'vitest'
import { readInputGrid, refuseGrid } from './read-input-grid.ts'
import type { InputGrid } from './read-input-grid.ts'
import { realGrid, realProvinces, realSheet } from './testing/real-inputs.ts'

const context = { sheet: realSheet, provinces: realProvinces }
const read = (grid: InputGrid) => readInputGrid(grid, context)

/** The real grid with one cell changed; row 2 is Beijing. */
function withCell(row: number, column: string, value: string): InputGrid {
  const index = realGrid.header.indexOf(column)
  return {
    ...realGrid,
    rows: realGrid.rows.map((cells, at) => (at === row - 2 ? cells.map((cell, here) => (here === index ? value : cell)) : cells)),
  }
}
const withHeading = (column: string, heading: string): InputGrid => ({
  ...realGrid,
  header: realGrid.header.map(cell => (cell === column ? heading : cell)),
})

test('the real sheet reads without error; empty cells are never published', () => {
  const { inputs, errors } = read(realGrid)
  expect(errors).toEqual([])
  expect(inputs?.provinces).toHaveLength(31)
  expect(inputs?.provinces[0]?.values).toMatchObject({ n_poverty832: '0', demo_2014: null, evaluation_score: null })
})

test.each([
  ['a negative figure', withCell(24, 'n_poverty832', '-1'), 24, 'n_poverty832', 'negative'],
  ['a word', withCell(24, 'n_poverty832', '六十六'), 24, 'n_poverty832', 'not-a-number'],
  ['full-width digits', withCell(24, 'n_poverty832', '６６'), 24, 'n_poverty832', 'not-a-number'],
  ['thousands commas', withCell(24, 'pop2020', '83,674,866'), 24, 'pop2020', 'thousands-comma'],
  ['a percent sign', withCell(24, 'disbursement_rate', '95%'), 24, 'disbursement_rate', 'percent-sign'],
  ['an exponent', withCell(24, 'pop2020', '8.3e7'), 24, 'pop2020', 'not-a-number'],
  ['a formula', withCell(24, 'n_poverty832', '=33*2'), 24, 'n_poverty832', 'formula'],
  ['half a county', withCell(24, 'n_poverty832', '66.5'), 24, 'n_poverty832', 'not-whole'],
  ['a rate above 100', withCell(24, 'disbursement_rate', '100.1'), 24, 'disbursement_rate', 'too-large'],
  ['a flag of 2', withCell(24, 'has_poverty_task', '2'), 24, 'has_poverty_task', 'too-large'],
  [
    'sixteen digits',
    withCell(24, 'rural_online_retail_2019_yi_yuan', '123456.1234567891'),
    24,
    'rural_online_retail_2019_yi_yuan',
    'too-long',
  ],
  ['a code that is no province', withCell(24, 'province_code', '990000'), 24, 'province_code', 'unknown-code'],
  ['a county code', withCell(24, 'province_code', '513431'), 24, 'province_code', 'unknown-code'],
  ['no code', withCell(24, 'province_code', ''), 24, 'province_code', 'missing-code'],
  ['a province twice', withCell(24, 'province_code', '500000'), 24, 'province_code', 'duplicate-province'],
  ['a name of another province', withCell(24, 'province', '云南省'), 24, 'province', 'name-mismatch'],
  ['a column that is not known', withHeading('n_township_units', 'gdp'), 1, 'gdp', 'unknown-column'],
  ['a column twice', withHeading('n_township_units', 'n_poverty832'), 1, 'n_poverty832', 'duplicate-column'],
  [
    'a column missing',
    { header: realGrid.header.slice(0, -1), rows: realGrid.rows.map(cells => cells.slice(0, -1)) },
    1,
    'evaluation_score',
    'missing-column',
  ],
  [
    'a cell beyond the heading',
    { ...realGrid, rows: realGrid.rows.map((cells, at) => (at === 0 ? [...cells, '7'] : cells)) },
    2,
    null,
    'surplus-cell',
  ],
  ['no province', { ...realGrid, rows: [] }, null, null, 'no-rows'],
])('%s is named with row and column', (_, grid, row, column, code) => {
  const { inputs, errors } = read(grid)
  expect(inputs).toBeNull()
  expect(errors).toContainEqual(expect.objectContaining({ row, column, code }))
})

test.each([
  ['a rate of exactly 100', withCell(24, 'disbursement_rate', '100')],
  ['a rate of 0', withCell(24, 'disbursement_rate', '0')],
  ['spaces around a figure', withCell(24, 'n_poverty832', ' 66 ')],
  ['the two-digit code', withCell(24, 'province_code', '51')],
  ['no name', withCell(24, 'province', '')],
  ['a Chinese heading', withHeading('n_poverty832', '国贫县数')],
  ['an empty row in between', { ...realGrid, rows: realGrid.rows.flatMap(cells => [cells, ['', '']]) }],
])('%s is fine', (_, grid) => {
  expect(read(grid).errors).toEqual([])
})

test('all errors come at once; the refusal says the first in words and counts the others', () => {
  const both = { ...withCell(24, 'n_poverty832', '-1'), header: realGrid.header.map(cell => (cell === 'n_township_units' ? 'gdp' : cell)) }
  const { errors } = read(both)
  expect(errors).toHaveLength(2)
  expect(refuseGrid(errors).reason.message).toEqual({
    zh: '第1行“gdp”列：不认识这一列，请删去或改成规定的列名。（另有1处错误）',
    en: 'row 1, column "gdp": this column is not known: delete it or give it one of the names of the template. (and 1 more)',
  })
})
