import { provinceCodeOf } from '@jincun/places'
import type { ReactNode } from 'react'
import { Link, useText } from '@jincun/ui'
import { filterMessages } from './filter-messages.ts'

/** What of an entry says which record gave rise to it. */
export type RecordOfEntry = { recordKind: string; recordId: string; countyCode: string; batchYear?: number }

type Word = Extract<keyof (typeof filterMessages)['zh'], `record_${string}`>

/** The page of the record behind an entry, by the kind it was posted with; null where the entry is itself the record. */
function pageOf({ recordKind, recordId, countyCode, batchYear }: RecordOfEntry): { href: string; word: Word } | null {
  switch (recordKind) {
    case 'payment-request':
      return { href: `/payments/${recordId}`, word: 'record_payment' }
    case 'plan-line':
      return batchYear ? { href: `/payments/budget/${countyCode}/${batchYear}`, word: 'record_planLine' } : null
    case 'settlement':
    case 'advance-allotment':
      return batchYear ? { href: `/settlement/${batchYear}`, word: 'record_settlement' } : null
    case 'final-list':
      return batchYear ? { href: `/final-lists/${batchYear}/${provinceCodeOf(countyCode)}`, word: 'record_finalList' } : null
    case 'reclaim':
    case 'reassignment':
      return { href: '/ledger/carried-over', word: 'record_carriedOver' }
    default:
      return null
  }
}

/** Opens the record an entry came from: the approved request, the settlement, the list. */
export function RecordLink({ record }: { record: RecordOfEntry }): ReactNode {
  const t = useText(filterMessages)
  const page = pageOf(record)
  return page ? <Link href={page.href}>{t(page.word)}</Link> : '—'
}
