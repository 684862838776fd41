import type { Bilingual } from '@jincun/policy'
import type { Direction, Owed, OwedSummary } from '../index.ts'

/** What the routes answer, as the pages read it: bigint comes as decimal text. */
export type SumsView = {
  orders: string
  quantityThousandths: string
  amountFen: string
  refundedOrders: string
  refundedFen: string
  netFen: string
}

export type FiguresView = {
  place: { code: string; name: string; level: string }
  from: string
  to: string
  coverage: { counties: number; countiesWithData: number; countyMonths: number; countyMonthsWithData: number; asOf: string | null }
  up: SumsView | null
  down: SumsView | null
  parts: { code: string; name: string; up: SumsView | null; down: SumsView | null }[]
  months: { month: string; up: SumsView | null; down: SumsView | null }[]
  categories: { code: number; id: string; title: Bilingual; group: string; direction: Direction; sums: SumsView }[]
}

export type FaultView = { row: number; column: string; code: string; value: string; message: string }
export type NoteView = { code: string; column: string; count: number; firstRow: number; message: string }

export type BatchLine = {
  id: string
  countyCode: string
  contractor: string
  kind: 'report' | 'correction'
  reason: string
  mode: 'atomic' | 'row-wise'
  fileName: string
  state: 'receiving' | 'received' | 'stored' | 'refused'
  rows: number
  accepted: number
  duplicates: number
  rejected: number
  fileBytes: number
  readBytes: number
  fileSha256: string | null
  receivedAt: string
  refusal: { message: Bilingual } | null
}

export type BatchesView = { rows: BatchLine[]; contractors: { code: string; name: string }[]; asOf: string }
export type BatchView = BatchLine & { receivedBy: string | null; errors: FaultView[]; errorsTotal: number; notes: NoteView[] }

/** Answer of a submission: the batch, or what would become of it. */
export type SubmitView = Pick<BatchLine, 'rows' | 'accepted' | 'duplicates' | 'rejected'> & {
  validateOnly?: boolean
  batch?: string
  state?: BatchLine['state']
  refusal?: { message: Bilingual } | null
  errors: FaultView[]
  notes: NoteView[]
}

export type OwedView = { rows: Owed[]; summary: OwedSummary; asOf: string }

export type RowView = {
  orderNumber: string
  businessTime: string
  entryTime: string | null
  direction: Direction
  category: number
  quantityThousandths: string
  amountFen: string
  sellerPlace: string
  buyerPlace: string
  channel: string
  station: string | null
  waybill: string | null
  refundOf: string | null
  sign: number
  batchId: string
  rowNumber: number
  contractor: string
}
export type RowsView = { rows: RowView[]; total: number; asOf: string }
