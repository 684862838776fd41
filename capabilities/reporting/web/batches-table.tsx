import type { ReactNode } from 'react'
import { DataTable, EmptyState, formatInstant, Link, StateTag, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { messages } from './messages.ts'
import type { BatchesView, BatchLine } from './view.ts'

const tones: Record<BatchLine['state'], Tone> = { receiving: 'info', received: 'info', stored: 'met', refused: 'must' }

/** Whether the server still works at a batch. */
export const isUnderWay = ({ state }: Pick<BatchLine, 'state'>): boolean => state === 'receiving' || state === 'received'

/** The state of a batch in one word, with how far it is while it is being stored. */
export function BatchState({ batch }: { batch: BatchLine }): ReactNode {
  const t = useText(messages)
  const percent = batch.fileBytes === 0 ? 0 : Math.floor((100 * batch.readBytes) / batch.fileBytes)
  const words = { receiving: t('receiving'), received: t('receivedState', { percent }), stored: t('storedState'), refused: t('refused') }
  return <StateTag tone={tones[batch.state]}>{words[batch.state]}</StateTag>
}

/** Batches of a county, newest first. */
export function BatchesTable({ view }: { view: BatchesView }): ReactNode {
  const t = useText(messages)
  const names = new Map(view.contractors.map(({ code, name }) => [code, name]))
  const count = (key: 'rows' | 'accepted' | 'duplicates' | 'rejected') => ({
    key,
    title: t(key),
    numeric: true,
    value: (row: BatchLine) => row[key],
  })
  return (
    <DataTable
      name="batches-"
      caption={t('batches')}
      rows={view.rows}
      asOf={view.asOf}
      rowKey={row => row.id}
      empty={<EmptyState title={t('noBatches')}>{t('noBatchesHint')}</EmptyState>}
      columns={[
        {
          key: 'received',
          title: t('received'),
          value: row => row.receivedAt,
          cell: row => <Link href={`/reporting/${row.countyCode}/${row.id}`}>{formatInstant(row.receivedAt)}</Link>,
        },
        { key: 'contractor', title: t('contractor'), value: row => names.get(row.contractor) ?? row.contractor },
        { key: 'file', title: t('file'), value: row => row.fileName },
        { key: 'kind', title: t('kind'), value: row => t(row.kind) },
        { key: 'state', title: t('state'), value: row => row.state, cell: row => <BatchState batch={row} /> },
        count('rows'),
        count('accepted'),
        count('duplicates'),
        count('rejected'),
      ]}
    />
  )
}
