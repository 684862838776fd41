import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import './field.css'

type FrameProps = { label: string; hint?: ReactNode; error?: string | null | undefined; optional?: boolean }

function Frame({ id, label, hint, error, optional, children }: FrameProps & { id: string; children: ReactNode }): ReactNode {
  const t = useText(uiMessages)
  return (
    <div className="field" data-wrong={error ? true : undefined}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="quiet">（{t('optional')}）</span> : null}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="field-hint quiet">
          {hint}
        </div>
      ) : null}
      {children}
      {error ? (
        <div id={`${id}-error`} className="field-error" role="alert">
          {error}
        </div>
      ) : null}
    </div>
  )
}

const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

/** A labelled input with its hint and its error beside it. */
export function Field({ label, hint, error, optional = false, ...input }: FrameProps & ComponentProps<'input'>): ReactNode {
  const own = useId()
  const id = input.id ?? own
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <input className="input" {...input} id={id} aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, hint, error)} />
    </Frame>
  )
}

/** A labelled text of several lines. */
export function TextArea({ label, hint, error, optional = false, ...input }: FrameProps & ComponentProps<'textarea'>): ReactNode {
  const own = useId()
  const id = input.id ?? own
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        className="input"
        rows={4}
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Frame>
  )
}

export type Choice = { value: string; label: string }

/** A labelled choice of one from a list; the browser's own, so it works on every phone. */
export function Select({
  label,
  hint,
  error,
  optional = false,
  choices,
  ...input
}: FrameProps & ComponentProps<'select'> & { choices: readonly Choice[] }): ReactNode {
  const own = useId()
  const id = input.id ?? own
  return (
    <Frame id={id} label={label} hint={hint} error={error} optional={optional}>
      <select className="input" {...input} id={id} aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, hint, error)}>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}
