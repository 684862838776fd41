import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { Select, useAddressState, useText } from '@jincun/ui'
import { filterMessages } from './filter-messages.ts'
import './ledger.css'

/** Years that filters offer: those there is money of. */
export type MoneyYears = { budgetYears: number[]; batchYears: number[] }

/** The filters as the address has them, by the names the routes take. */
export function useMoneyFilter(): { place: string; budgetYear: string; batchYear: string } {
  const [place] = useAddressState('place')
  const [budgetYear] = useAddressState('budgetYear')
  const [batchYear] = useAddressState('batchYear')
  return { place, budgetYear, batchYear }
}

function YearFilter({ name, label, years }: { name: string; label: string; years: readonly number[] }): ReactNode {
  const t = useText(filterMessages)
  const [value, setValue] = useAddressState(name)
  const [, setPage] = useAddressState('page')
  const choices = [{ value: '', label: t('all') }, ...years.map(year => ({ value: String(year), label: String(year) }))]
  const choose = (next: string): void => {
    setValue(next)
    setPage('')
  }
  return <Select label={label} value={value} choices={choices} onChange={event => choose(event.target.value)} />
}

/** Place, budget year and batch; kept in the address, so that a filtered view can be sent to a colleague. */
export function FilterBar({ years }: { years: MoneyYears }): ReactNode {
  const t = useText(filterMessages)
  const [place, setPlace] = useAddressState('place')
  const [, setPage] = useAddressState('page')
  return (
    <div className="ledger-filters screen-only">
      <PlacePicker
        label={t('place')}
        value={place}
        levels={['province', 'county']}
        inForce="any"
        onChange={chosen => {
          setPlace(chosen?.code ?? '')
          setPage('')
        }}
      />
      <YearFilter name="budgetYear" label={t('budgetYear')} years={years.budgetYears} />
      <YearFilter name="batchYear" label={t('batchYear')} years={years.batchYears} />
    </div>
  )
}
