import type { ReactNode } from 'react'
import { Button, DataTable, Notice, StateTag, useBilingual, useText } from '@jincun/ui'
import { ConfirmButton, Section } from '@jincun/ui/console'
import { offlineMessages } from './messages.ts'
import type { KeptTakes } from './use-kept-takes.ts'

/** What is on this phone only: when it was recorded, whether it waits for the network or was refused, and the way to send or give up. */
export function WaitingTakes({ kept }: { kept: KeptTakes }): ReactNode {
  const t = useText(offlineMessages)
  const inLanguage = useBilingual()
  const { takes, sending, stopped } = kept
  if (takes.length === 0) return null
  return (
    <Section
      title={t('waiting', { n: takes.length })}
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
        caption={t('waiting', { n: takes.length })}
        rows={takes}
        rowKey={row => row.id}
        columns={[
          { key: 'number', title: t('number'), value: row => row.number },
          { key: 'name', title: t('name'), value: row => row.name },
          { key: 'when', title: t('takenOn'), value: row => row.take.takenOn },
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
          {
            key: 'drop',
            title: t('drop'),
            cell: row =>
              row.refused ? (
                <ConfirmButton
                  label={t('drop')}
                  title={t('dropAsk', { number: row.number })}
                  consequences={<p>{t('dropEffect')}</p>}
                  onConfirm={async () => {
                    await kept.drop(row.id)
                    return true
                  }}
                  problem={null}
                />
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Section>
  )
}
