import type { ReactNode } from 'react'
import type { ReportField } from '@jincun/policy'
import { Field, FileField, Select, TextArea, useBilingual, useText } from '@jincun/ui'
import type { FormRow } from '../index.ts'
import { words } from './form-messages.ts'

type CellProps = {
  field: ReportField
  value: string
  files: Record<string, string>
  filesPath: string
  error: string | undefined
  onChange: (value: string) => void
}

/** Texts longer than a line get room to be read. */
const longText = 300

const inputTypes: Partial<Record<ReportField['kind'], string>> = { date: 'date', phone: 'tel', link: 'url' }
const numeric = ['integer', 'decimal', 'yuan', 'wan-yuan', 'percent']

function Cell({ field, value, files, filesPath, error, onChange }: CellProps): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const { kind, required, hint, maximumLength = 200 } = field
  const shared = { label: inLanguage(field.title), error, optional: !required, ...(hint ? { hint: inLanguage(hint) } : {}) }
  if (kind === 'file')
    return (
      <FileField
        label={shared.label}
        path={filesPath}
        onFile={onChange}
        {...(files[value] ? { hint: t('onFile', { name: files[value] }) } : {})}
      />
    )
  if (kind === 'choice') {
    const choices = [
      { value: '', label: t('choose') },
      ...(field.choices ?? []).map(each => ({ value: each.value, label: inLanguage(each.title) })),
    ]
    return <Select {...shared} value={value} choices={choices} onChange={event => onChange(event.target.value)} />
  }
  if (kind === 'text' && maximumLength > longText)
    return <TextArea {...shared} value={value} onChange={event => onChange(event.target.value)} />
  return (
    <Field
      {...shared}
      value={value}
      type={inputTypes[kind] ?? 'text'}
      readOnly={kind === 'month' || field.id === 'year'}
      {...(numeric.includes(kind) ? { inputMode: 'decimal' } : {})}
      onChange={event => onChange(event.target.value)}
    />
  )
}

type RowProps = {
  fields: readonly ReportField[]
  row: FormRow
  files: Record<string, string>
  filesPath: string
  errorOf: (field: string) => string | undefined
  onChange: (row: FormRow) => void
}

/** The fields of one row, each in the way its kind is written. */
export function FormRowFields({ fields, row, files, filesPath, errorOf, onChange }: RowProps): ReactNode {
  return (
    <div className="form-row-fields">
      {fields.map(field => (
        <Cell
          key={field.id}
          field={field}
          value={row[field.id] ?? ''}
          files={files}
          filesPath={filesPath}
          error={errorOf(field.id)}
          onChange={value => onChange({ ...row, [field.id]: value })}
        />
      ))}
    </div>
  )
}
