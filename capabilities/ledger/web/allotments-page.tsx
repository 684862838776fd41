import type { ReactNode } from 'react'
import { address, ButtonLink, DataTable, Link, Loaded, useAddressState, useApi, useBilingual, useMay, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { moveKinds } from '../index.ts'
import type { MoveKind } from '../index.ts'
import { AllotForm, ContributeForm } from './allotment-forms.tsx'
import { FilterBar, useMoneyFilter } from './filter-bar.tsx'
import { filterMessages } from './filter-messages.ts'
import { messages } from './messages.ts'
import { RecordLink } from './record-link.tsx'
import { sources } from './view.ts'
import type { EntryView, MoneyRow, MoneyView } from './view.ts'

type Row = EntryView & {
  placeName: string
  kind: MoveKind
  source: MoneyRow['source']
  budgetYear: number
  batchYear: number
  recordKind: string
  recordId: string
}
type Allotments = { asOf: string; total: number; rows: Row[] }

const size = 50

function Table({ view, page, onPage }: { view: Allotments; page: number; onPage: (page: number) => void }): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      caption={t('allotments')}
      rows={view.rows}
      asOf={view.asOf}
      source={t('source')}
      find={false}
      empty={t('none')}
      rowKey={row => row.id}
      served={{ total: view.total, page, pages: Math.max(1, Math.ceil(view.total / size)), onPage }}
      columns={[
        { key: 'day', title: t('day'), cell: row => row.businessDate },
        { key: 'place', title: t('place'), cell: row => <Link href={`/ledger/money/${row.countyCode}`}>{row.placeName}</Link> },
        {
          key: 'what',
          title: t('what'),
          cell: row => <Link href={`/ledger/movement/${row.movement}`}>{inLanguage(moveKinds[row.kind])}</Link>,
        },
        { key: 'source', title: t('origin'), cell: row => inLanguage(sources[row.source]) },
        { key: 'year', title: t('year'), cell: row => row.budgetYear },
        { key: 'batch', title: t('batch'), cell: row => row.batchYear },
        { key: 'amount', title: `${ofFilter('sum')}（${t('wan')}）`, fen: row => BigInt(row.amount), unit: 'wan' },
        { key: 'document', title: t('document'), cell: row => row.document },
        { key: 'record', title: ofFilter('record'), cell: row => <RecordLink record={row} /> },
      ]}
    />
  )
}

/** Money that came to the places in one's charge or left them, filtered by the address, and the forms to record more. */
export default function AllotmentsPage(): ReactNode {
  const t = useText(messages)
  const may = useMay()
  const filter = useMoneyFilter()
  const [page, setPage] = useAddressState('page')
  const number = Math.max(1, Number(page) || 1)
  const query = useApi<Allotments>('/api/ledger/allotments', { ...filter, page: number, size })
  const years = useApi<MoneyView>('/api/ledger/money', { place: filter.place })
  const { budgetYears = [], batchYears = [] } = years.data ?? {}
  return (
    <Loaded query={query}>
      {view => {
        const documents = [...new Set(view.rows.map(row => row.document).filter(Boolean))]
        const actions = (
          <>
            {may('ledger.allot-to-province') ? <AllotForm level="provinces" documents={documents} /> : null}
            {may('ledger.allot-to-county') ? <AllotForm level="counties" documents={documents} /> : null}
            {may('ledger.contribute') ? <ContributeForm documents={documents} /> : null}
            <ButtonLink href={address('/api/ledger/allotments', { ...filter, format: 'xlsx' })} download>
              {t('excel')}
            </ButtonLink>
          </>
        )
        return (
          <ConsolePage title={t('allotments')} lead={t('allotmentsLead')} asOf={view.asOf} source={t('source')}>
            <FilterBar years={{ budgetYears, batchYears }} />
            <Section title={t('allotments')} actions={actions}>
              <Table view={view} page={number} onPage={next => setPage(String(next))} />
            </Section>
          </ConsolePage>
        )
      }}
    </Loaded>
  )
}
