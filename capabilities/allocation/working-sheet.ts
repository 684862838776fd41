import type { Allocation } from './allocate.ts'
import { columnsOf } from './figures.ts'
import type { FactorInputs } from './factor-input.ts'
import { factorColumns, factorTable } from './sheet-factor.ts'
import { dataTable, factorsTable, weightsTable } from './sheet-inputs.ts'
import type { Layout, WorkingTable } from './sheet-layout.ts'
import { roundingColumnIds, roundingTable } from './sheet-rounding.ts'
import { scoresTable } from './sheet-score.ts'
import { seatColumns, seatsTable } from './sheet-seats.ts'
import { settingsTable } from './sheet-settings.ts'

/** Every step of a run as tables, from which an outsider recomputes each digit by hand, in a spreadsheet, or by program. */
export type WorkingSheet = { year: number; total: number; inputsHash: string; canonicalInputs: string; tables: readonly WorkingTable[] }

function layoutOf(allocation: Allocation): Layout {
  const rows = allocation.provinces.length
  const numbers = allocation.factors.map((_, index) => index + 1)
  const columns = [...new Set(allocation.factors.flatMap(columnsOf))]
  const places: [string, { tab: string; columns: readonly string[]; rows: number }][] = [
    ['settings', { tab: '参数', columns: ['item', 'value', 'note'], rows: 0 }],
    ['factors', { tab: '因素', columns: ['title', 'column', 'weight'], rows: allocation.factors.length }],
    ['data', { tab: '数据', columns: ['code', 'name', ...columns], rows }],
    ['weights', { tab: '计入权重', columns: ['code', 'name', ...numbers.map(number => `counted-${number}`), 'known'], rows }],
    ...numbers.map(
      number => [`factor-${number}`, { tab: `因素${number}`, columns: factorColumns, rows }] satisfies (typeof places)[number],
    ),
    ['scores', { tab: '得分', columns: ['code', 'name', ...numbers.map(number => `weighted-${number}`), 'score', 'share', 'exact'], rows }],
    ['rounding', { tab: '取整', columns: roundingColumnIds(allocation), rows }],
    ['seats', { tab: '席位', columns: seatColumns, rows }],
  ]
  return new Map(places)
}

/** The working sheet of a run; the order of its tables is the order of the calculation. */
export function workingSheet(allocation: Allocation, inputs: FactorInputs): WorkingSheet {
  const layout = layoutOf(allocation)
  const { year, total, inputsHash, canonicalInputs } = allocation
  return {
    year,
    total,
    inputsHash,
    canonicalInputs,
    tables: [
      settingsTable(allocation, layout),
      factorsTable(allocation),
      dataTable(allocation, inputs),
      ...allocation.factors.map((factor, index) => factorTable(allocation, layout, index, factor)),
      weightsTable(allocation, layout),
      scoresTable(allocation, layout),
      roundingTable(allocation, layout),
      seatsTable(allocation, layout),
    ],
  }
}
