import type { ReactNode } from 'react'
import { useText } from '@jincun/ui'
import { fromDecimal, toShortDecimal } from '../rational.ts'
import { resultMessages } from './messages.ts'

const screenDigits = 6

/** At most 6 decimals for the eye; the whole is in the step that opens. */
export function shortFigure(value: string): string {
  const exact = fromDecimal(value)
  const [integer = '', fraction] = (exact ? toShortDecimal(exact, screenDigits) : value).split('.')
  const grouped = integer.length > 4 ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A figure that opens to its step; `what` names it for those who hear the page. */
export function FigureButton({ value, what, onOpen }: { value: string; what: string; onOpen: () => void }): ReactNode {
  const t = useText(resultMessages)
  const shown = shortFigure(value)
  return (
    <button type="button" className="figure-step number" aria-label={`${shown}，${t('openSteps', { what })}`} onClick={onOpen}>
      {shown}
    </button>
  )
}
