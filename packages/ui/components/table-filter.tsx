import type { ReactNode } from 'react'
import { useText } from '../messages.ts'
import { uiMessages } from '../ui-messages.ts'
import './field.css'

/** One box that finds words in any column. */
export function TableFilter({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  const t = useText(uiMessages)
  return (
    <input
      type="search"
      className="input data-table-filter screen-only"
      aria-label={t('filterHere')}
      placeholder={t('filterHere')}
      defaultValue={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}
