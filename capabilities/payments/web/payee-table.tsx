import type { ReactNode } from 'react'
import { DataTable, Field, Select, StateTag, useBilingual, useOrder, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { signalMessages } from './signal-messages.ts'
import type { CheckedPayee, SignalView } from './view.ts'

function CheckForm({ payee, view }: { payee: CheckedPayee; view: SignalView }): ReactNode {
  const t = useText(signalMessages)
  const inLanguage = useBilingual()
  const order = useOrder(`/api/payments/payee-checks/${payee.countyCode}`)
  const choices = Object.entries(view.statuses).map(([value, title]) => ({ value, label: inLanguage(title) }))
  return (
    <FormDrawer
      kind="default"
      title={t('enter')}
      submitLabel={t('enter')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields =>
        order.post({
          creditCode: payee.party.creditCode,
          status: fields.status,
          source: fields.source,
          checkedOn: fields.checkedOn,
          activeOn: fields.activeOn || null,
        })
      }
    >
      <p>
        {payee.party.name}（{payee.party.creditCode}）
      </p>
      <p className="quiet">{t('effect')}</p>
      <Select name="status" label={t('status')} choices={choices} defaultValue="operating" />
      <Field name="source" label={t('lookedUpAt')} required maxLength={200} defaultValue={t('publicRegister')} />
      <Field name="checkedOn" type="date" label={t('checkedOn')} required defaultValue={view.today} />
      <Field name="activeOn" type="date" label={t('activeOn')} hint={t('activeHint')} optional />
    </FormDrawer>
  )
}

/** Payees with money paid and the last check of each, and the form to enter another. */
export function PayeeTable({ view }: { view: SignalView }): ReactNode {
  const t = useText(signalMessages)
  const inLanguage = useBilingual()
  const statusOf = ({ check }: CheckedPayee): string => {
    const title = check && view.statuses[check.status]
    return title ? inLanguage(title) : t('never')
  }
  return (
    <DataTable
      name="payees-"
      caption={t('payees')}
      rows={view.payees}
      asOf={view.asOf}
      empty={t('noPayees')}
      rowKey={row => `${row.countyCode} ${row.party.creditCode}`}
      columns={[
        { key: 'payee', title: t('payee'), value: row => `${row.party.name}（${row.party.creditCode}）` },
        {
          key: 'status',
          title: t('status'),
          value: statusOf,
          cell: row => <StateTag tone={row.check?.status === 'operating' ? 'met' : 'should'}>{statusOf(row)}</StateTag>,
        },
        { key: 'checkedOn', title: t('checkedOn'), value: row => row.check?.checkedOn ?? t('none') },
        { key: 'activeOn', title: t('activeOn'), value: row => row.check?.activeOn ?? t('none') },
        { key: 'source', title: t('lookedUpAt'), value: row => row.check?.source ?? t('none') },
        { key: 'enter', title: t('enter'), cell: row => (row.mayCheck ? <CheckForm payee={row} view={view} /> : t('none')) },
      ]}
    />
  )
}
