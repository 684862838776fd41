import fc from 'fast-check'
import { inclusionProof, sha256Hex, treeRoot } from '@jincun/proof'
import { expect, test } from 'vitest'
import { auditHeadsFit, checkPublication, entryLeaf, entryText } from './log-entry.ts'
import type { AuditHead, LogEntry } from './log-entry.ts'

const contents = ['{"a":1}', '{"b":2}', '{"c":3}', '{"d":4}', '{"e":5}']
const entries: LogEntry[] = contents.map((content, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  countyCode: '510000',
  realm: 'demo',
  kind: 'ranked-list',
  year: 2020,
  titleZh: `名单${index}`,
  titleEn: `List ${index}`,
  hash: sha256Hex(content),
  clause: 'notice-2020/5.2',
  publishedAt: '2020-05-28T00:00:00.000Z',
}))
const leaves = entries.map(entryLeaf)
const inclusion = (index: number) => ({ index, size: leaves.length, root: treeRoot(leaves), proof: inclusionProof(leaves, index) })

test('an entry from before the audit heads keeps its text and its leaf; one with them commits to every digit', () => {
  const [old] = entries as [LogEntry]
  expect(entryText(old)).not.toContain('auditHash')
  const heads: AuditHead[] = [
    ['510000', 3, 'a'.repeat(64)],
    ['513431', 12, 'b'.repeat(64)],
  ]
  const entry = { ...old, auditHash: sha256Hex(`[["510000",3,"${'a'.repeat(64)}"],["513431",12,"${'b'.repeat(64)}"]]`) }
  expect(auditHeadsFit(heads, entry)).toBe(true)
  expect(entryLeaf(entry)).not.toBe(entryLeaf(old))
  expect(auditHeadsFit(heads.toReversed(), entry)).toBe(false)
  expect(auditHeadsFit(heads, old)).toBe(false)
})

test('every publication proves itself, and any change of its content or entry is noticed', () => {
  fc.assert(
    fc.property(fc.nat(contents.length - 1), fc.string({ minLength: 1 }), (index, added) => {
      const [content, entry] = [contents[index] ?? '', entries[index] as LogEntry]
      expect(checkPublication(content, entry, inclusion(index))).toBe('unaltered')
      expect(checkPublication(content + added, entry, inclusion(index))).toBe('content-changed')
      expect(checkPublication(content, { ...entry, titleZh: entry.titleZh + added }, inclusion(index))).toBe('not-in-log')
      expect(checkPublication(content, entry, { ...inclusion(index), index: (index + 1) % contents.length })).toBe('not-in-log')
    }),
  )
})
