import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataTable, formatInstant, Loaded, Notice, useApi, useBilingual, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { ConfirmReceipt } from './confirm-receipt.tsx'
import { messages } from './messages.ts'
import { signalMessages } from './signal-messages.ts'
import './payments.css'
import { RequestForm } from './request-form.tsx'
import { requestMessages } from './request-messages.ts'
import { StateMark } from './state-mark.tsx'
import { returnedFrom } from '../index.ts'
import type { OwnPayment, OwnPayments } from './view.ts'

function Contracts({ view, onDone }: { view: OwnPayments; onDone: () => void }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="contracts-"
      caption={t('contract')}
      rows={view.contracts}
      asOf={view.asOf}
      rowKey={row => row.id}
      columns={[
        { key: 'title', title: t('contract'), value: row => `${row.number} ${row.title}` },
        {
          key: 'amount',
          title: t('amount'),
          fen: row => BigInt(row.amountFen),
          unit: 'yuan',
        },
        { key: 'ask', title: t('newRequest'), cell: row => <RequestForm contract={row} rows={view.rows} onDone={onDone} /> },
      ]}
    />
  )
}

/** Why a request came back, at whose desk, and the form to ask again with what was typed. */
function Back({ payment, view, onDone }: { payment: OwnPayment; view: OwnPayments; onDone: () => void }): ReactNode {
  const t = useText(requestMessages)
  const inLanguage = useBilingual()
  const contract = view.contracts.find(({ id }) => id === payment.request.contractId)
  const { back } = payment
  if (!back) return '—'
  const from = back.fromState && back.fromState in returnedFrom ? returnedFrom[back.fromState as keyof typeof returnedFrom] : null
  return (
    <div className="cell-stack">
      <p>{from ? t('backBy', { step: inLanguage(from), reason: back.reason }) : t('backBounced', { reason: back.reason })}</p>
      <p className="quiet">{`${back.by} ${formatInstant(back.at)}`}</p>
      {contract ? <RequestForm contract={contract} rows={view.rows} earlier={payment.request} onDone={onDone} /> : null}
    </div>
  )
}

/** A contractor's contracts, the form to ask for payment, and how far each request has come. */
export default function OwnPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const r = useText(requestMessages)
  const ofSignals = useText(signalMessages)
  const [done, setDone] = useState(false)
  const query = useApi<OwnPayments>('/api/payments/own')
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('own')} asOf={view.asOf} source={t('source')}>
          {done ? <Notice tone="met">{t('submitted')}</Notice> : null}
          <Section title={t('contract')}>
            <Contracts view={view} onDone={() => setDone(true)} />
          </Section>
          <Section title={t('payments')}>
            <DataTable
              caption={t('own')}
              rows={view.rows}
              asOf={view.asOf}
              empty={t('none')}
              rowKey={row => row.request.id}
              columns={[
                { key: 'when', title: t('when'), value: row => row.requestedAt, cell: row => formatInstant(row.requestedAt) },
                {
                  key: 'amount',
                  title: t('amount'),
                  fen: row => BigInt(row.request.amountFen),
                  unit: 'yuan',
                },
                { key: 'invoice', title: t('invoice'), value: row => row.request.invoice.number },
                { key: 'state', title: t('state'), value: row => inLanguage(row.stateTitle), cell: row => <StateMark payment={row} /> },
                {
                  key: 'back',
                  title: r('back'),
                  value: row => row.back?.reason ?? '',
                  cell: row => <Back payment={row} view={view} onDone={() => setDone(true)} />,
                },
                { key: 'voucher', title: t('voucher'), value: row => row.voucher ?? '—' },
                { key: 'received', title: ofSignals('confirm'), cell: row => <ConfirmReceipt payment={row} /> },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
