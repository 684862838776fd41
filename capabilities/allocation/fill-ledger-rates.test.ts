import { expect, test } from 'vitest'
import { fillLedgerRates } from './fill-ledger-rates.ts'

const sheet = { factors: [{ column: 'disbursement_rate', title: { zh: '资金拨付率', en: 'Disbursement rate' } }] }
const rates = [
  { provinceCode: '510000', percent: '88.85' },
  { provinceCode: '520000', percent: null },
]
const grid = (header: string[], rows: string[][]) => ({ header, rows })

test.each<[string, { header: string[]; rows: string[][] }, { header: string[]; rows: string[][] }, number]>([
  [
    'the ledger’s rate replaces what was typed; a province it does not know keeps its own',
    grid(
      ['province_code', 'disbursement_rate', 'x'],
      [
        ['510000', '99', 'a'],
        ['520000', '77', 'b'],
        ['530000', '', 'c'],
      ],
    ),
    grid(
      ['province_code', 'disbursement_rate', 'x'],
      [
        ['510000', '88.85', 'a'],
        ['520000', '77', 'b'],
        ['530000', '', 'c'],
      ],
    ),
    1,
  ],
  [
    'headings in Chinese are the same columns',
    grid(['省份代码', '资金拨付率（%）'], [['510000', '']]),
    grid(['省份代码', '资金拨付率（%）'], [['510000', '88.85']]),
    1,
  ],
  [
    'a sheet without the column gets it, empty where nothing is known',
    grid(['province_code'], [['510000'], ['520000']]),
    grid(
      ['province_code', 'disbursement_rate'],
      [
        ['510000', '88.85'],
        ['520000', ''],
      ],
    ),
    1,
  ],
  [
    'nothing known, nothing changed',
    grid(['province_code', 'disbursement_rate'], [['520000', '77']]),
    grid(['province_code', 'disbursement_rate'], [['520000', '77']]),
    0,
  ],
])('%s', (_name, before, after, filled) => {
  expect(fillLedgerRates(before, sheet, rates)).toEqual({ grid: after, filled })
})
