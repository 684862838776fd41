import type { ReactNode } from 'react'
import { DataTable, formatInstant, formatYuan, Link, Loaded, Notice, useApi, useBilingual, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { messages } from './messages.ts'
import { StateMark } from './state-mark.tsx'
import type { PaymentList } from './view.ts'

/** Payment requests of the places in one's charge, with signals. */
export default function ListPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const query = useApi<PaymentList>('/api/payments')
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage
          title={t('payments')}
          lead={t('lead', { threshold: formatYuan(BigInt(view.threshold)) })}
          asOf={view.asOf}
          source={t('source')}
        >
          {view.signals.length > 0 ? (
            <Section title={t('signals')}>
              {view.signals.map(signal => (
                <Notice key={`${signal.code} ${signal.requestIds.join()}`} tone="should">
                  {inLanguage(signal.message)} {t('signalRows', { n: signal.requestIds.length })}
                </Notice>
              ))}
            </Section>
          ) : null}
          <Section title={t('payments')}>
            <DataTable
              caption={t('payments')}
              rows={view.rows}
              asOf={view.asOf}
              empty={t('none')}
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
                  numeric: true,
                  value: row => BigInt(row.request.amountFen),
                  cell: row => formatYuan(BigInt(row.request.amountFen)),
                },
                { key: 'state', title: t('state'), value: row => inLanguage(row.stateTitle), cell: row => <StateMark payment={row} /> },
                { key: 'voucher', title: t('voucher'), value: row => row.voucher ?? '—' },
                { key: 'when', title: t('when'), value: row => row.requestedAt, cell: row => formatInstant(row.requestedAt) },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
