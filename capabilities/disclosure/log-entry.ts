import { asJson, canonicalJson } from '@jincun/kernel'
import { leafHash, sha256Hex, verifyInclusion } from '@jincun/proof'
import type { HashHex } from '@jincun/proof'

/**
 * A publication without its content, as it stands in the public log: where, what, when, by which clause, and the SHA-256 of the content.
 * Who pressed the button is not in it: the log is for the public.
 */
export type LogEntry = {
  id: string
  countyCode: string
  realm: string
  kind: string
  year: number
  titleZh: string
  titleEn: string
  /** SHA-256 of the content, 64 hexadecimal digits. */
  hash: HashHex
  clause: string
  /** ISO instant. */
  publishedAt: string
  /** SHA-256 over the heads of the audit chains that moved since the entry before; entries older than this rule have none. */
  auditHash?: HashHex
}

/** The end of a place's audit chain: place code, number of its last row, hash of that row. */
export type AuditHead = readonly [place: string, seq: number, hash: HashHex]

/** Where an entry stands in a log of `size` entries, and the hashes that lead from it to the root (RFC 9162 §2.1.3). */
export type Inclusion = { index: number; size: number; root: HashHex; proof: readonly HashHex[] }

/** The text of an entry: canonical JSON. Its bytes (UTF-8) are the leaf of the Merkle tree; old entries must keep their text for ever. */
export const entryText = (entry: LogEntry): string => canonicalJson(entry)

/** The leaf hash of an entry. */
export const entryLeaf = (entry: LogEntry): HashHex => leafHash(entryText(entry))

/** Whether these are the heads of audit chains that the entry was published with. An audit log that lacks one of these rows was rewritten. */
export const auditHeadsFit = (heads: readonly AuditHead[], entry: Pick<LogEntry, 'auditHash'>): boolean =>
  sha256Hex(canonicalJson(asJson(heads))) === entry.auditHash

export type PublicationCheck = 'unaltered' | 'content-changed' | 'not-in-log'

/** Whether the content is the one the entry names, and whether the entry stands in the log with that root. Runs in the browser too. */
export function checkPublication(content: string, entry: LogEntry, inclusion: Inclusion): PublicationCheck {
  if (sha256Hex(content) !== entry.hash) return 'content-changed'
  return verifyInclusion({ leaf: entryLeaf(entry), ...inclusion }) ? 'unaltered' : 'not-in-log'
}
