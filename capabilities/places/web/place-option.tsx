import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useText } from '@jincun/ui'
import type { PlaceSuggestion } from '../index.ts'
import { messages } from './messages.ts'

type PlaceOptionProps = { id: string; place: PlaceSuggestion; marked: boolean; onChoose: () => void }

/** One suggestion: the name as people say it, what holds it, its code, and what it was called before. */
export function PlaceOption({ id, place, marked, onChoose }: PlaceOptionProps): ReactNode {
  const t = useText(messages)
  const own = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (marked) own.current?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const holders = place.fullName.slice(0, place.fullName.length - place.name.length).trim()
  return (
    <button
      ref={own}
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={marked}
      className="place-option"
      // The input must keep the focus, or it would close the list before the press is over.
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="place-option-name">{place.name}</span>
      <span className="place-option-code number quiet">{place.code}</span>
      <span className="place-option-more quiet">
        {[
          holders,
          place.formerly.length > 0 ? t('formerly', { names: place.formerly.join('、') }) : '',
          place.validTo ? t('until', { day: place.validTo }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  )
}
