import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { ReadingNote } from '../index.ts'
import type { ReadingState } from './row-reader.ts'

export type BatchFormat = 'csv' | 'ndjson' | 'json' | 'xlsx'

const byEnding: Record<string, BatchFormat> = {
  csv: 'csv',
  txt: 'csv',
  tsv: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  json: 'json',
  xlsx: 'xlsx',
}

/** The format a file's name tells by its ending; undefined for an ending nobody reads, null where there is none. */
export function formatOfName(fileName: string): BatchFormat | undefined | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  return ending === undefined ? null : byEnding[ending]
}

/** A correction stands only with its reason (6.4d: what was reported is never changed in silence). `where` names where it is to be given. */
export function checkReason(kind: BatchOrder['kind'], reason: string, where: string): Result<null> {
  if (kind === 'report' || reason !== '') return accept(null)
  return refuse({ kind: 'invalid', code: 'reason-needed', where, message: { zh: '更正须写明原因。', en: 'A correction needs a reason.' } })
}

/** What whoever sends a file says of it. */
export type BatchOrder = {
  id: string
  countyCode: string
  realm: string
  /** 统一社会信用代码 of the contractor whose orders these are. */
  contractor: string
  kind: 'report' | 'correction'
  reason: string
  mode: 'atomic' | 'row-wise'
  channel: 'command' | 'upload' | 'api' | 'form' | 'paper'
  format: BatchFormat
  fileName: string
  idempotencyKey: string
  personId: string | null
}

export type BatchCounts = { rows: number; accepted: number; duplicates: number; rejected: number }

export type BatchState = 'receiving' | 'received' | 'stored' | 'refused'

/** A batch as it stands: how far it is read and what became of its rows. */
export type Batch = BatchOrder &
  BatchCounts & {
    typeVersion: number
    state: BatchState
    fileBytes: number
    fileSha256: string | null
    nextByte: number
    reading: ReadingState
    notes: ReadingNote[]
    /** Accepted rows by month of their business. */
    months: Record<string, number>
    refusal: Refusal | null
    receivedAt: Date
    finishedAt: Date | null
  }
