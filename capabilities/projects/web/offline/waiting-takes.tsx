import type { ReactNode } from 'react'
import { useText } from '@jincun/ui'
import { WaitingRecords } from '@jincun/ui/console'
import { offlineMessages } from './messages.ts'
import type { KeptTakes } from './stock-take-work.ts'

/** Stock-takes that are on this phone only. */
export function WaitingTakes({ kept }: { kept: KeptTakes }): ReactNode {
  const t = useText(offlineMessages)
  return (
    <WaitingRecords
      kept={kept}
      title={t('waiting', { n: kept.records.length })}
      columns={[
        { key: 'number', title: t('number'), value: row => row.number },
        { key: 'name', title: t('name'), value: row => row.name },
        { key: 'when', title: t('takenOn'), value: row => row.take.takenOn },
      ]}
      dropAsk={row => t('dropAsk', { number: row.number })}
      dropEffect={t('dropEffect')}
    />
  )
}
