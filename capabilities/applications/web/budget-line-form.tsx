import type { ReactNode } from 'react'
import { Button, newId, Select, useBilingual, useText } from '@jincun/ui'
import { facilityLabels, lineQuestions } from '../index.ts'
import type { BudgetLine, Facility } from '../index.ts'
import { MoneyField, TextField, YesNoField } from './fields.tsx'
import { messages } from './messages.ts'

export const newLine = (): BudgetLine => ({
  id: newId(),
  name: '',
  category: '',
  facility: null,
  centralFen: null,
  localFen: null,
  enterpriseFen: null,
  hardware: null,
  reusesExistingPremises: null,
})

/** One thing money is spent on; reuse of premises (3.2) is asked of hardware only. */
export function LineForm({
  line,
  disabled,
  onChange,
}: {
  line: BudgetLine
  disabled: boolean
  onChange: (line: BudgetLine | null) => void
}): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const change = (part: Partial<BudgetLine>): void => onChange({ ...line, ...part })
  const label = (id: keyof typeof lineQuestions): string => inLanguage(lineQuestions[id])
  const facilities = [
    { value: '', label: '—' },
    ...Object.entries(facilityLabels).map(([value, text]) => ({ value, label: inLanguage(text) })),
  ]
  return (
    <div className="application-line application-grid">
      <TextField label={label('name')} disabled={disabled} value={line.name} onChange={name => change({ name })} />
      <TextField label={label('category')} disabled={disabled} value={line.category} onChange={category => change({ category })} />
      <Select
        label={label('facility')}
        disabled={disabled}
        choices={facilities}
        value={line.facility ?? ''}
        onChange={event => change({ facility: (event.target.value || null) as Facility | null })}
      />
      <MoneyField label={label('centralFen')} disabled={disabled} value={line.centralFen} onChange={centralFen => change({ centralFen })} />
      <MoneyField label={label('localFen')} disabled={disabled} value={line.localFen} onChange={localFen => change({ localFen })} />
      <MoneyField
        label={label('enterpriseFen')}
        disabled={disabled}
        value={line.enterpriseFen}
        onChange={enterpriseFen => change({ enterpriseFen })}
      />
      <YesNoField
        label={label('hardware')}
        disabled={disabled}
        value={line.hardware}
        onChange={hardware => change({ hardware, reusesExistingPremises: hardware ? line.reusesExistingPremises : null })}
      />
      {line.hardware ? (
        <YesNoField
          label={label('reusesExistingPremises')}
          disabled={disabled}
          value={line.reusesExistingPremises}
          onChange={reusesExistingPremises => change({ reusesExistingPremises })}
        />
      ) : null}
      {disabled ? null : <Button onClick={() => onChange(null)}>{t('remove')}</Button>}
    </div>
  )
}
