import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { sha256Hex } from './sha256.ts'

/** One row of an append-only log; `hash` covers the row before it, so nothing can be changed, dropped or moved unseen. */
export type ChainRow = { seq: number; previousHash: string; payload: JsonValue; hash: string }

/** The `previousHash` of the first row: 64 zeros. */
export const chainStart = '0'.repeat(64)

/** What a row's `hash` must be: SHA-256 over the canonical JSON of its place, its predecessor's hash and its payload. */
export const linkHash = (seq: number, previousHash: string, payload: JsonValue): string =>
  sha256Hex(canonicalJson({ payload, previousHash, seq }))

/** The row that follows `last`; without `last`, the first row of a chain (seq 1). */
export function nextRow(last: Pick<ChainRow, 'seq' | 'hash'> | undefined, payload: JsonValue): ChainRow {
  const seq = last ? last.seq + 1 : 1
  const previousHash = last ? last.hash : chainStart
  return { seq, previousHash, payload, hash: linkHash(seq, previousHash, payload) }
}

export type ChainBreak = { row: ChainRow; fault: 'sequence-gap' | 'wrong-predecessor' | 'changed' }

/** The first row that does not follow from the one before it, and what is wrong with it; null when the chain holds. */
export function findChainBreak(rows: Iterable<ChainRow>, start?: Pick<ChainRow, 'seq' | 'hash'>): ChainBreak | null {
  let seq = start ? start.seq + 1 : 1
  let previousHash = start ? start.hash : chainStart
  for (const row of rows) {
    if (row.seq !== seq) return { row, fault: 'sequence-gap' }
    if (row.previousHash !== previousHash) return { row, fault: 'wrong-predecessor' }
    if (row.hash !== linkHash(row.seq, row.previousHash, row.payload)) return { row, fault: 'changed' }
    seq = row.seq + 1
    previousHash = row.hash
  }
  return null
}
