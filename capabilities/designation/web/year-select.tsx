import type { ReactNode } from 'react'
import { Select, useAddressState, useText } from '@jincun/ui'
import { messages } from './messages.ts'

/** Which round's standing is shown; kept in the address. */
export function YearSelect({ year, years }: { year: number; years: readonly number[] }): ReactNode {
  const t = useText(messages)
  const [, setYear] = useAddressState('year')
  const choices = [...new Set([...years, year])].sort().map(each => ({ value: String(each), label: t('yearChoice', { year: each }) }))
  return <Select label={t('roundYear')} choices={choices} value={String(year)} onChange={event => setYear(event.target.value)} />
}
