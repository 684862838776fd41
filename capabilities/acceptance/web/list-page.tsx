import type { ReactNode } from 'react'
import { CountyLinks } from '@jincun/projects/web/parts'
import {
  ButtonLink,
  DataTable,
  Link,
  Loaded,
  Select,
  StateTag,
  useAddressState,
  useApi,
  useBilingual,
  useRoundYear,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { AcceptanceState, acceptanceStateLabels } from '../index.ts'
import { messages } from './messages.ts'
import { stateTones } from './state-tones.ts'
import type { RequestList } from './view.ts'

function Requests({ view, county }: { view: RequestList; county: string }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [state, setState] = useAddressState('state')
  return (
    <>
      <Select
        label={t('state')}
        value={state}
        choices={[
          { value: '', label: t('all') },
          ...AcceptanceState.options.map(value => ({ value, label: inLanguage(acceptanceStateLabels[value]) })),
        ]}
        onChange={event => setState(event.target.value)}
      />
      <DataTable
        caption={t('list')}
        rows={view.rows.filter(row => state === '' || row.state === state)}
        rowKey={row => row.id}
        asOf={view.asOf}
        empty={t('none')}
        columns={[
          {
            key: 'contract',
            title: t('contract'),
            value: row => row.contract?.title ?? row.contractId,
            cell: row => <Link href={`/acceptance/${county}/${row.id}`}>{row.contract?.title ?? row.requestedOn}</Link>,
          },
          { key: 'party', title: t('party'), value: row => row.contract?.party.name ?? null },
          { key: 'requestedOn', title: t('requestedOn'), value: row => row.requestedOn },
          {
            key: 'state',
            title: t('state'),
            value: row => inLanguage(acceptanceStateLabels[row.state]),
            cell: row => <StateTag tone={stateTones[row.state]}>{inLanguage(acceptanceStateLabels[row.state])}</StateTag>,
          },
          { key: 'statement', title: t('statement'), value: row => row.statement || '—' },
        ]}
      />
    </>
  )
}

/** Work list of acceptance in a county. */
export default function ListPage(): ReactNode {
  const t = useText(messages)
  const county = usePathPart('county')
  const year = useRoundYear()
  const query = useApi<RequestList>(`/api/acceptance/${county}/requests`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('list')}
          lead={t('lead')}
          asOf={view.asOf}
          source={t('source')}
          actions={<ButtonLink href={`/operation-checks/${county}`}>{t('operation')}</ButtonLink>}
        >
          <CountyLinks county={county} year={year} here="acceptance" />
          <Section title={t('list')}>
            <Requests view={view} county={county} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
