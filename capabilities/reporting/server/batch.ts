import type { Refusal } from '@jincun/kernel'
import type { ReadingNote } from '../index.ts'
import type { ReadingState } from './row-reader.ts'

export type BatchFormat = 'csv' | 'ndjson' | 'json' | 'xlsx'

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
