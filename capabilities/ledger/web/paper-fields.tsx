import { useId } from 'react'
import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Field, Select, TextArea, useNow, useText } from '@jincun/ui'
import { filterMessages } from './filter-messages.ts'
import { messages } from './messages.ts'

const firstYear = 2014

/** Years to choose from, newest first, as choices of a select; the next year's money may come early (5.1). */
export function useYearChoices(): { today: string; years: { value: string; label: string }[] } {
  const today = shanghaiDate(useNow())
  const latest = Number(today.slice(0, 4)) + 1
  const years = Array.from({ length: latest - firstYear + 1 }, (_, index) => String(latest - index))
  return { today, years: years.map(year => ({ value: year, label: year })) }
}

/** A document number: typed, or one of those used lately. */
function DocumentField({ documents }: { documents: readonly string[] }): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const id = useId()
  return (
    <>
      <Field
        name="document"
        label={t('document')}
        required
        list={id}
        {...(documents.length > 0 ? { hint: ofFilter('documentHint') } : {})}
      />
      <datalist id={id}>
        {documents.map(each => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  )
}

type PaperProps = {
  amount?: boolean
  /** Those of the row the form stands beside; they are not asked. */
  years?: { budgetYear: number; batchYear: number }
  /** Document numbers used lately. */
  documents?: readonly string[]
  /** Asked where the money gets a new purpose (3.7). */
  purpose?: boolean
}

/** What every form that moves money asks: amount, years, document, day, reason. */
export function PaperFields({ amount = true, years, documents = [], purpose = false }: PaperProps): ReactNode {
  const t = useText(messages)
  const { today, years: choices } = useYearChoices()
  const now = today.slice(0, 4)
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
          <Select name="budgetYear" label={t('year')} choices={choices} defaultValue={now} />
          <Select name="batchYear" label={t('batch')} choices={choices} defaultValue={now} />
        </>
      )}
      <DocumentField documents={documents} />
      <Field name="date" type="date" label={t('date')} required max={today} />
      {purpose ? <TextArea name="reason" label={t('purpose')} required /> : <TextArea name="reason" label={t('reason')} optional />}
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
