import type { ReactNode } from 'react'
import { Field, TextArea, useText } from '@jincun/ui'
import { messages } from './messages.ts'

/** What every form that moves money asks: amount, years, document, day, reason. `years`: those of the row it stands beside; they are not asked. */
export function PaperFields({ amount = true, years }: { amount?: boolean; years?: { budgetYear: number; batchYear: number } }): ReactNode {
  const t = useText(messages)
  return (
    <>
      {amount ? <Field name="amount" label={t('amountYuan')} inputMode="decimal" required /> : null}
      {years ? (
        <>
          <p>{`${t('year')} ${years.budgetYear}，${t('batch')} ${years.batchYear}`}</p>
          <input type="hidden" name="budgetYear" value={years.budgetYear} />
          <input type="hidden" name="batchYear" value={years.batchYear} />
        </>
      ) : (
        <>
          <Field name="budgetYear" type="number" label={t('year')} required />
          <Field name="batchYear" type="number" label={t('batch')} required />
        </>
      )}
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
