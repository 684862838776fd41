import { useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { formatShanghai } from '@jincun/kernel'
import { Button, Field, newId, Select, useBilingual, useText } from '@jincun/ui'
import type { SheetOrder } from '../index.ts'
import { dayWords } from './station-day-messages.ts'
import type { StationDaysView } from './station-day-work.ts'

type OrderFormProps = { view: StationDaysView; station: string; now: Date; onAdd: (order: SheetOrder) => void }

/** One order of the day. Its number is made here, once, so that it is the same order however often it is sent. */
export function StationOrderForm({ view, station, now, onAdd }: OrderFormProps): ReactNode {
  const t = useText(dayWords)
  const inLanguage = useBilingual()
  const [direction, setDirection] = useState<SheetOrder['direction']>('down')
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const of = (name: string): string => String(fields.get(name) ?? '').trim()
    onAdd({
      number: `${station}-${newId()}`,
      time: of('time'),
      direction,
      category: of('category'),
      quantity: of('quantity'),
      amountYuan: of('amount'),
      otherPlace: of('other'),
      waybill: of('waybill'),
      payment: '',
    })
    form.current?.reset()
  }
  const places = [{ value: view.countyCode, label: t('here') }, ...view.places.map(({ code, name }) => ({ value: code, label: name }))]
  const categories = view.categories.map(({ title, buyCode, sellCode }) => ({
    value: String(direction === 'down' ? buyCode : sellCode),
    label: inLanguage(title),
  }))
  return (
    <form ref={form} className="form-row" onSubmit={submit}>
      <div className="form-row-fields">
        <Select
          label={t('direction')}
          value={direction}
          choices={[
            { value: 'down', label: t('down') },
            { value: 'up', label: t('up') },
          ]}
          onChange={event => setDirection(event.target.value === 'up' ? 'up' : 'down')}
        />
        <Select
          name="category"
          label={t('category')}
          required
          defaultValue=""
          choices={[{ value: '', label: t('choose') }, ...categories]}
        />
        <Field name="quantity" label={t('quantity')} required inputMode="decimal" pattern="\d+(\.\d{1,3})?" defaultValue="1" />
        <Field name="amount" label={t('amount')} required inputMode="decimal" pattern="\d+(\.\d{1,2})?" />
        <Select name="other" label={t('other')} required choices={places} />
        <Field name="time" type="time" label={t('time')} required defaultValue={formatShanghai(now).slice(11, 16)} />
        <Field name="waybill" label={t('waybill')} optional maxLength={64} />
      </div>
      <div className="form-steps">
        <Button type="submit">{t('addOrder')}</Button>
      </div>
    </form>
  )
}
