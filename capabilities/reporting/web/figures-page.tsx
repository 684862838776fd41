import type { ReactNode } from 'react'
import { PlacePicker } from '@jincun/places/web'
import { Button, Field, FigureRow, FigureWithSource, formatYuan, Loaded, useAddressState, useApi, useNow, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import { CategoriesTable, MonthsTable, PartsTable, rowsHref } from './figures-tables.tsx'
import { messages } from './messages.ts'
import { usePlace } from './use-county.ts'
import type { FiguresView } from './view.ts'
import './reporting.css'

/** The month so many months before an instant, in Asia/Shanghai. */
function monthBefore(now: Date, months: number): string {
  const local = new Date(now.getTime() + 8 * 3_600_000)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months, 1)).toISOString().slice(0, 7)
}

function Tiles({ view }: { view: FiguresView }): ReactNode {
  const t = useText(messages)
  const { countiesWithData: have, counties: all, asOf } = view.coverage
  const shared = { source: t('source'), asOf, coverage: t('coverage', { have, all }), clause: 'notice-2020/2.2' }
  return (
    <FigureRow>
      {(['up', 'down'] as const).flatMap(direction => {
        const sums = view[direction]
        const href = rowsHref(view, view, `&direction=${direction}`)
        return [
          <FigureWithSource
            key={`${direction} net`}
            label={`${t(direction)} ${t('net')}`}
            value={sums && formatYuan(BigInt(sums.netFen))}
            unit={t('yuan')}
            rowsHref={href}
            {...shared}
          />,
          <FigureWithSource
            key={`${direction} orders`}
            label={`${t(direction)} ${t('orders')}`}
            value={sums && BigInt(sums.orders)}
            unit={t('ordersUnit')}
            rowsHref={href}
            {...shared}
          />,
        ]
      })}
    </FigureRow>
  )
}

type Span = { from: string; to: string; setFrom: (month: string) => void; setTo: (month: string) => void }

function Filters({ place, choose, span }: { place: string; choose: (code: string) => void; span: Span }): ReactNode {
  const t = useText(messages)
  return (
    <div className="reporting-filters screen-only">
      <PlacePicker
        label={t('place')}
        value={place}
        levels={['province', 'county']}
        inForce="any"
        onChange={chosen => choose(chosen?.code ?? '')}
      />
      <Field type="month" label={t('from')} value={span.from} onChange={event => span.setFrom(event.target.value)} />
      <Field type="month" label={t('to')} value={span.to} onChange={event => span.setTo(event.target.value)} />
    </div>
  )
}

/** What a place traded, up and down apart, by month and category; every number opens to its rows. */
export default function FiguresPage(): ReactNode {
  const t = useText(messages)
  const now = useNow()
  const [place, choose] = usePlace()
  const [chosenFrom, setFrom] = useAddressState('from')
  const [chosenTo, setTo] = useAddressState('to')
  const from = chosenFrom || monthBefore(now, 11)
  const to = chosenTo || monthBefore(now, 0)
  const query = useApi<FiguresView>(place === '' ? null : '/api/reporting/figures', { place, from, to })
  return (
    <ConsolePage title={t('figures')} lead={t('figuresLead')} actions={<Button onClick={() => window.print()}>{t('print')}</Button>}>
      <Filters place={place} choose={choose} span={{ from, to, setFrom, setTo }} />
      <Loaded query={query}>
        {view => (
          <>
            <h2>
              {view.place.name} {view.from} – {view.to}
            </h2>
            <Tiles view={view} />
            {view.place.level === 'county' ? null : (
              <Section title={t('parts')}>
                <PartsTable view={view} />
              </Section>
            )}
            <Section title={t('byMonth')}>
              <MonthsTable view={view} />
            </Section>
            <Section title={t('byCategory')}>
              <CategoriesTable view={view} />
            </Section>
          </>
        )}
      </Loaded>
    </ConsolePage>
  )
}
