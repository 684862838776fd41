import type { ReactNode } from 'react'
import {
  DataTable,
  formatInstant,
  formatYuan,
  Link,
  Loaded,
  Select,
  useAddressState,
  useApi,
  useBilingual,
  useSession,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { paymentStates } from '../index.ts'
import type { PaymentState } from '../index.ts'
import { messages } from './messages.ts'
import { nextWords } from './next-step.tsx'
import './payments.css'
import { Signals } from './signals.tsx'
import { StateMark } from './state-mark.tsx'
import type { PaymentList } from './view.ts'

/** The limits in force, by year of the contract. */
const limitOf = (amountFen: string | null): string =>
  amountFen === null ? '— policy/parameters/leader-approval-threshold.yaml' : formatYuan(BigInt(amountFen))
const limitsOf = ({ thresholds }: PaymentList): string =>
  thresholds.length === 0 ? '' : `（${thresholds.map(({ year, amountFen }) => `${year}：${limitOf(amountFen)}`).join('；')}）`

const size = 500

/** The page asked for by the address: 1 for anything that is none. */
const pageOf = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1)

function Requests({ view }: { view: PaymentList }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [state, setState] = useAddressState('state')
  const [page, setPage] = useAddressState('part')
  // What fits on one page is found and ordered here; more is paged by the server.
  const pages = Math.ceil(view.total / size)
  const served = { total: view.total, page: pageOf(page), pages, onPage: (next: number) => setPage(String(next)) }
  const states = (Object.keys(paymentStates) as PaymentState[]).map(value => ({ value, label: inLanguage(paymentStates[value]) }))
  return (
    <>
      <div className="list-filter">
        <Select
          label={t('state')}
          value={state}
          onChange={event => {
            setState(event.target.value)
            setPage('')
          }}
          choices={[{ value: '', label: t('all') }, ...states]}
        />
      </div>
      <DataTable
        caption={t('payments')}
        rows={view.rows}
        {...(pages > 1 ? { served, find: false } : {})}
        asOf={view.asOf}
        empty={t(state === '' ? 'none' : 'noneInState')}
        rowKey={row => row.request.id}
        columns={[
          {
            key: 'payee',
            title: t('payee'),
            value: row => row.request.payee.name,
            cell: row => <Link href={`/payments/${row.request.id}`}>{row.request.payee.name}</Link>,
          },
          { key: 'contract', title: t('contract'), value: row => row.contractTitle },
          {
            key: 'amount',
            title: t('amount'),
            fen: row => BigInt(row.request.amountFen),
            unit: 'yuan',
          },
          { key: 'state', title: t('state'), value: row => inLanguage(row.stateTitle), cell: row => <StateMark payment={row} /> },
          { key: 'next', title: t('next'), value: row => t(nextWords[row.state]) },
          { key: 'voucher', title: t('voucher'), value: row => row.voucher ?? '—' },
          { key: 'when', title: t('when'), value: row => row.requestedAt, cell: row => formatInstant(row.requestedAt) },
        ]}
      />
    </>
  )
}

/** For those of one county: by which terms its money is reckoned. */
function TermsLink(): ReactNode {
  const t = useText(messages)
  const county = useSession().data?.person?.grants.find(({ placeCode }) => !placeCode.endsWith('0000'))?.placeCode
  return county ? <Link href={`/payments/terms/${county}`}>{t('termsOf')}</Link> : null
}

/** Payment requests of the places in one's charge, with signals. */
export default function ListPage(): ReactNode {
  const t = useText(messages)
  const [state] = useAddressState('state')
  const [page] = useAddressState('part')
  const query = useApi<PaymentList>('/api/payments', { ...(state in paymentStates ? { state } : {}), page: pageOf(page), size })
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('payments')} lead={t('lead', { thresholds: limitsOf(view) })} asOf={view.asOf} source={t('source')}>
          <Signals signals={view.signals} />
          <Section title={t('payments')} actions={<TermsLink />}>
            <Requests view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
