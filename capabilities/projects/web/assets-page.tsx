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
  useRoundYear,
  usePathPart,
  useText,
} from '@jincun/ui'
import type { Column } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { AssetCard } from '../index.ts'
import { EditCard, NewCards } from './asset-forms.tsx'
import { coverageOf } from './asset-view.ts'
import type { AssetView } from './asset-view.ts'
import { CountyLinks } from './county-links.tsx'
import { words } from './messages-common.ts'
import { assetMessages } from './messages-asset.ts'

type PartProps = { view: AssetView; county: string }

/** Which lines of which contracts still lack cards. */
function Coverage({ view, county }: PartProps): ReactNode {
  const t = useText(assetMessages)
  return (
    <DataTable
      name="coverage-"
      caption={t('coverage')}
      rows={coverageOf(view)}
      rowKey={row => `${row.contract.id} ${row.line.id}`}
      empty={t('next_none')}
      columns={[
        { key: 'line', title: t('line'), value: row => row.line.name },
        {
          key: 'contract',
          title: t('contract'),
          value: row => row.contract.number,
          cell: row => <Link href={`/contracts/${county}/${row.contract.year}/${row.contract.id}`}>{row.contract.number}</Link>,
        },
        { key: 'wanted', title: t('wanted'), numeric: true, value: row => row.line.quantity },
        {
          key: 'there',
          title: t('there'),
          numeric: true,
          value: row => row.there,
          cell: row => <StateTag tone={row.there >= row.line.quantity ? 'met' : 'must'}>{`${row.there}/${row.line.quantity}`}</StateTag>,
        },
        {
          key: 'create',
          title: t('create'),
          cell: row => (view.mayWrite && row.there < row.line.quantity ? <NewCards view={view} county={county} entry={row} /> : '—'),
        },
      ]}
    />
  )
}

/** Contract and state by which the cards are narrowed; both stand in the address. */
function useFilters(view: AssetView) {
  const [contract, setContract] = useAddressState('contract')
  const [state, setState] = useAddressState('state')
  const rows = view.rows.filter(({ card }) => (contract === '' || card.contractId === contract) && (state === '' || card.state === state))
  return { contract, setContract, state, setState, rows }
}

function Filters({ view, county, filters }: PartProps & { filters: ReturnType<typeof useFilters> }): ReactNode {
  const t = useText(assetMessages)
  const common = useText(words)
  return (
    <>
      <div className="item-fields screen-only">
        <Select
          label={t('contract')}
          value={filters.contract}
          choices={[
            { value: '', label: common('all') },
            ...view.contracts.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
          ]}
          onChange={event => filters.setContract(event.target.value)}
        />
        <Select
          label={t('stateOf')}
          value={filters.state}
          choices={[{ value: '', label: common('all') }, ...AssetCard.shape.state.options.map(value => ({ value, label: t(value) }))]}
          onChange={event => filters.setState(event.target.value)}
        />
      </div>
      <p className="screen-only">
        {filters.contract && filters.rows.length > 0 ? (
          <ButtonLink href={`/api/projects/${county}/asset-labels?contract=${filters.contract}`} download>
            {t('labels')}
          </ButtonLink>
        ) : (
          <span className="quiet">{t('labelsHint')}</span>
        )}
      </p>
    </>
  )
}

function useCardColumns({ view, county }: PartProps): Column<AssetView['rows'][number]>[] {
  const t = useText(assetMessages)
  const common = useText(words)
  const siteOf = (id: string | null): string => view.sites.find(site => site.id === id)?.name ?? t('noSite')
  return [
    { key: 'number', title: t('number'), value: ({ card }) => card.number },
    { key: 'name', title: t('name'), value: ({ card }) => [card.name, card.model].filter(Boolean).join(' ') },
    { key: 'serial', title: t('serial'), value: ({ card }) => card.serial || '—' },
    { key: 'value', title: t('value'), fen: ({ card }) => BigInt(card.valueFen), unit: 'yuan' },
    { key: 'acquiredOn', title: t('acquiredOn'), value: ({ card }) => card.acquiredOn },
    { key: 'site', title: t('site'), value: ({ card }) => [siteOf(card.siteId), card.place].filter(Boolean).join(' · ') },
    { key: 'keeper', title: t('keeper'), value: ({ card }) => card.keeper || '—' },
    { key: 'state', title: t('stateOf'), value: ({ card }) => t(card.state) },
    {
      key: 'last',
      title: t('lastTake'),
      value: ({ last }) => (last ? `${last.takenOn} ${t(last.found ? 'found' : 'lost')}` : t('neverTaken')),
      cell: ({ last }) =>
        last ? (
          <>
            {last.takenOn} <StateTag tone={last.found ? 'met' : 'must'}>{last.found ? t(last.state) : t('lost')}</StateTag>
          </>
        ) : (
          t('neverTaken')
        ),
    },
    {
      key: 'photo',
      title: t('photo'),
      cell: ({ card }) =>
        card.photoFileId ? (
          <a href={`/api/projects/${county}/files/${card.photoFileId}`} download>
            {t('photo')}
          </a>
        ) : (
          '—'
        ),
    },
    {
      key: 'edit',
      title: common('edit'),
      cell: ({ card }) => (view.mayWrite ? <EditCard view={view} county={county} card={card} /> : '—'),
    },
  ]
}

function Cards({ view, county }: PartProps): ReactNode {
  const t = useText(assetMessages)
  const filters = useFilters(view)
  const columns = useCardColumns({ view, county })
  return (
    <>
      <Filters view={view} county={county} filters={filters} />
      <DataTable
        caption={t('title')}
        rows={filters.rows}
        rowKey={({ card }) => card.id}
        asOf={view.asOf}
        empty={t('none')}
        columns={columns}
      />
    </>
  )
}

function Next({ view }: { view: AssetView }): ReactNode {
  const t = useText(assetMessages)
  const common = useText(words)
  const coverage = coverageOf(view)
  const lacking = coverage.reduce((sum, { line, there }) => sum + Math.max(0, line.quantity - there), 0)
  const what = coverage.length === 0 ? t('next_none') : lacking > 0 ? t('next_cards', { n: lacking }) : t('next_labels')
  return <Notice tone={lacking > 0 ? 'should' : 'info'}>{common('next', { what })}</Notice>
}

/** 资产卡片 of a county: what was bought under contracts, its cards, labels and stock-takes (row 21 of the irregularities). */
export default function AssetsPage(): ReactNode {
  const t = useText(assetMessages)
  const county = usePathPart('county')
  const year = useRoundYear()
  const query = useApi<AssetView>(`/api/projects/${county}/assets`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('title')}
          lead={t('lead')}
          asOf={view.asOf}
          source={t('source')}
          actions={
            view.mayTakeStock ? (
              <ButtonLink kind="primary" href={`/stock-take/${county}`}>
                {t('take')}
              </ButtonLink>
            ) : null
          }
        >
          <CountyLinks county={county} year={year} here="assets" />
          <Next view={view} />
          <Section title={t('coverage')}>
            <Coverage view={view} county={county} />
          </Section>
          <Section title={t('title')}>
            <Cards view={view} county={county} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
