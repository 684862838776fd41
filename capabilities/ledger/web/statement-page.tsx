import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  ClauseLink,
  DataTable,
  Field,
  FigureRow,
  FigureWithSource,
  formatYuan,
  Link,
  Loaded,
  useAddressState,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { filterMessages } from './filter-messages.ts'
import { messages } from './messages.ts'
import type { AccountView, EntryView } from './view.ts'
import './ledger.css'

type Line = EntryView & { debited: string; credited: string; balance: string; counterpart: string }
type Statement = {
  asOf: string
  from: string
  to: string
  account: AccountView
  opening: string
  closing: string
  total: number
  lines: Line[]
}

const size = 50
const yuan = (fen: string): string => (fen === '0' ? '' : formatYuan(BigInt(fen)))

function Lines({ view, page, onPage }: { view: Statement; page: number; onPage: (page: number) => void }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const amount = (key: 'debited' | 'credited' | 'balance', title: string) => ({
    key,
    title,
    numeric: true,
    cell: (row: Line) => (key === 'balance' ? formatYuan(BigInt(row.balance)) : yuan(row[key]) || '—'),
  })
  return (
    <DataTable
      caption={t('statement')}
      find={false}
      rows={view.lines}
      asOf={view.asOf}
      source={t('source')}
      rowKey={row => row.id}
      served={{ total: view.total, page, pages: Math.max(1, Math.ceil(view.total / size)), onPage }}
      columns={[
        { key: 'day', title: t('day'), cell: row => <span className="nowrap">{row.businessDate}</span> },
        { key: 'number', title: t('number'), numeric: true, cell: row => <Link href={`/ledger/movement/${row.movement}`}>{row.seq}</Link> },
        { key: 'what', title: t('what'), cell: row => [inLanguage(row.kindTitle), row.reason].filter(Boolean).join('：') },
        { key: 'other', title: t('other'), cell: row => row.counterpart },
        { key: 'document', title: t('document'), cell: row => row.document || '—' },
        { key: 'clause', title: t('clause'), cell: row => <ClauseLink clause={row.clause} /> },
        amount('debited', t('debits')),
        amount('credited', t('credits')),
        amount('balance', t('balance')),
      ]}
    />
  )
}

/** What the account held before and after the range. */
function Ends({ view }: { view: Statement }): ReactNode {
  const t = useText(messages)
  const figure = { unit: t('yuan'), source: t('source'), asOf: view.asOf, rowsHref: `/ledger/money/${view.account.countyCode}` }
  return (
    <FigureRow>
      <FigureWithSource label={`${t('opening')} ${view.from}`} value={formatYuan(BigInt(view.opening))} {...figure} />
      <FigureWithSource label={`${t('closing')} ${view.to}`} value={formatYuan(BigInt(view.closing))} {...figure} />
    </FigureRow>
  )
}

/** The statement of an account between two days, with the balance after every line. */
export default function StatementPage(): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const inLanguage = useBilingual()
  const [county, account] = [usePathPart('county'), usePathPart('account')]
  const [from, setFrom] = useAddressState('from')
  const [to, setTo] = useAddressState('to')
  const [page, setPage] = useAddressState('page')
  // Another range has other pages: one that is past its end would show nothing.
  const choose = (set: (value: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value)
    setPage('')
  }
  const number = Math.max(1, Number(page) || 1)
  const range = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  const path = `/api/ledger/${county}/accounts/${account}/statement`
  const query = useApi<Statement>(path, { ...range, page: String(number), size: String(size) })
  const download = new URLSearchParams({ ...range, format: 'xlsx' })
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={`${view.account.placeName} ${inLanguage(view.account.kindTitle)} ${view.account.subjectName}`}
          lead={t('statementOf', {
            source: inLanguage(view.account.sourceTitle),
            budget: view.account.budgetYear,
            batch: view.account.batchYear,
            from: view.from,
            to: view.to,
          })}
          asOf={view.asOf}
          source={t('source')}
        >
          <Ends view={view} />
          <Section
            title={t('entries')}
            actions={
              <>
                <ButtonLink href={`${path}?${download.toString()}`} download>
                  {t('excel')}
                </ButtonLink>
                <Button onClick={() => window.print()}>{ofFilter('print')}</Button>
              </>
            }
          >
            <div className="ledger-dates screen-only">
              <Field type="date" label={t('from')} value={from} onChange={choose(setFrom)} />
              <Field type="date" label={t('to')} value={to} onChange={choose(setTo)} />
            </div>
            <Lines view={view} page={number} onPage={next => setPage(String(next))} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
