import { expect, test } from 'vitest'
import { checkReason, formatOfName } from './batch.ts'

test.each([
  ['orders.csv', 'csv'],
  ['orders.TSV', 'csv'],
  ['a.b.jsonl', 'ndjson'],
  ['orders.xlsx', 'xlsx'],
  ['orders.xls', undefined],
  ['orders', null],
])('the name %s tells the format %s', (name, format) => {
  expect(formatOfName(name)).toBe(format)
})

test('a correction needs its reason, a report none', () => {
  expect(checkReason('report', '', '--reason').ok).toBe(true)
  expect(checkReason('correction', '金额录错', '--reason').ok).toBe(true)
  expect(checkReason('correction', '', '--reason')).toMatchObject({ ok: false, reason: { code: 'reason-needed', where: '--reason' } })
})
