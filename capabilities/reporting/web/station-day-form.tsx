import { useState } from 'react'
import type { ReactNode } from 'react'
import { shanghaiDate } from '@jincun/kernel'
import { Button, DataTable, Field, newId, Notice, Select, useBilingual, useText } from '@jincun/ui'
import { ConfirmButton, Section } from '@jincun/ui/console'
import type { Sheet } from '@jincun/ui/offline'
import type { SheetOrder } from '../index.ts'
import { dayWords } from './station-day-messages.ts'
import type { KeptDays, KeptPhoto, StationDaysView, StationView } from './station-day-work.ts'
import { StationOrderForm } from './station-order-form.tsx'
import { useDayDraft } from './use-day-draft.ts'

const listed = 6

function Missing({ station }: { station: StationView }): ReactNode {
  const t = useText(dayWords)
  const { missing } = station
  if (missing.length === 0) return <p className="quiet">{t('nothingMissing')}</p>
  const days = [missing.slice(0, listed).join('、'), missing.length > listed ? t('more', { n: missing.length }) : '']
    .filter(Boolean)
    .join(' ')
  return <Notice tone="must">{t('missing', { days })}</Notice>
}

function Orders({
  orders,
  view,
  onRemove,
}: {
  orders: SheetOrder[]
  view: StationDaysView
  onRemove: (number: string) => void
}): ReactNode {
  const t = useText(dayWords)
  const inLanguage = useBilingual()
  const nameOf = ({ category }: SheetOrder): string => {
    const found = view.categories.find(({ buyCode, sellCode }) => [buyCode, sellCode].map(String).includes(category))
    return found ? inLanguage(found.title) : category
  }
  if (orders.length === 0) return null
  return (
    <DataTable
      name="orders-"
      caption={t('orders', { n: orders.length })}
      rows={orders}
      rowKey={row => row.number}
      columns={[
        { key: 'time', title: t('time'), value: row => row.time },
        { key: 'direction', title: t('direction'), value: row => t(row.direction) },
        { key: 'category', title: t('category'), value: nameOf },
        { key: 'quantity', title: t('quantity'), numeric: true, value: row => row.quantity },
        { key: 'amount', title: t('amount'), numeric: true, value: row => row.amountYuan },
        { key: 'remove', title: t('remove'), cell: row => <Button onClick={() => onRemove(row.number)}>{t('remove')}</Button> },
      ]}
    />
  )
}

/** A photo of the paper the day is typed from; it stays on the phone until the day is sent. */
function PaperField({ onPhoto }: { onPhoto: (photo: KeptPhoto) => void }): ReactNode {
  const t = useText(dayWords)
  const [name, setName] = useState('')
  const take = (file: File | undefined): void => {
    if (!file) return
    setName(file.name)
    onPhoto({ id: newId(), name: file.name, bytes: file })
  }
  return (
    <>
      <Field
        label={t('paper')}
        hint={t('paperHint')}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        optional
        onChange={event => take(event.target.files?.[0])}
      />
      <p role="status" className="quiet">
        {name === '' ? '' : t('paperKept', { name })}
      </p>
    </>
  )
}

type Outcome = { id: string; day: string; orders: number } | 'full' | null

/** What became of the day: the server has it, it waits on the phone, or it was refused and is still there. */
function Done({ outcome, name, kept }: { outcome: Outcome; name: string; kept: KeptDays }): ReactNode {
  const t = useText(dayWords)
  if (outcome === null) return null
  if (outcome === 'full') return <Notice tone="must">{t('cannotKeep')}</Notice>
  const here = kept.records.find(({ id }) => id === outcome.id)
  const what = { day: outcome.day, name, n: outcome.orders }
  if (here?.refused) return <Notice alert tone="must" title={t('refusedNow', { ...what, why: here.refused })} />
  return <Notice alert tone={here ? 'should' : 'met'} title={here ? t('kept', what) : t('sent', what)} />
}

type StepsProps = { orders: SheetOrder[]; day: string; keep: (orders: SheetOrder[]) => Promise<boolean> }

/** Keeps the day with its orders, or says that there was no trade. */
function Steps({ orders, day, keep }: StepsProps): ReactNode {
  const t = useText(dayWords)
  return (
    <div className="form-steps">
      <Button kind="primary" disabled={orders.length === 0} onClick={() => void keep(orders)}>
        {t('save', { n: orders.length })}
      </Button>
      {orders.length === 0 ? (
        <ConfirmButton
          label={t('none')}
          title={t('noneAsk', { day })}
          consequences={<p>{t('noneEffect')}</p>}
          onConfirm={() => keep([])}
          problem={null}
        />
      ) : null}
    </div>
  )
}

type DayFormProps = { county: string; person: string; sheet: Sheet<StationDaysView>; kept: KeptDays }

/** A day of a station: its orders one by one, or none. Kept on the phone first, under ids made here, and sent from there. */
export function StationDayForm({ county, person, sheet, kept }: DayFormProps): ReactNode {
  const t = useText(dayWords)
  const { view, now } = sheet
  const today = shanghaiDate(now)
  const [code, setCode] = useState(view.stations[0]?.code ?? '')
  const station = view.stations.find(each => each.code === code) ?? view.stations[0]
  const [day, setDay] = useState(today)
  const [orders, setOrders] = useDayDraft(`jincun-day ${person} ${code} ${day}`)
  const [photo, setPhoto] = useState<KeptPhoto | null>(null)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const [form, setForm] = useState(0)
  if (!station) return null
  const keep = async (taken: SheetOrder[]): Promise<boolean> => {
    const id = newId()
    const paperFileId = photo?.id ?? null
    const written = { id, station: code, day, orders: taken, writtenAt: now.toISOString(), paperFileId }
    const record = { id, personId: person, keptAt: Date.now(), refused: null, county, siteName: station.siteName, sheet: written, photo }
    try {
      await kept.record(record)
    } catch {
      setOutcome('full')
      return true
    }
    setOrders([])
    setPhoto(null)
    setForm(form + 1)
    setOutcome({ id, day, orders: taken.length })
    return true
  }
  return (
    <Section title={t('title')}>
      <div className="form-row-fields">
        <Select
          label={t('station')}
          value={code}
          choices={view.stations.map(each => ({ value: each.code, label: `${each.siteName} ${each.code}` }))}
          onChange={event => setCode(event.target.value)}
        />
        <Field label={t('day')} type="date" value={day} min={station.startsOn} max={today} onChange={event => setDay(event.target.value)} />
      </div>
      <Missing station={station} />
      <Done outcome={outcome} name={station.siteName} kept={kept} />
      <Orders orders={orders} view={view} onRemove={number => setOrders(orders.filter(each => each.number !== number))} />
      <StationOrderForm view={view} station={code} now={now} onAdd={order => setOrders([...orders, order])} />
      <PaperField key={form} onPhoto={setPhoto} />
      <Steps orders={orders} day={day} keep={keep} />
    </Section>
  )
}
