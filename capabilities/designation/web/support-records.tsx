import type { ReactNode } from 'react'
import { DataTable, useBilingual, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import type { SupportRecord } from '../index.ts'
import { cardMessages } from './card-messages.ts'
import { messages } from './messages.ts'
import { SourceText } from './source-text.tsx'

/** Every published statement that the county was a demonstration county, with how sure it is and where it was read. */
export function SupportRecords({ records }: { records: readonly SupportRecord[] }): ReactNode {
  const t = useText(cardMessages)
  const words = useText(messages)
  const inLanguage = useBilingual()
  if (records.length === 0) return <p className="quiet">{t('recordsNone')}</p>
  const columns: Column<SupportRecord>[] = [
    { key: 'year', title: t('recordYear'), value: record => record.yearText },
    { key: 'certainty', title: t('certainty'), value: record => t(`certainty_${record.certainty}`) },
    { key: 'note', title: t('recordNote'), value: record => inLanguage(record.note) || '—' },
    { key: 'source', title: words('source'), cell: record => <SourceText source={record.source} /> },
  ]
  return (
    <DataTable
      name="record-"
      caption={t('records')}
      columns={columns}
      rows={records}
      rowKey={record => `${record.yearText} ${record.source}`}
    />
  )
}
