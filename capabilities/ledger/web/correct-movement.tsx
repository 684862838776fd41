import type { ReactNode } from 'react'
import { Field, Link, TextArea, useMay, useSession, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { messages } from './messages.ts'
import { useOrder } from './use-order.ts'

/** What of an entry decides whether its move of money is corrected here. */
type CorrectedEntry = { kind: string; countyCode: string; recordKind: string; recordId: string; corrects: string | null }

function CorrectForm({ movement }: { movement: string }): ReactNode {
  const t = useText(messages)
  const order = useOrder()
  return (
    <FormDrawer
      title={t('correct')}
      submitLabel={t('correct')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.onOpen}
      onSubmit={fields =>
        order.post(`/api/ledger/movements/${movement}/corrections`, {
          businessDate: fields.date ?? '',
          document: fields.document ?? '',
          reason: fields.reason ?? '',
        })
      }
    >
      <p>{t('correctLead')}</p>
      <Field name="date" type="date" label={t('date')} required />
      <Field name="document" label={t('document')} optional />
      <TextArea name="reason" label={t('reason')} required />
    </FormDrawer>
  )
}

const ofPayment: readonly string[] = ['disburse', 'assign', 'bounce', 'release-project']

/** The correction of a move of money, or in its place why it is not made here: what the server would refuse is said beforehand. */
export function CorrectMovement({ movement, entries }: { movement: string; entries: readonly CorrectedEntry[] }): ReactNode {
  const t = useText(messages)
  const may = useMay()
  const grants = useSession().data?.person?.grants ?? []
  if (!may('ledger.correct')) return null
  const payment = entries.find(({ kind }) => ofPayment.includes(kind))
  if (payment)
    return (
      <span className="quiet">
        {t('correctInRequest')}{' '}
        {payment.recordKind === 'payment-request' ? <Link href={`/payments/${payment.recordId}`}>{t('openRequest')}</Link> : null}
      </span>
    )
  if (entries.some(({ corrects }) => corrects !== null)) return <span className="quiet">{t('correctionItself')}</span>
  const received = entries.find(({ kind }) => kind === 'receive')
  const above = received && grants.every(({ placeCode }) => !placeCode.endsWith('0000'))
  return above ? <span className="quiet">{t('correctAbove')}</span> : <CorrectForm movement={movement} />
}
