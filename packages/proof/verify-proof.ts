import { nodeHash } from './merkle-tree.ts'
import type { HashHex } from './merkle-tree.ts'

// Halving with Math.floor, not >>, because a log may grow past 2^31 entries.
const half = (n: number): number => Math.floor(n / 2)
const isOdd = (n: number): boolean => n % 2 === 1
const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const areHashes = (...texts: string[]): boolean => texts.every(text => /^[0-9a-f]{64}$/.test(text))

export type InclusionClaim = { leaf: HashHex; index: number; size: number; root: HashHex; proof: readonly HashHex[] }

/**
 * Whether `proof` shows the entry to stand at `index` (from 0) of the log of `size` entries with that root
 * (RFC 9162 §2.1.3.2). Anything malformed is false, never an exception: proofs come from strangers.
 */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes(leaf, root, ...proof)) return false
  let [fn, sn, hash] = [index, size - 1, leaf]
  for (const step of proof) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(step, hash)
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else hash = nodeHash(hash, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && hash === root
}

export type ConsistencyClaim = { oldSize: number; oldRoot: HashHex; newSize: number; newRoot: HashHex; proof: readonly HashHex[] }

/**
 * Whether `proof` shows the log of `oldSize` entries to be the beginning of the log of `newSize` entries
 * (RFC 9162 §2.1.4.2; 0 < oldSize ≤ newSize). Anything malformed is false.
 */
export function verifyConsistency({ oldSize, oldRoot, newSize, newRoot, proof }: ConsistencyClaim): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize === 0 || oldSize > newSize) return false
  if (!areHashes(oldRoot, newRoot, ...proof)) return false
  if (oldSize === newSize) return proof.length === 0 && oldRoot === newRoot
  const [first, ...steps] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  if (first === undefined || proof.length === 0) return false
  return climb(first, steps, oldSize - 1, newSize - 1, oldRoot, newRoot)
}

function isPowerOfTwo(n: number): boolean {
  let power = 1
  while (power < n) power *= 2
  return power === n
}

/** Steps 4–7 of RFC 9162 §2.1.4.2: both roots are rebuilt from the same hashes. */
function climb(first: HashHex, steps: HashHex[], oldLast: number, newLast: number, oldRoot: HashHex, newRoot: HashHex): boolean {
  let [fn, sn] = [oldLast, newLast]
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)]
  let [oldHash, newHash] = [first, first]
  for (const step of steps) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      oldHash = nodeHash(step, oldHash)
      newHash = nodeHash(step, newHash)
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else newHash = nodeHash(newHash, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && oldHash === oldRoot && newHash === newRoot
}
