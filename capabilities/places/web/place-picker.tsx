import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useApi, useText } from '@jincun/ui'
import type { PlaceSuggestion } from '../index.ts'
import { messages } from './messages.ts'
import { PlaceOption } from './place-option.tsx'
import { useSuggestions } from './use-suggestions.ts'
import type { PlaceLimits, Suggestions } from './use-suggestions.ts'
import './place-picker.css'

export type PlacePickerProps = PlaceLimits & {
  label: string
  /** Code of the place chosen; '' when none is. */
  value: string
  onChange: (place: PlaceSuggestion | null) => void
  hint?: ReactNode
  error?: string | null | undefined
  disabled?: boolean
}

type Words = ReturnType<typeof useText<keyof (typeof messages)['zh']>>

function statusOf(t: Words, typing: boolean, { state, text, places }: Suggestions): string {
  if (!typing || state === 'idle') return ''
  if (state === 'searching') return t('searching')
  if (state === 'failed') return t('failed')
  return places.length > 0 ? t('found', { n: places.length }) : t('nothing', { text })
}

/** What is being typed and which suggestion is marked; nothing while the chosen place is shown. */
type Typing = { text: string; marked: number }

type ListProps = { id: string; label: string; typing: Typing | null; suggestions: Suggestions; onChoose: (place: PlaceSuggestion) => void }

function SuggestionList({ id, label, typing, suggestions, onChoose }: ListProps): ReactNode {
  const open = typing !== null && suggestions.places.length > 0
  return (
    <div id={`${id}-list`} className="place-picker-list" role="listbox" aria-label={label} hidden={!open}>
      {open
        ? suggestions.places.map((place, index) => (
            <PlaceOption
              key={place.code}
              id={`${id}-${index}`}
              place={place}
              marked={index === typing.marked}
              onChoose={() => onChoose(place)}
            />
          ))
        : null}
    </div>
  )
}

/** What a key does to the typing: null ends it, undefined leaves the key to the browser. */
function afterKey(key: string, typing: Typing, count: number): Typing | null | undefined {
  if (key === 'Escape') return null
  if (count === 0) return undefined
  if (key === 'ArrowDown') return { ...typing, marked: (typing.marked + 1) % count }
  return key === 'ArrowUp' ? { ...typing, marked: (typing.marked + count - 1) % count } : undefined
}

/** The name of the place chosen, with its code; the code alone until the name is known. */
function useChosenText(code: string): string {
  const chosen = useApi<{ fullName: string }>(code === '' ? null : `/api/places/${code}`)
  return code !== '' && chosen.data ? `${chosen.data.fullName}（${code}）` : code
}

type InputProps = Pick<PlacePickerProps, 'hint' | 'error' | 'disabled'> & {
  id: string
  chosenText: string
  typing: Typing | null
  setTyping: (typing: Typing | null) => void
  suggestions: Suggestions
  onChoose: (place: PlaceSuggestion) => void
}

function PickerInput({ id, hint, error, disabled, chosenText, typing, setTyping, suggestions, onChoose }: InputProps): ReactNode {
  const t = useText(messages)
  const { places } = suggestions
  const open = typing !== null && places.length > 0
  const onKey = (event: KeyboardEvent): void => {
    if (!typing) return
    const marked = places[typing.marked]
    const next = afterKey(event.key, typing, places.length)
    if (event.key === 'Enter' && marked) onChoose(marked)
    else if (next !== undefined) setTyping(next)
    else return
    event.preventDefault()
  }
  return (
    <input
      id={id}
      className="input"
      type="text"
      role="combobox"
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      placeholder={t('placeholder')}
      value={typing?.text ?? chosenText}
      aria-expanded={open}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={open ? `${id}-${typing.marked}` : undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={[hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined}
      onFocus={event => event.target.select()}
      onChange={event => setTyping({ text: event.target.value, marked: 0 })}
      onKeyDown={onKey}
      onBlur={() => setTyping(null)}
    />
  )
}

/**
 * Picks a place by name, code, pinyin or initials: a combobox with a list of suggestions (ARIA 1.2), worked by keyboard
 * (arrows, Enter, Escape), mouse or touch. Leaving it without choosing brings back what was chosen before.
 */
export function PlacePicker({ label, value, onChange, hint, error, disabled = false, ...limits }: PlacePickerProps): ReactNode {
  const t = useText(messages)
  const id = useId()
  const [typing, setTyping] = useState<Typing | null>(null)
  const suggestions = useSuggestions(typing?.text ?? '', limits)
  const chosenText = useChosenText(value)
  const choose = (place: PlaceSuggestion | null): void => {
    setTyping(null)
    onChange(place)
  }
  return (
    <div className="field place-picker" data-wrong={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <div id={`${id}-hint`} className="field-hint quiet">
          {hint}
        </div>
      ) : null}
      <div className="place-picker-box">
        <PickerInput {...{ id, hint, error, disabled, chosenText, typing, setTyping, suggestions }} onChoose={choose} />
        {value !== '' && !disabled ? (
          <button type="button" className="place-picker-clear" aria-label={t('clear')} onClick={() => choose(null)}>
            ×
          </button>
        ) : null}
        <SuggestionList {...{ id, label, typing, suggestions }} onChoose={choose} />
      </div>
      <div role="status" className="place-picker-status quiet">
        {statusOf(t, typing !== null, suggestions)}
      </div>
      {error ? (
        <div id={`${id}-error`} className="field-error" role="alert">
          {error}
        </div>
      ) : null}
    </div>
  )
}
