import type { ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Notice, StateTag } from '../components/notice.tsx'
import type { Column } from '../components/table-rows.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Section } from './console-page.tsx'
import { useBilingual, useText } from '../messages.ts'
import { offlineMessages } from '../offline/messages.ts'
import type { KeptRecord } from '../offline/phone-store.ts'
import type { Kept } from '../offline/use-kept.ts'

type WaitingProps<Record extends KeptRecord> = {
  kept: Kept<Record>
  title: string
  columns: readonly Column<Record>[]
  /** What is asked before a refused record is deleted, and what that does. */
  dropAsk: (record: Record) => string
  dropEffect: string
}

/** What is on this phone only: what it is of, whether it waits for the network or was refused, and the way to send or give up. */
export function WaitingRecords<Record extends KeptRecord>({ kept, title, columns, dropAsk, dropEffect }: WaitingProps<Record>): ReactNode {
  const t = useText(offlineMessages)
  const inLanguage = useBilingual()
  const { records, sending, stopped } = kept
  if (records.length === 0) return null
  const drop = (row: Record): ReactNode =>
    row.refused === null ? (
      '—'
    ) : (
      <ConfirmButton
        label={t('drop')}
        title={dropAsk(row)}
        consequences={<p>{dropEffect}</p>}
        onConfirm={async () => {
          await kept.drop(row.id)
          return true
        }}
        problem={null}
      />
    )
  return (
    <Section
      title={title}
      actions={
        <Button onClick={() => void kept.sync()} busy={sending}>
          {t('sendNow')}
        </Button>
      }
    >
      {stopped ? (
        <Notice tone="should">{t(stopped.status === 401 ? 'signInAgain' : 'stopped', { why: inLanguage(stopped.text) })}</Notice>
      ) : null}
      <DataTable
        name="waiting-"
        caption={title}
        rows={records}
        rowKey={row => row.id}
        columns={[
          ...columns,
          {
            key: 'state',
            title: t('state'),
            value: row => row.refused ?? t('waits'),
            cell: row => (
              <>
                <StateTag tone={row.refused ? 'must' : 'info'}>{t(row.refused ? 'refused' : 'waits')}</StateTag> {row.refused}
              </>
            ),
          },
          { key: 'drop', title: t('drop'), cell: drop },
        ]}
      />
    </Section>
  )
}
