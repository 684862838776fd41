import type { ReactNode } from 'react'
import { DataTable, formatInstant, Link, Loaded, StateTag, useApi, useGo, useMay, useSession, useText } from '@jincun/ui'
import { ConsolePage, Section, UploadWithErrors } from '@jincun/ui/console'
import type { RowStanding } from '../index.ts'
import { treasuryMessages } from './treasury-messages.ts'

type Import = { id: string; countyCode: string; fileName: string; importedAt: string; byName: string; counts: Record<RowStanding, number> }
type Imports = { asOf: string; rows: Import[] }

const addressOf = ({ countyCode, id }: Pick<Import, 'countyCode' | 'id'>): string => `/payments/treasury/${countyCode}/${id}`

function List({ view }: { view: Imports }): ReactNode {
  const t = useText(treasuryMessages)
  return (
    <DataTable
      caption={t('imports')}
      rows={view.rows}
      asOf={view.asOf}
      empty={t('none')}
      rowKey={row => row.id}
      columns={[
        { key: 'file', title: t('file'), value: row => row.fileName, cell: row => <Link href={addressOf(row)}>{row.fileName}</Link> },
        { key: 'at', title: t('importedAt'), value: row => row.importedAt, cell: row => formatInstant(row.importedAt) },
        { key: 'by', title: t('by'), value: row => row.byName },
        {
          key: 'open',
          title: t('open'),
          numeric: true,
          value: row => row.counts.open,
          cell: row => (row.counts.open > 0 ? <StateTag tone="must">{row.counts.open}</StateTag> : '0'),
        },
        { key: 'ready', title: t('ready'), numeric: true, value: row => row.counts.ready },
        { key: 'settled', title: t('settled'), numeric: true, value: row => row.counts.settled },
        { key: 'explained', title: t('explained'), numeric: true, value: row => row.counts.explained },
      ]}
    />
  )
}

/** Payment files of the treasury: bring one in, and see which differences of earlier ones are open. */
export default function TreasuryPage(): ReactNode {
  const t = useText(treasuryMessages)
  const session = useSession()
  const may = useMay()
  const go = useGo()
  const query = useApi<Imports>('/api/payments/treasury-imports')
  const county = session.data?.person?.grants.find(grant => grant.role === 'county-finance')?.placeCode ?? ''
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('title')} lead={t('lead')} asOf={view.asOf} source={t('source')}>
          {may('payments.finance-approve') ? (
            <Section title={t('upload')}>
              <UploadWithErrors<Import>
                path={`/api/payments/treasury-imports?countyCode=${county}`}
                accept=".csv,.xlsx"
                hint={t('hint')}
                onDone={answer => go(addressOf(answer))}
              />
            </Section>
          ) : null}
          <Section title={t('imports')}>
            <List view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
