import type { ReactNode } from 'react'
import {
  ClauseLink,
  DataTable,
  EmptyState,
  formatInstant,
  Link,
  Loaded,
  Notice,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { measures } from '../index.ts'
import { DecideForm } from './decide-form.tsx'
import { useMeasured } from './measured-text.ts'
import { messages } from './messages.ts'
import { OutcomeTag } from './signals-table.tsx'
import type { SignalView } from './view.ts'
import './signals.css'

function Facts({ view }: { view: SignalView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { measured, threshold } = useMeasured()
  const { definition, count, of } = view
  return (
    <dl className="signals-facts">
      <dt>{t('subject')}</dt>
      <dd>
        {t(view.subjectKind)} {view.subjectCode}
      </dd>
      <dt>{t('period')}</dt>
      <dd>
        {view.from} – {view.to}
      </dd>
      <dt>{t('measured')}</dt>
      <dd>
        {measured(view)}（{t('of', { count, of })}）
      </dd>
      <dt>{t('threshold')}</dt>
      <dd>
        {threshold(view.rule, view.threshold)}（{t('version')} {view.version}）
      </dd>
      <dt>{t('basis')}</dt>
      <dd>
        <ClauseLink clause={view.clause} /> {definition ? inLanguage(definition.note) : null}
      </dd>
      <dt>{t('outcome')}</dt>
      <dd>
        <OutcomeTag outcome={view.outcome} />
      </dd>
    </dl>
  )
}

function Orders({ county, view }: { county: string; view: SignalView }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="orders-"
      caption={t('rowsUsed')}
      rows={view.orders}
      asOf={view.asOf}
      source={t('source')}
      rowKey={row => `${row.batchId} ${row.rowNumber}`}
      empty={<EmptyState title={t('noRows')} />}
      columns={[
        { key: 'order', title: t('order'), value: row => row.orderNumber },
        { key: 'time', title: t('time'), value: row => row.businessTime, cell: row => formatInstant(row.businessTime) },
        { key: 'direction', title: t('direction'), value: row => t(row.direction) },
        { key: 'amount', title: t('amount'), fen: row => BigInt(row.amountFen), unit: 'yuan' },
        { key: 'seller', title: t('seller'), value: row => row.sellerPlace },
        { key: 'buyer', title: t('buyer'), value: row => row.buyerPlace },
        { key: 'waybill', title: t('waybill'), value: row => row.waybill ?? t('none') },
        { key: 'payment', title: t('payment'), value: row => row.paymentReference ?? t('none') },
        {
          key: 'origin',
          title: t('origin'),
          value: row => `${row.batchId} ${row.rowNumber}`,
          cell: row => <Link href={`/reporting/${county}/${row.batchId}`}>{`${row.batchId.slice(0, 8)} · ${row.rowNumber}`}</Link>,
        },
      ]}
    />
  )
}

function Outcomes({ view }: { view: SignalView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (view.outcomes.length === 0) return <EmptyState title={t('noOutcomes')} />
  return (
    <ol>
      {view.outcomes.map(each => (
        <li key={each.id}>
          <strong>{t(each.outcome)}</strong> {each.measure === '' ? null : inLanguage(measures[each.measure])}{' '}
          {formatInstant(each.decidedAt)} {each.decidedBy}
          <p>{each.reason}</p>
        </li>
      ))}
    </ol>
  )
}

/** One signal: what was measured, what it may also be, the orders behind it, and what came of it. */
export default function SignalPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const [county, id] = [usePathPart('county'), usePathPart('signal')]
  const path = `/api/signals/${county}/${id}`
  const query = useApi<SignalView>(path)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={`${t('signal')}：${view.definition ? inLanguage(view.definition.title) : view.rule}`}
          lead={t('signalLead')}
          asOf={view.raisedAt}
          source={t('source')}
          actions={view.mayDecide ? <DecideForm path={`${path}/outcomes`} onDone={() => void query.refetch()} /> : null}
        >
          {view.definition ? <Notice title={`${t('mayBe')}：${inLanguage(view.definition.mayBe)}`} /> : null}
          <Facts view={view} />
          <Section title={t('outcomes')}>
            <Outcomes view={view} />
          </Section>
          <Orders county={county} view={view} />
          <p className="screen-only">
            <Link href={`/signals?county=${county}`}>{t('back')}</Link>
          </p>
        </ConsolePage>
      )}
    </Loaded>
  )
}
