import type { ReactNode } from 'react'
import {
  ButtonLink,
  DataTable,
  formatInstant,
  formatYuan,
  Link,
  Loaded,
  Notice,
  useApi,
  useBilingual,
  usePathPart,
  useText,
} from '@jincun/ui'
import { ConsolePage, FindingPanel, Section } from '@jincun/ui/console'
import { stepTitles } from '../index.ts'
import type { PaymentStep } from '../index.ts'
import { Arithmetic } from './arithmetic.tsx'
import { messages } from './messages.ts'
import { NextStep } from './next-step.tsx'
import './payments.css'
import { requestMessages } from './request-messages.ts'
import { StateMark } from './state-mark.tsx'
import { StepForms } from './step-forms.tsx'
import { signalMessages } from './signal-messages.ts'
import { Signals } from './signals.tsx'
import type { PaymentDetail, PaymentList } from './view.ts'

function Details({ view }: { view: PaymentDetail }): ReactNode {
  const t = useText(messages)
  const { request } = view
  const rows = [
    [t('payee'), `${request.payee.name}（${request.payee.creditCode}）`],
    [t('bank'), `${request.payee.bank} ${request.payee.account}`],
    [t('contract'), `${view.contract.number} ${view.contract.title}`],
    [t('project'), view.project.name],
    [t('planLine'), view.planLine?.name ?? ''],
    [t('sourceOf'), t(request.source)],
    [t('kind'), t(request.kind)],
    [t('amount'), formatYuan(BigInt(request.amountFen))],
    [
      t('invoice'),
      `${request.invoice.code} ${request.invoice.number} ${request.invoice.itemName} ${formatYuan(BigInt(request.invoice.amountFen))}`,
    ],
    [t('delivered'), request.delivery ? `${request.delivery.deliveredOn} ${request.delivery.description}` : '—'],
    [t('voucher'), view.voucher ? `${view.voucher} ${view.paidOn ?? ''}` : '—'],
  ] as const
  return (
    <dl className="facts" aria-label={t('details')}>
      {rows.map(([what, value]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Steps({ view }: { view: PaymentDetail }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const ofSignals = useText(signalMessages)
  const titleOf = (step: string): string => {
    if (step in stepTitles) return inLanguage(stepTitles[step as PaymentStep])
    return step === 'receive' ? ofSignals('receive') : t('submit')
  }
  return (
    <DataTable
      name="steps-"
      caption={t('steps')}
      find={false}
      rows={view.steps}
      rowKey={row => `${row.at} ${row.step}`}
      columns={[
        { key: 'step', title: t('step'), cell: row => titleOf(row.step) },
        { key: 'who', title: t('who'), cell: row => row.byName },
        { key: 'when', title: t('when'), cell: row => formatInstant(row.at) },
        { key: 'note', title: t('note'), cell: row => [row.document, row.reason].filter(Boolean).join(' ') || '—' },
      ]}
    />
  )
}

/** The papers by their hash; each opens. */
function Papers({ view }: { view: PaymentDetail }): ReactNode {
  const t = useText(requestMessages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="papers-"
      caption={t('evidence')}
      find={false}
      rows={view.evidence}
      rowKey={row => row.fileId}
      columns={[
        { key: 'kind', title: t('paperKind'), value: row => inLanguage(row.title) },
        {
          key: 'file',
          title: t('paper'),
          value: row => row.name,
          cell: row => (
            <ButtonLink href={`/api/payments/${view.request.id}/files/${row.fileId}`} download>
              {row.name}
            </ButtonLink>
          ),
        },
        { key: 'hash', title: t('hash'), value: row => row.sha256, cell: row => <span className="paper-hash">{row.sha256}</span> },
      ]}
    />
  )
}

/** What the list noticed about this request; the rest of the page does not wait for it. */
function SignalsOf({ id, countyCode }: { id: string; countyCode: string }): ReactNode {
  const query = useApi<PaymentList>('/api/payments', { countyCode, size: 1 })
  return <Loaded query={query}>{list => <Signals signals={list.signals.filter(signal => signal.requestIds.includes(id))} />}</Loaded>
}

/** One request: what is asked, what the rules say of it now, who did what, and what can be done next. */
export default function PaymentPage(): ReactNode {
  const t = useText(messages)
  const id = usePathPart('payment')
  const query = useApi<PaymentDetail>(`/api/payments/${id}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('paymentOf', { amount: formatYuan(BigInt(view.request.amountFen)) })} asOf={view.asOf} source={t('source')}>
          <NextStep state={view.state} />
          <Section title={view.request.payee.name} actions={<StepForms payment={view} />}>
            <p>
              <StateMark payment={view} /> <Link href={`/ledger/money/${view.request.countyCode}`}>{t('money')}</Link>{' '}
              <Link href={`/payments/terms/${view.request.countyCode}`}>{t('termsOf')}</Link>{' '}
              <Link href={`/payments/budget/${view.request.countyCode}/${view.contract.year}`}>{t('budget')}</Link>
            </p>
            {view.handled ? <Notice tone="info">{t('twice')}</Notice> : null}
            <Details view={view} />
            <Arithmetic steps={view.arithmetic} />
            <Papers view={view} />
          </Section>
          <FindingPanel title={t('findings')} findings={view.findings} />
          <SignalsOf id={id} countyCode={view.request.countyCode} />
          <Section title={t('steps')}>
            <Steps view={view} />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
