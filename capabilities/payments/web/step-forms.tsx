import type { ReactNode } from 'react'
import { Field, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { holderOf, stepTitles } from '../index.ts'
import type { PaymentStep } from '../index.ts'
import { messages } from './messages.ts'
import type { PaymentDetail } from './view.ts'

/** Where each step is sent; a return goes by the hand that has the request now. */
const paths: Record<Exclude<PaymentStep, 'return'>, string> = {
  'office-approve': 'office-approval',
  'finance-approve': 'finance-approval',
  'leader-approve': 'leader-approval',
  pay: 'voucher',
  bounce: 'bounce',
}
const returns = {
  'payments.office-approve': 'office-return',
  'payments.finance-approve': 'finance-return',
  'payments.leader-approve': 'leader-return',
} as const

function Fields({ step, payment }: { step: PaymentStep; payment: PaymentDetail }): ReactNode {
  const t = useText(messages)
  if (step === 'finance-approve')
    return (
      <>
        <Field name="budgetYear" type="number" label={t('budgetYear')} required defaultValue={payment.contract.year} />
        <Field name="batchYear" type="number" label={t('batchYear')} required defaultValue={payment.contract.year} />
      </>
    )
  if (step === 'pay')
    return (
      <>
        <Field name="voucher" label={t('voucher')} required />
        <Field name="paidOn" type="date" label={t('paidOn')} required />
      </>
    )
  return (
    <TextArea
      name="reason"
      label={t('reason')}
      required={step === 'return' || step === 'bounce'}
      optional={step !== 'return' && step !== 'bounce'}
    />
  )
}

/** What the step does and that it stays, said before it is taken. */
function Effect({ step }: { step: PaymentStep }): ReactNode {
  const t = useText(messages)
  if (step === 'pay') return <p>{t('payEffect')}</p>
  return <p>{t(step === 'finance-approve' ? 'holdEffect' : 'stepEffect')}</p>
}

const bodyOf = (fields: Record<string, string>) => ({
  ...(fields.reason ? { reason: fields.reason } : {}),
  ...(fields.budgetYear ? { budgetYear: Number(fields.budgetYear), batchYear: Number(fields.batchYear) } : {}),
  ...(fields.voucher ? { voucher: fields.voucher, paidOn: fields.paidOn } : {}),
})

function StepForm({ step, payment, path }: { step: PaymentStep; payment: PaymentDetail; path: string }): ReactNode {
  const inLanguage = useBilingual()
  const { send, sending, problem, clear } = useSend()
  const title = inLanguage(stepTitles[step])
  return (
    <FormDrawer
      kind={step === 'return' || step === 'bounce' ? 'default' : 'primary'}
      title={title}
      submitLabel={title}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async fields => (await send(`/api/payments/${payment.request.id}/${path}`, bodyOf(fields))) !== null}
    >
      <Effect step={step} />
      <Fields step={step} payment={payment} />
    </FormDrawer>
  )
}

/** The steps this person may take now; the server's own answer, so that no button is refused. */
export function StepForms({ payment }: { payment: PaymentDetail }): ReactNode {
  const pathOf = (step: PaymentStep): string => (step === 'return' ? returns[holderOf[payment.state] as keyof typeof returns] : paths[step])
  return payment.may.map(step => <StepForm key={step} step={step} payment={payment} path={pathOf(step)} />)
}
