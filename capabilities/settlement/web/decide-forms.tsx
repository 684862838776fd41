import type { ReactNode } from 'react'
import { Field, TextArea, useText, useOrder } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import { messages } from './messages.ts'
import type { SettlementRow } from './view.ts'

type FormProps = { year: number; row: SettlementRow }

/** The centre's score of a provincial plan (5.4). */
export function ReviewForm({ year, row }: FormProps): ReactNode {
  const t = useText(messages)
  const order = useOrder(`/api/settlement/${year}/plan-reviews`)
  return (
    <FormDrawer
      kind="link"
      title={t('review')}
      submitLabel={t('save')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => order.post({ provinceCode: row.provinceCode, score: fields.score ?? '', comment: fields.comment ?? '' })}
    >
      <p>{t('reviewOf', { province: row.provinceName })}</p>
      <Field name="score" label={t('score')} inputMode="decimal" required defaultValue={row.review?.score ?? ''} />
      <TextArea name="comment" label={t('comment')} optional defaultValue={row.review?.comment ?? ''} />
    </FormDrawer>
  )
}

/** The final number of a province (5.4). */
export function ApprovalForm({ year, row }: FormProps): ReactNode {
  const t = useText(messages)
  const order = useOrder(`/api/settlement/${year}/approvals`)
  const hint = { listed: row.listed, provisional: row.provisional ?? '—', score: row.review?.score ?? '—' }
  return (
    <FormDrawer
      kind="link"
      title={t('approve')}
      submitLabel={t('approve')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields => order.post({ provinceCode: row.provinceCode, approved: Number(fields.approved), reason: fields.reason ?? '' })}
    >
      <p>{t('approveOf', { province: row.provinceName })}</p>
      <Field
        name="approved"
        type="number"
        min={0}
        max={row.listed}
        label={t('number')}
        hint={t('approveHint', hint)}
        required
        defaultValue={row.approval?.approved ?? row.provisional ?? ''}
      />
      <TextArea name="reason" label={t('reason')} optional defaultValue={row.approval?.reason ?? ''} />
    </FormDrawer>
  )
}

/** Money allotted in advance (5.1). */
export function AdvanceForm({ year, row }: FormProps): ReactNode {
  const t = useText(messages)
  const order = useOrder(`/api/settlement/${year}/advances`)
  return (
    <FormDrawer
      kind="link"
      title={t('enterAdvance')}
      submitLabel={t('save')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={fields =>
        order.post({
          provinceCode: row.provinceCode,
          amountYuan: fields.amount ?? '',
          document: fields.document ?? '',
          allottedOn: fields.allottedOn ?? '',
        })
      }
    >
      <p>{t('advanceOf', { province: row.provinceName })}</p>
      <Field name="amount" label={t('amount')} inputMode="decimal" required />
      <Field name="document" label={t('document')} required />
      <Field name="allottedOn" type="date" label={t('allottedOn')} required />
    </FormDrawer>
  )
}
