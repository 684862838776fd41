import { headerRowOf } from '@jincun/documents'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { firstDataRow, allocate, workingSheet } from '../index.ts'
import { realInputs, realSheet } from '../testing/real-inputs.ts'
import { workbookOf } from './downloads.ts'

test('the formulas count rows as the workbook has them: title, two notes, heading, then data', () => {
  expect(headerRowOf({ title: '标题', notes: ['一', '二'] }) + 1).toBe(firstDataRow)
})

test('the same run gives the same bytes, and no formula is lost on the way into the file', async () => {
  const allocation = allocate(realInputs, realSheet, { total: 250 })
  if (!allocation.ok) throw new Error(allocation.reason.message.en)
  const asOf = new Date('2020-05-20T09:00:00+08:00')
  const [first, second] = [await workbookOf(allocation.value, realInputs, asOf), await workbookOf(allocation.value, realInputs, asOf)]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)

  const parts = Object.entries(unzipSync(first)).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  const written = parts.flatMap(([, bytes]) =>
    [...new TextDecoder().decode(bytes).matchAll(/<f>([^<]*)<\/f>/g)].map(match => match[1] ?? ''),
  )
  const meant = workingSheet(allocation.value, realInputs).tables.flatMap(({ rows }) =>
    rows.flat().flatMap(cell => ('formula' in cell && cell.formula ? [cell.formula] : [])),
  )
  const plain = (formula: string) =>
    formula.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&apos;', "'").replaceAll('&quot;', '"')
  expect(written.map(plain).toSorted()).toEqual(meant.toSorted())
  expect(written.length).toBeGreaterThan(1_500)
})
