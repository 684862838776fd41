import type { ReactNode } from 'react'
import { useText } from '@jincun/ui'
import { fromDecimal, toDecimal, toShortDecimal } from '../rational.ts'
import { resultMessages } from './messages.ts'

export const screenDigits = 6

/** At most 6 decimals for the eye, or as many as `fixed` says so that a column lines up; the whole is in the step that opens. */
export function shortFigure(value: string, fixed?: number): string {
  const exact = fromDecimal(value)
  const shown = !exact ? value : fixed === undefined ? toShortDecimal(exact, screenDigits) : toDecimal(exact, fixed)
  const [integer = '', fraction] = shown.split('.')
  const grouped = integer.length > 4 ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A figure that opens to its step; `what` names it for those who hear the page. */
export function FigureButton(props: { value: string; what: string; fixed?: number; onOpen: () => void }): ReactNode {
  const t = useText(resultMessages)
  const shown = shortFigure(props.value, props.fixed)
  return (
    <button
      type="button"
      className="figure-step number"
      aria-label={`${shown}，${t('openSteps', { what: props.what })}`}
      onClick={props.onOpen}
    >
      {shown}
    </button>
  )
}
