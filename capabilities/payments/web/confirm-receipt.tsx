import type { ReactNode } from 'react'
import { Field, StateTag, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { signalMessages } from './signal-messages.ts'
import type { OwnPayment } from './view.ts'

/** For the payee: that a payment came, on which day. */
export function ConfirmReceipt({ payment }: { payment: OwnPayment }): ReactNode {
  const t = useText(signalMessages)
  const { send, sending, problem, clear } = useSend()
  if (payment.received) return <StateTag tone="met">{t('received')}</StateTag>
  if (payment.state !== 'paid') return null
  return (
    <FormDrawer
      kind="default"
      title={t('confirm')}
      submitLabel={t('confirm')}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async ({ receivedOn, bankReference }) =>
        (await send(`/api/payments/${payment.request.id}/receipt`, { receivedOn, bankReference })) !== null
      }
    >
      <p className="quiet">{t('confirmEffect')}</p>
      <Field name="receivedOn" type="date" label={t('receivedOn')} required defaultValue={payment.paidOn ?? undefined} />
      <Field name="bankReference" label={t('bankReference')} required maxLength={60} />
    </FormDrawer>
  )
}
