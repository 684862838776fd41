import { expect, test } from 'vitest'
import fc from 'fast-check'
import { allocate } from './allocate.ts'
import type { Allocation } from './allocate.ts'
import type { AllocationOptions } from './factor-settings.ts'
import type { FactorInputs } from './factor-input.ts'
import { fromText, whole } from './rational.ts'
import { factor, factorSheet, inputs } from './testing/factory.ts'
import { recompute } from './testing/formula-evaluator.ts'
import { realInputs, realSheet } from './testing/real-inputs.ts'
import { workingSheet } from './working-sheet.ts'
import type { FactorSheet } from '@jincun/policy'

const run = (given: FactorInputs, sheet: FactorSheet, options: AllocationOptions): Allocation => {
  const result = allocate(given, sheet, options)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

/** Every formula of the sheet, recomputed, gives exactly the fraction that stands beside it, and the quotas of the run. */
function expectRecomputed(given: FactorInputs, allocation: Allocation): void {
  const sheet = workingSheet(allocation, given)
  const recomputed = recompute(sheet)
  for (const table of sheet.tables)
    for (const [row, cells] of table.rows.entries())
      for (const [index, cell] of cells.entries()) {
        const column = table.columns[index]?.id ?? ''
        if ('exact' in cell)
          expect([table.id, column, row, recomputed(table.id, column, row)]).toEqual([table.id, column, row, fromText(cell.exact)])
      }
  for (const [row, { quota }] of allocation.provinces.entries()) expect(recomputed('rounding', 'quota', row)).toEqual(whole(quota))
}

const methods = ['largest-remainder', 'webster', 'jefferson'] as const

test.each(methods)('the real inputs of 2020 by %s: all cells recompute', method => {
  for (const options of [{ total: 250 }, { total: 250, floor: 2, cap: 15 }, { total: 31, floor: 1, cap: 1 }, { total: 7 }])
    expectRecomputed(realInputs, run(realInputs, realSheet, { ...options, method }))
})

test.each(['reweight', 'zero', 'mean'] as const)(
  'missing figures by %s, all normalisations, both directions: all cells recompute',
  missing => {
    const kinds = ['share', 'max', 'min-max', 'rank'] as const
    const factors = kinds.flatMap(normalisation =>
      (['higher', 'lower'] as const).map(better =>
        factor(`${normalisation}-${better}`, { normalisation, better, missing, column: 'a+b', weightPerMille: 125 }),
      ),
    )
    const given = inputs({
      11: { a: '3', b: '4.5' },
      12: { a: '0', b: null },
      13: { a: '2', b: '2' },
      14: { a: '7', b: '0.5' },
      15: { a: '0', b: '0' },
    })
    for (const method of methods)
      for (const total of [1, 6, 17]) {
        const result = allocate(given, factorSheet(factors), { total, method })
        // Reweighting leaves province 12 without any factor, which is refused; that is said elsewhere.
        if (result.ok) expectRecomputed(given, result.value)
        else expect([missing, result.reason.code]).toEqual(['reweight', 'no-factor-counts'])
      }
  },
)

test('a tie is written down and recomputes', () => {
  const given = inputs({ 11: { a: '1' }, 12: { a: '1' }, 13: { a: '1' }, 14: { a: '3' } })
  for (const method of methods) {
    const allocation = run(given, factorSheet([factor('a')]), { total: 4, method })
    expect(allocation.tie).not.toBeNull()
    expectRecomputed(given, allocation)
  }
})

test('any sheet recomputes', () => {
  const cell = fc.option(fc.integer({ min: 0, max: 40 }).map(String), { freq: 4 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(...methods),
      fc.constantFrom('share' as const, 'max' as const, 'min-max' as const, 'rank' as const),
      fc.nat(2),
      fc.option(fc.integer({ min: 2, max: 9 })),
      (cells, total, method, normalisation, floor, cap) => {
        const given = inputs(Object.fromEntries(cells.map(([a, b], index) => [`${11 + index}`, { a, b }])))
        const sheet = factorSheet([
          factor('a', { weightPerMille: 700, normalisation, missing: 'zero' }),
          factor('b', { weightPerMille: 300, better: 'lower', missing: 'reweight' }),
        ])
        const result = allocate(given, sheet, { total, method, floor, cap })
        if (result.ok) expectRecomputed(given, result.value)
        else expect(result.reason.kind).toBe('invalid')
      },
    ),
    { numRuns: 200 },
  )
})
