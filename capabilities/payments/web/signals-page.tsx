import type { ReactNode } from 'react'
import { ClauseLink, DataTable, formatYuan, Link, Loaded, Notice, Select, useAddressState, useApi, useBilingual, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { PayeeTable } from './payee-table.tsx'
import './payments.css'
import { signalMessages } from './signal-messages.ts'
import type { Signal, SignalRule, SignalView } from './view.ts'

/** Where a row a signal used is opened. */
const addressOf: Readonly<Record<string, (key: string) => string>> = {
  'payment-request': key => `/payments/${key}`,
  contract: key => `/contracts/${key}`,
  'county-money': key => `/ledger/money/${key}`,
  plan: key => `/plans/${key}`,
  project: key => `/projects/${key}`,
  assets: key => `/assets/${key}`,
  acceptance: key => `/acceptance/${key}`,
  'operation-checks': key => `/operation-checks/${key}`,
}

function Rows({ signal }: { signal: Signal }): ReactNode {
  return (
    <ul className="signal-rows">
      {signal.rows.map(({ kind, key, label }) => (
        <li key={`${kind} ${key} ${label}`}>
          <Link href={addressOf[kind]?.(key) ?? '#'}>{label}</Link>
        </li>
      ))}
    </ul>
  )
}

function Found({ view }: { view: SignalView }): ReactNode {
  const t = useText(signalMessages)
  const inLanguage = useBilingual()
  const [code, setCode] = useAddressState('rule')
  const titles = new Map(view.rules.map(rule => [rule.code, inLanguage(rule.title)]))
  const choices = [...titles].map(([value, label]) => ({ value, label }))
  return (
    <>
      <div className="list-filter">
        <Select
          label={t('rule')}
          value={code}
          onChange={event => setCode(event.target.value)}
          choices={[{ value: '', label: t('all') }, ...choices]}
        />
      </div>
      <DataTable
        name="signals-"
        caption={t('title')}
        rows={view.signals.filter(signal => code === '' || signal.code === code)}
        asOf={view.asOf}
        source={t('source')}
        empty={t('nothing')}
        rowKey={row => `${row.code} ${row.countyCode} ${row.message.zh} ${row.requestIds.join()}`}
        columns={[
          { key: 'rule', title: t('rule'), value: row => titles.get(row.code) ?? row.code },
          { key: 'why', title: t('why'), value: row => inLanguage(row.message) },
          {
            key: 'rows',
            title: t('rows'),
            value: row => row.rows.map(({ label }) => label).join('；'),
            cell: row => <Rows signal={row} />,
          },
        ]}
      />
    </>
  )
}

function RuleTable({ view }: { view: SignalView }): ReactNode {
  const t = useText(signalMessages)
  const inLanguage = useBilingual()
  const textOf = ({ unit, value }: SignalRule['numbers'][number], year: number): string => {
    if (value === null) return t('noNumber', { year })
    if (unit === 'fen') return t('yuanOf', { amount: formatYuan(BigInt(value)) })
    return unit === 'percent' ? `${value}%` : value
  }
  const numbersOf = ({ numbers, year }: SignalRule): string =>
    numbers.map(each => `${inLanguage(each.title)}：${textOf(each, year)}`).join('；') || t('none')
  return (
    <DataTable
      name="rules-"
      caption={t('rules')}
      rows={view.rules}
      asOf={view.asOf}
      rowKey={row => `${row.code} ${row.year}`}
      columns={[
        { key: 'rule', title: t('rule'), value: row => inLanguage(row.title) },
        { key: 'numbers', title: t('numbers'), value: numbersOf },
        { key: 'clause', title: t('clause'), value: row => row.clause, cell: row => <ClauseLink clause={row.clause} /> },
        { key: 'version', title: t('version'), value: row => row.year },
        { key: 'found', title: t('found'), numeric: true, value: row => view.signals.filter(({ code }) => code === row.code).length },
      ]}
    />
  )
}

/** Every signal on money in one's charge: by which rule, with the files it used; the rules; and payees with their last check. */
export default function SignalsPage(): ReactNode {
  const t = useText(signalMessages)
  const query = useApi<SignalView>('/api/payments/signals')
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('title')} lead={t('lead')} asOf={view.asOf} source={t('source')}>
          {view.signals.length > 0 ? <Notice tone="info">{t('next')}</Notice> : null}
          {view.missing.length > 0 ? <Notice tone="must">{t('missing') + view.missing.join('、')}</Notice> : null}
          <Section title={t('title')}>
            <Found view={view} />
          </Section>
          <Section title={t('payees')}>
            <p className="quiet">{t('payeesLead')}</p>
            <PayeeTable view={view} />
          </Section>
          <Section title={t('rules')}>
            <RuleTable view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
