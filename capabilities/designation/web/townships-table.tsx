import type { ReactNode } from 'react'
import { DataTable, Loaded, useApi, useText } from '@jincun/ui'
import type { Column } from '@jincun/ui'
import type { Townships } from './answers.ts'
import { cardMessages } from './card-messages.ts'
import { messages } from './messages.ts'

type Township = Townships['townships'][number]

/** Township units of a county with their numbers of villages. */
export function TownshipsTable({ code }: { code: string }): ReactNode {
  const t = useText(cardMessages)
  const words = useText(messages)
  const query = useApi<Townships>(`/api/places/${code}/townships`)
  const columns: Column<Township>[] = [
    { key: 'name', title: words('name'), value: township => township.name },
    { key: 'code', title: words('code'), value: township => township.code },
    { key: 'kind', title: t('townshipKind'), value: township => township.kind },
    { key: 'villages', title: t('townshipVillages'), value: township => township.villages, numeric: true },
  ]
  return (
    <Loaded query={query}>
      {({ townships, asOf }) => (
        <DataTable
          name="township-"
          caption={t('townships')}
          columns={columns}
          rows={townships}
          rowKey={township => township.code}
          asOf={asOf}
          source={t('codes')}
          pageSize={25}
        />
      )}
    </Loaded>
  )
}
