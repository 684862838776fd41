import type { ReactNode } from 'react'
import { DataTable, Link, Loaded, StateTag, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { acceptanceStateLabels } from '../index.ts'
import type { Acceptance } from '../index.ts'
import { messages } from './messages.ts'

/** Work list of acceptance in a county. */
export default function ListPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const county = usePathPart('county')
  const query = useApi<{ rows: Acceptance[]; asOf: string }>(`/api/acceptance/${county}/requests`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('list')} lead={t('lead')} asOf={view.asOf}>
          <Section title={t('list')}>
            <DataTable
              caption={t('list')}
              rows={view.rows}
              rowKey={row => row.id}
              empty={t('none')}
              columns={[
                {
                  key: 'requestedOn',
                  title: t('requestedOn'),
                  value: row => row.requestedOn,
                  cell: row => <Link href={`/acceptance/${county}/${row.id}`}>{row.requestedOn}</Link>,
                },
                {
                  key: 'state',
                  title: t('state'),
                  value: row => inLanguage(acceptanceStateLabels[row.state]),
                  cell: row => (
                    <StateTag tone={row.state === 'accepted' ? 'met' : 'should'}>{inLanguage(acceptanceStateLabels[row.state])}</StateTag>
                  ),
                },
                { key: 'statement', title: t('statement'), value: row => row.statement || '—' },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
