import type { ReactNode } from 'react'
import { DataTable, Deadline, Link, Loaded, StateTag, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { finalListStateLabels } from '../index.ts'
import type { FinalListState } from '../index.ts'
import { messages } from './messages.ts'

type Row = { provinceCode: string; provinceName: string; approved: number | null; state: FinalListState | null; counties: number | null }
type View = { year: number; closes: string; asOf: string; rows: readonly Row[] }

/** How the final lists of the provinces stand (5.5). */
export default function FinalListsPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const year = usePathPart('year')
  const query = useApi<View>(`/api/final-lists/${year}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('finalLists')} lead={t('finalLead')} asOf={view.asOf}>
          <p>
            {t('closes')} <Deadline due={view.closes} />
          </p>
          <DataTable
            caption={t('finalLists')}
            rows={view.rows}
            rowKey={row => row.provinceCode}
            columns={[
              {
                key: 'province',
                title: t('province'),
                value: row => row.provinceName,
                cell: row => <Link href={`/final-lists/${year}/${row.provinceCode}`}>{row.provinceName}</Link>,
              },
              { key: 'approved', title: t('approved'), numeric: true, value: row => row.approved },
              { key: 'counties', title: t('counties'), numeric: true, value: row => row.counties },
              {
                key: 'state',
                title: t('state'),
                cell: row => (
                  <StateTag tone={row.state === 'published' ? 'met' : 'info'}>
                    {row.state ? inLanguage(finalListStateLabels[row.state]) : t('notBegun')}
                  </StateTag>
                ),
              },
            ]}
          />
        </ConsolePage>
      )}
    </Loaded>
  )
}
