import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCsvTable, parseCsvTable } from './index.ts'

test('quotes, commas and line ends inside cells are read as text', () => {
  expect(parseCsvTable('a,b\n"1,2","say ""x"""\r\n"two\nlines",\n')).toEqual([
    { a: '1,2', b: 'say "x"' },
    { a: 'two\nlines', b: '' },
  ])
})

test.each([
  ['a,b\n1\n', 'Line 2 has 1 cells, the heading 2'],
  ['a\n"open\n', 'a quote is open'],
  ['a\nx"y\n', 'a quote is open or misplaced'],
])('%j stops the program: %s', (text, message) => expect(() => parseCsvTable(text)).toThrow(message))

test('law: what was written is read back', () => {
  const rows = fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }), note: fc.string() }))
  fc.assert(
    fc.property(rows, table => {
      expect(parseCsvTable(formatCsvTable(['name', 'note'], table))).toEqual(table)
    }),
  )
})
