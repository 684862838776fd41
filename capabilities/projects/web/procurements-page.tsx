import type { ReactNode } from 'react'
import {
  ButtonLink,
  DataTable,
  Link,
  Loaded,
  Notice,
  Select,
  StateTag,
  useAddressState,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { Column } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { procurementMethodLabels, ProcurementState } from '../index.ts'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { procurementMessages } from './messages-procurement.ts'
import { NewProcurement } from './procurement-form.tsx'
import type { ProcurementList, ProcurementRow } from './procurement-view.ts'

/** State and red flags by which the list is narrowed; both stand in the address. */
function useFilters(view: ProcurementList) {
  const [state, setState] = useAddressState('state')
  const [flagged, setFlagged] = useAddressState('flagged')
  const rows = view.rows.filter(
    ({ procurement, flags }) => (state === '' || procurement.state === state) && (flagged === '' || flags.length > 0),
  )
  return { state, setState, flagged, setFlagged, rows }
}

function Filters({ filters }: { filters: ReturnType<typeof useFilters> }): ReactNode {
  const t = useText(procurementMessages)
  const common = useText(words)
  return (
    <div className="item-fields screen-only">
      <Select
        label={t('stateOf')}
        value={filters.state}
        onChange={event => filters.setState(event.target.value)}
        choices={[{ value: '', label: common('all') }, ...ProcurementState.options.map(value => ({ value, label: t(value) }))]}
      />
      <Select
        label={t('flags')}
        value={filters.flagged}
        onChange={event => filters.setFlagged(event.target.value)}
        choices={[
          { value: '', label: common('all') },
          { value: 'yes', label: t('onlyFlagged') },
        ]}
      />
    </div>
  )
}

function useColumns(county: string, year: string): Column<ProcurementRow>[] {
  const t = useText(procurementMessages)
  const inLanguage = useBilingual()
  return [
    {
      key: 'title',
      title: t('titleOf'),
      value: ({ procurement }) => procurement.title,
      cell: ({ procurement }) => <Link href={`/procurements/${county}/${year}/${procurement.id}`}>{procurement.title}</Link>,
    },
    { key: 'number', title: t('number'), value: ({ procurement }) => procurement.number || '—' },
    { key: 'method', title: t('method'), value: ({ procurement }) => inLanguage(procurementMethodLabels[procurement.method]) },
    { key: 'estimate', title: t('estimate'), fen: ({ procurement }) => BigInt(procurement.estimateFen), unit: 'yuan' },
    { key: 'due', title: t('due'), value: ({ procurement }) => procurement.bidsDueOn },
    {
      key: 'state',
      title: t('stateOf'),
      value: ({ procurement }) => t(procurement.state),
      cell: ({ procurement }) => <StateTag tone={procurement.state === 'awarded' ? 'met' : 'info'}>{t(procurement.state)}</StateTag>,
    },
    {
      key: 'winner',
      title: t('winner'),
      value: ({ procurement: { bids, award } }) => bids.find(({ id }) => id === award?.bidId)?.bidder.name ?? '—',
    },
    {
      key: 'flags',
      title: t('flags'),
      value: ({ flags }) => flags.length,
      cell: ({ flags }) =>
        flags.length === 0 ? (
          t('noFlags')
        ) : (
          <span>
            <StateTag tone="should">{t('flagCount', { n: flags.length })}</StateTag>{' '}
            <span className="quiet">{flags.map(({ message }) => inLanguage(message)).join('')}</span>
          </span>
        ),
    },
  ]
}

function List({ view, county, year }: { view: ProcurementList; county: string; year: string }): ReactNode {
  const t = useText(procurementMessages)
  const filters = useFilters(view)
  const columns = useColumns(county, year)
  return (
    <>
      <Filters filters={filters} />
      <DataTable
        caption={t('listTitle', { year })}
        rows={filters.rows}
        rowKey={({ procurement }) => procurement.id}
        asOf={view.asOf}
        empty={t('missing')}
        columns={columns}
      />
    </>
  )
}

/** Procurements of a county and year, with what makes one want to open a file (6.3; rows 24–26). */
export default function ProcurementsPage(): ReactNode {
  const t = useText(procurementMessages)
  const [county, year] = [usePathPart('county'), usePathPart('year')]
  const query = useApi<ProcurementList>(`/api/projects/${county}/procurements`, { year })
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('listTitle', { year })}
          lead={t('listLead')}
          asOf={view.asOf}
          source={t('source')}
          actions={
            <ButtonLink href={`/api/projects/${county}/ocds?year=${year}`} download>
              {t('ocds')}
            </ButtonLink>
          }
        >
          <CountyLinks county={county} year={year} here="procurements" />
          {view.rows.some(({ flags }) => flags.length > 0) ? <Notice tone="info">{t('flagNote')}</Notice> : null}
          <Section title={t('listTitle', { year })} actions={view.mayWrite ? <NewProcurement county={county} year={Number(year)} /> : null}>
            <List view={view} county={county} year={year} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
