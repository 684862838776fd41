import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  DataTable,
  Field,
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
import './ledger.css'
import { messages } from './messages.ts'
import { MoneyTable } from './money-table.tsx'
import type { AccountView, MoneyView } from './view.ts'

type Accounts = { asOf: string; placeName: string; rows: AccountView[]; totals: { debits: string; credits: string } }
const yuan = (fen: string): string => formatYuan(BigInt(fen))

function AccountTable({ view }: { view: Accounts }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const amount = (key: 'debitsPosted' | 'creditsPosted' | 'held' | 'available', title: string) => ({
    key,
    title,
    fen: (row: AccountView) => BigInt(row[key]),
    unit: 'yuan' as const,
  })
  const { debits, credits } = view.totals
  return (
    <>
      <DataTable
        name="accounts-"
        caption={t('accounts')}
        rows={view.rows}
        asOf={view.asOf}
        source={t('source')}
        rowKey={row => row.id}
        columns={[
          {
            key: 'kind',
            title: t('account'),
            value: row => inLanguage(row.kindTitle),
            cell: row => <Link href={`/ledger/statement/${row.countyCode}/${row.id}`}>{inLanguage(row.kindTitle)}</Link>,
          },
          { key: 'name', title: t('name'), value: row => row.subjectName || '—' },
          { key: 'source', title: t('origin'), value: row => inLanguage(row.sourceTitle) },
          { key: 'year', title: t('year'), value: row => row.budgetYear },
          { key: 'batch', title: t('batch'), value: row => row.batchYear },
          amount('debitsPosted', t('debits')),
          amount('creditsPosted', t('credits')),
          amount('held', t('balance')),
          amount('available', t('available')),
        ]}
      />
      <p>{t('totals', { debits: yuan(debits), credits: yuan(credits), equal: debits === credits ? t('equal') : t('unequal') })}</p>
    </>
  )
}

/** A place's money and its accounts: the trial balance of its book, now or on any day. */
export default function PlacePage(): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const county = usePathPart('county')
  const [on, setOn] = useAddressState('on')
  const money = useApi<MoneyView>('/api/ledger/money', { countyCode: county })
  const accounts = useApi<Accounts>(`/api/ledger/${county}/accounts`, on ? { on } : {})
  return (
    <Loaded query={accounts}>
      {view => (
        <ConsolePage title={`${view.placeName} ${t('money')}`} asOf={view.asOf} source={t('source')}>
          <Section title={t('rows')}>
            <Loaded query={money}>{({ rows, asOf }) => <MoneyTable rows={rows} asOf={asOf} />}</Loaded>
          </Section>
          <Section
            title={t('accounts')}
            actions={
              <>
                <ButtonLink href={`/api/ledger/${county}/accounts?format=xlsx${on ? `&on=${on}` : ''}`} download>
                  {t('excel')}
                </ButtonLink>
                <Button onClick={() => window.print()}>{ofFilter('print')}</Button>
              </>
            }
          >
            <div className="ledger-dates">
              <Field type="date" label={t('on')} hint={t('onHint')} value={on} onChange={event => setOn(event.target.value)} />
            </div>
            <AccountTable view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
