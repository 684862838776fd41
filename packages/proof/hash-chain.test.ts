import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { JsonValue } from '@jincun/kernel'
import { chainStart, findChainBreak, linkHash, nextRow } from './hash-chain.ts'
import type { ChainRow } from './hash-chain.ts'
import { sha256Hex } from './sha256.ts'

function chainOf(payloads: JsonValue[]): ChainRow[] {
  const rows: ChainRow[] = []
  for (const payload of payloads) rows.push(nextRow(rows.at(-1), payload))
  return rows
}

const payloads = fc.array(fc.record({ who: fc.string(), what: fc.nat() }), { minLength: 1, maxLength: 12 })

test('the first row hashes a text an auditor can type by hand', () => {
  const [first] = chainOf([{ action: 'submit' }])
  expect(first?.hash).toBe(sha256Hex(`{"payload":{"action":"submit"},"previousHash":"${'0'.repeat(64)}","seq":1}`))
})

test('an untouched chain holds, whole or from any row on', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (list, cut) => {
      const rows = chainOf(list)
      const from = cut % rows.length
      expect(findChainBreak(rows)).toBeNull()
      expect(findChainBreak(rows.slice(from), rows[from - 1])).toBeNull()
    }),
  )
  expect(findChainBreak([])).toBeNull()
})

test('a changed payload is found at its own row', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (list, pick) => {
      const rows = chainOf(list)
      const at = pick % rows.length
      const forged = rows.map((row, index) => (index === at ? { ...row, payload: { forged: true } } : row))
      expect(findChainBreak(forged)).toMatchObject({ row: { seq: at + 1 }, fault: 'changed' })
    }),
  )
})

test('a payload changed together with its own hash is found at the next row', () => {
  const [first, second, third] = chainOf(['a', 'b', 'c'])
  if (!first || !second || !third) throw new Error('three rows were made')
  const forged = { ...second, payload: 'B', hash: linkHash(2, first.hash, 'B') }
  expect(findChainBreak([first, forged, third])).toMatchObject({ row: { seq: 3 }, fault: 'wrong-predecessor' })
})

test('a dropped, doubled or moved row is found', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 9 }), fc.nat(), (list, pick) => {
      const rows = chainOf(list)
      const at = pick % (rows.length - 1)
      expect(findChainBreak(rows.toSpliced(at, 1))).toMatchObject({ row: { seq: at + 2 }, fault: 'sequence-gap' })
      expect(findChainBreak(rows.toSpliced(at, 0, rows[at] as ChainRow))).toMatchObject({ fault: 'sequence-gap' })
      const moved = rows.toSpliced(at, 2, rows[at + 1] as ChainRow, rows[at] as ChainRow)
      expect(findChainBreak(moved)).toMatchObject({ row: { seq: at + 2 }, fault: 'sequence-gap' })
    }),
  )
})

test('a renumbered chain after a dropped row does not hold', () => {
  const [first, , third] = chainOf(['a', 'b', 'c'])
  if (!first || !third) throw new Error('three rows were made')
  expect(findChainBreak([first, { ...third, seq: 2 }])).toMatchObject({ fault: 'wrong-predecessor' })
  expect(findChainBreak([{ ...third, seq: 1, previousHash: chainStart }])).toMatchObject({ fault: 'changed' })
})
