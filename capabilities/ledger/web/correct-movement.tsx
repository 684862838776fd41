import type { ReactNode } from 'react'
import { Field, Link, TextArea, useBilingual, useMay, useText, useOrder } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { correctorsOf, makingActionOf, ownOrderOf } from '../index.ts'
import type { MoveKind } from '../index.ts'
import { messages } from './messages.ts'

/** What of an entry decides whether its move of money is corrected here. */
type CorrectedEntry = { kind: MoveKind; countyCode: string; recordKind: string; recordId: string }

function CorrectForm({ movement }: { movement: string }): ReactNode {
  const t = useText(messages)
  const order = useOrder(`/api/ledger/movements/${movement}/corrections`)
  return (
    <FormDrawer
      title={t('correct')}
      submitLabel={t('correct')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields =>
        order.post({
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

/** The correction of a move of money, or in its place why it is not made here: what the server would refuse is said beforehand. */
export function CorrectMovement({ movement, entries }: { movement: string; entries: readonly CorrectedEntry[] }): ReactNode {
  const t = useText(messages)
  const may = useMay()
  const inLanguage = useBilingual()
  if (!may('ledger.correct')) return null
  const makers = correctorsOf(entries)
  const payment = entries.find(({ recordKind }) => recordKind === 'payment-request')
  if (makers === 'payment')
    return (
      <span className="quiet">
        {t('correctInRequest')} {payment ? <Link href={`/payments/${payment.recordId}`}>{t('openRequest')}</Link> : null}
      </span>
    )
  if (makers === 'correction') return <span className="quiet">{t('correctionItself')}</span>
  const order = ownOrderOf(entries)
  if (order)
    return (
      <span className="quiet">
        {t('correctByOrder')} {inLanguage(order)}
      </span>
    )
  const own = makers.every(place => may(makingActionOf(place)))
  return own ? <CorrectForm movement={movement} /> : <span className="quiet">{t('correctElsewhere')}</span>
}
