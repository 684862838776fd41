import type { ReactNode } from 'react'
import { Field, TextArea, useText } from '@jincun/ui'
import { messages } from './messages.ts'

/** What every form that moves money asks: amount, years, document, day, reason. */
export function PaperFields({ amount = true, years }: { amount?: boolean; years?: { budgetYear: number; batchYear: number } }): ReactNode {
  const t = useText(messages)
  return (
    <>
      {amount ? <Field name="amount" label={t('amountYuan')} inputMode="decimal" required /> : null}
      <Field name="budgetYear" type="number" label={t('year')} required defaultValue={years?.budgetYear} />
      <Field name="batchYear" type="number" label={t('batch')} required defaultValue={years?.batchYear} />
      <Field name="document" label={t('document')} required />
      <Field name="date" type="date" label={t('date')} required />
      <TextArea name="reason" label={t('reason')} optional />
    </>
  )
}

/** The fields as the routes take them. */
export const paperOf = (fields: Record<string, string>) => ({
  budgetYear: Number(fields.budgetYear),
  batchYear: Number(fields.batchYear),
  document: fields.document ?? '',
  businessDate: fields.date ?? '',
  reason: fields.reason ?? '',
})
