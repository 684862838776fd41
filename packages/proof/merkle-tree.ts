import { assert } from '@jincun/kernel'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { bytesOf } from './sha256.ts'

// RFC 9162 §2.1.1: leaves and inner nodes are hashed under different first bytes, so one can never pass for the other.
const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** A hash as 64 lower-case hexadecimal digits. */
export type HashHex = string

/** The root of a log without entries: SHA-256 of nothing (RFC 9162 §2.1.1). */
const emptyRoot: HashHex = bytesToHex(sha256(new Uint8Array()))

/** The hash of one entry (a text is taken as UTF-8); the functions here work on these, so entries themselves may stay private. */
export const leafHash = (entry: string | Uint8Array): HashHex => bytesToHex(sha256(concatBytes(leafPrefix, bytesOf(entry))))

export const nodeHash = (left: HashHex, right: HashHex): HashHex =>
  bytesToHex(sha256(concatBytes(nodePrefix, hexToBytes(left), hexToBytes(right))))

/** The largest power of two below `size` (RFC 9162 calls it k); `size` is at least 2. */
function splitPoint(size: number): number {
  let k = 1
  while (k * 2 < size) k *= 2
  return k
}

/** The root hash of a log, from its leaf hashes in order (RFC 9162 §2.1.1, MTH). */
export function treeRoot(leaves: readonly HashHex[]): HashHex {
  const rootOf = (from: number, to: number): HashHex => {
    if (to - from === 1) return leaves[from] as HashHex
    const middle = from + splitPoint(to - from)
    return nodeHash(rootOf(from, middle), rootOf(middle, to))
  }
  return leaves.length === 0 ? emptyRoot : rootOf(0, leaves.length)
}

/** The hashes that lead from entry `index` (from 0) to the root (RFC 9162 §2.1.3.1, PATH). Throws when there is no such entry. */
export function inclusionProof(leaves: readonly HashHex[], index: number): HashHex[] {
  assert(Number.isInteger(index) && index >= 0 && index < leaves.length, `the log has an entry ${index}`)
  if (leaves.length === 1) return []
  const k = splitPoint(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return index < k ? [...inclusionProof(left, index), treeRoot(right)] : [...inclusionProof(right, index - k), treeRoot(left)]
}

/**
 * The hashes that show the first `oldSize` entries to be unchanged in today's log (RFC 9162 §2.1.4.1, PROOF).
 * Throws unless 0 < oldSize ≤ the log's size.
 */
export function consistencyProof(leaves: readonly HashHex[], oldSize: number): HashHex[] {
  assert(Number.isInteger(oldSize) && oldSize > 0 && oldSize <= leaves.length, `the log once had ${oldSize} entries`)
  return subProof(leaves, oldSize, true)
}

/** RFC 9162 §2.1.4.1, SUBPROOF(m, D, b): `known` says whether the verifier already holds the root of these leaves. */
function subProof(leaves: readonly HashHex[], m: number, known: boolean): HashHex[] {
  if (m === leaves.length) return known ? [] : [treeRoot(leaves)]
  const k = splitPoint(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m <= k ? [...subProof(left, m, known), treeRoot(right)] : [...subProof(right, m - k, false), treeRoot(left)]
}
