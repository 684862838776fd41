import { expect, test } from 'vitest'
import fc from 'fast-check'
import { consistencyProof, inclusionProof, leafHash, treeRoot } from './merkle-tree.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

const logOf = (size: number): string[] => Array.from({ length: size }, (_, index) => leafHash(`entry ${index}`))
const otherHash = leafHash('not in the log')
const flip = (hash: string): string => (hash[0] === '0' ? '1' : '0') + hash.slice(1)

test('every entry of every log up to 40 entries is proved, and at no other place', () => {
  for (let size = 1; size <= 40; size++) {
    const leaves = logOf(size)
    const root = treeRoot(leaves)
    for (const [index, leaf] of leaves.entries()) {
      const claim = { leaf, index, size, root, proof: inclusionProof(leaves, index) }
      expect(verifyInclusion(claim)).toBe(true)
      const elsewhere = leaves.keys().filter(other => other !== index && verifyInclusion({ ...claim, index: other }))
      expect([...elsewhere]).toEqual([])
    }
  }
})

test('every beginning of every log up to 40 entries is proved', () => {
  for (let newSize = 1; newSize <= 40; newSize++) {
    const leaves = logOf(newSize)
    for (let oldSize = 1; oldSize <= newSize; oldSize++) {
      const [oldRoot, newRoot] = [treeRoot(leaves.slice(0, oldSize)), treeRoot(leaves)]
      expect(verifyConsistency({ oldSize, oldRoot, newSize, newRoot, proof: consistencyProof(leaves, oldSize) })).toBe(true)
    }
  }
})

const place = fc.integer({ min: 2, max: 200 }).chain(size => fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }))

test('an inclusion claim changed anywhere is refused', () => {
  fc.assert(
    fc.property(place, fc.nat(), ({ size, index }, pick) => {
      const leaves = logOf(size)
      const proof = inclusionProof(leaves, index)
      const claim = { leaf: leaves[index] ?? '', index, size, root: treeRoot(leaves), proof }
      const at = pick % proof.length
      const tampered = [
        { ...claim, leaf: otherHash },
        { ...claim, root: otherHash },
        { ...claim, proof: proof.with(at, flip(proof[at] ?? '')) },
        { ...claim, proof: proof.toSpliced(at, 1) },
        { ...claim, proof: [...proof, otherHash] },
        { ...claim, index: size },
        { ...claim, index: -1 },
        { ...claim, index: index + 0.5 },
      ]
      expect(tampered.map(verifyInclusion)).toEqual(tampered.map(() => false))
    }),
  )
})

test('a consistency claim changed anywhere is refused', () => {
  fc.assert(
    fc.property(place, fc.nat(), ({ size, index }, pick) => {
      const oldSize = index === 0 ? 1 : index
      const leaves = logOf(size)
      const proof = consistencyProof(leaves, oldSize)
      const claim = { oldSize, oldRoot: treeRoot(leaves.slice(0, oldSize)), newSize: size, newRoot: treeRoot(leaves), proof }
      const at = pick % proof.length
      const tampered = [
        { ...claim, oldRoot: otherHash },
        { ...claim, newRoot: otherHash },
        { ...claim, proof: proof.with(at, flip(proof[at] ?? '')) },
        { ...claim, proof: proof.toSpliced(at, 1) },
        { ...claim, proof: [...proof, otherHash] },
        { ...claim, oldSize: 0 },
        { ...claim, newSize: oldSize - 1 },
        { ...claim, newSize: oldSize },
      ]
      expect(tampered.map(verifyConsistency)).toEqual(tampered.map(() => false))
    }),
  )
})

test('a log whose past entry was rewritten has no honest proof from the old root', () => {
  fc.assert(
    fc.property(place, ({ size, index }) => {
      const before = logOf(index + 1)
      const rewritten = logOf(size).with(index, otherHash)
      const claim = { oldSize: index + 1, oldRoot: treeRoot(before), newSize: size, newRoot: treeRoot(rewritten) }
      expect(verifyConsistency({ ...claim, proof: consistencyProof(rewritten, index + 1) })).toBe(false)
    }),
  )
})

test('an inner node never passes for an entry (second preimage)', () => {
  const leaves = logOf(4)
  const inner = treeRoot(leaves.slice(0, 2))
  expect(verifyInclusion({ leaf: inner, index: 0, size: 4, root: treeRoot(leaves), proof: inclusionProof(leaves, 0) })).toBe(false)
  expect(leafHash(Buffer.from(leaves.slice(0, 2).join(''), 'hex'))).not.toBe(inner)
})

test.each([['short'], ['G'.repeat(64)], ['']])('a malformed hash %j is false, not an exception', hash => {
  const leaves = logOf(3)
  const root = treeRoot(leaves)
  expect(verifyInclusion({ leaf: leaves[0] ?? '', index: 0, size: 3, root, proof: [hash, hash] })).toBe(false)
  expect(verifyConsistency({ oldSize: 2, oldRoot: hash, newSize: 3, newRoot: root, proof: consistencyProof(leaves, 2) })).toBe(false)
})

test.each([[-1], [3], [1.5]])('asking the log itself for entry %d is a bug', index => {
  expect(() => inclusionProof(logOf(3), index)).toThrow('Broken belief')
})

test.each([[0], [4]])('asking the log itself about its past size %d is a bug', oldSize => {
  expect(() => consistencyProof(logOf(3), oldSize)).toThrow('Broken belief')
})
