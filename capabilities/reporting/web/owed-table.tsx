import type { ReactNode } from 'react'
import { DataTable, EmptyState, StateTag, useBilingual, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { owedStateLabels } from '../index.ts'
import type { OwedState } from '../index.ts'
import { messages } from './messages.ts'
import type { OwedView } from './view.ts'

const tones: Record<OwedState, Tone> = { 'on-time': 'met', late: 'should', missing: 'must', 'not-due': 'info' }

/** Who owes what by when: one number, and the list behind it. */
export function OwedTable({ view }: { view: OwedView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <>
      <p>{t('owedSummary', view.summary)}</p>
      <DataTable
        name="owed-"
        caption={t('owed')}
        rows={view.rows}
        asOf={view.asOf}
        source={t('owedSource')}
        rowKey={row => `${row.contractId} ${row.item} ${row.month}`}
        empty={<EmptyState title={t('nothingOwed')}>{t('nothingOwedHint')}</EmptyState>}
        columns={[
          { key: 'month', title: t('month'), value: row => row.month },
          { key: 'contract', title: t('contract'), value: row => row.contractNumber },
          { key: 'contractor', title: t('contractor'), value: row => row.contractor },
          { key: 'item', title: t('item'), value: row => inLanguage(row.term) },
          { key: 'due', title: t('due'), value: row => row.dueOn },
          { key: 'delivered', title: t('delivered'), value: row => row.deliveredOn },
          {
            key: 'state',
            title: t('state'),
            value: row => inLanguage(owedStateLabels[row.state]),
            cell: row => <StateTag tone={tones[row.state]}>{inLanguage(owedStateLabels[row.state])}</StateTag>,
          },
          { key: 'rows', title: t('rows'), numeric: true, value: row => (row.rows === 0 ? null : row.rows) },
        ]}
      />
    </>
  )
}
