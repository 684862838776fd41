import { useState } from 'react'
import type { ReactNode } from 'react'
import { fenFromWanYuanText, formatWanYuan } from '@jincun/kernel'
import { Field, Select, useBilingual } from '@jincun/ui'
import type { Attachment } from '../index.ts'

type Common = { label: string; disabled: boolean }

/** A line of text. */
export function TextField({
  value,
  onChange,
  ...rest
}: Common & { value: string | null; onChange: (value: string) => void; type?: string; inputMode?: 'decimal' }): ReactNode {
  return <Field {...rest} value={value ?? ''} onChange={event => onChange(event.target.value)} />
}

/** A day; empty is "not said yet". */
export function DayField({
  value,
  onChange,
  ...rest
}: Common & { value: string | null; onChange: (value: string | null) => void }): ReactNode {
  return <Field {...rest} type="date" value={value ?? ''} onChange={event => onChange(event.target.value || null)} />
}

/** Money typed in 万元 and kept in 分; what cannot be read stays on screen with why, and is not saved. */
export function MoneyField({
  value,
  onChange,
  ...rest
}: Common & { value: string | null; onChange: (fen: string | null) => void }): ReactNode {
  const inLanguage = useBilingual()
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string): void => {
    const fen = text.trim() === '' ? null : fenFromWanYuanText(text)
    const readable = text.trim() === '' || (fen !== null && fen >= 0n)
    setTyped(readable && !text.endsWith('.') ? null : text)
    if (readable) onChange(fen === null ? null : fen.toString())
  }
  const error =
    typed !== null && !typed.endsWith('.')
      ? inLanguage({ zh: '请填不小于零的数，最多精确到分', en: 'A number not below zero, to the fen at most' })
      : null
  return (
    <Field
      {...rest}
      inputMode="decimal"
      error={error}
      value={typed ?? (value === null ? '' : formatWanYuan(BigInt(value)))}
      onChange={event => change(event.target.value)}
    />
  )
}

/** Yes, no, or not said yet. */
export function YesNoField({
  value,
  onChange,
  ...rest
}: Common & { value: boolean | null; onChange: (value: boolean | null) => void }): ReactNode {
  const inLanguage = useBilingual()
  const choices = [
    { value: '', label: '—' },
    { value: 'yes', label: inLanguage({ zh: '是', en: 'Yes' }) },
    { value: 'no', label: inLanguage({ zh: '否', en: 'No' }) },
  ]
  const shown = value === null ? '' : value ? 'yes' : 'no'
  return (
    <Select
      {...rest}
      choices={choices}
      value={shown}
      onChange={event => onChange(event.target.value === '' ? null : event.target.value === 'yes')}
    />
  )
}

/** Which attachments bear a statement out. */
export function EvidenceField({
  label,
  disabled,
  value,
  onChange,
  attachments,
}: Common & { value: readonly string[]; onChange: (ids: string[]) => void; attachments: readonly Attachment[] }): ReactNode {
  if (attachments.length === 0) return null
  const toggle = (id: string): void => onChange(value.includes(id) ? value.filter(each => each !== id) : [...value, id])
  return (
    <fieldset className="application-evidence" disabled={disabled}>
      <legend>{label}</legend>
      {attachments.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={value.includes(id)} onChange={() => toggle(id)} /> {name}
        </label>
      ))}
    </fieldset>
  )
}
