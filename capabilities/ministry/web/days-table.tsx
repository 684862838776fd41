import type { ReactNode } from 'react'
import { DataTable, formatInstant, Link, useBilingual, useText } from '@jincun/ui'
import { dayStateLabels, dayStateSteps } from '../index.ts'
import { DayStateTag } from './day-state.tsx'
import { words } from './messages.ts'
import type { DayLine, DaysView } from './view.ts'

/** Day by day: due, made, sent, answered, receipt, and what to do next. */
export function DaysTable({ county, view }: { county: string; view: DaysView }): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const due = (row: DayLine): string => (row.onTime === null ? row.dueOn : `${row.dueOn} ${row.onTime ? t('onTime') : t('late')}`)
  const receipt = ({ message }: DayLine): string | null => message?.receipt || message?.answerMessage || null
  const waits = ({ message }: DayLine): string | null =>
    message?.state === 'waiting' && message.attempts > 0 ? formatInstant(message.nextTryAt) : null
  return (
    <DataTable
      name="days-"
      caption={t('days')}
      rows={view.rows}
      rowKey={row => row.day}
      asOf={view.asOf}
      source={t('source')}
      columns={[
        {
          key: 'day',
          title: t('day'),
          value: row => row.day,
          cell: row => (
            <span className="ministry-day">
              <Link href={`/ministry/${county}/${row.day}`}>{row.day}</Link>
            </span>
          ),
        },
        {
          key: 'state',
          title: t('state'),
          value: row => inLanguage(dayStateLabels[row.state]),
          cell: row => <DayStateTag state={row.state} />,
        },
        { key: 'due', title: t('due'), value: due },
        { key: 'stations', title: t('stations'), numeric: true, value: row => (row.stations === 0 ? null : row.stations) },
        { key: 'buy', title: t('buyOrders'), numeric: true, value: row => row.buyOrders && Number(row.buyOrders) },
        { key: 'sell', title: t('sellOrders'), numeric: true, value: row => row.sellOrders && Number(row.sellOrders) },
        { key: 'faults', title: t('faults'), numeric: true, value: row => row.faults },
        { key: 'made', title: t('made'), numeric: true, value: row => row.message?.version ?? 0 },
        { key: 'attempts', title: t('attempts'), numeric: true, value: row => row.message?.attempts ?? 0 },
        { key: 'nextTry', title: t('nextTry'), value: waits, cell: row => waits(row) ?? '—' },
        { key: 'receipt', title: t('receipt'), value: receipt, cell: row => receipt(row) ?? '—' },
        { key: 'next', title: t('next'), value: row => inLanguage(dayStateSteps[row.state]) },
      ]}
    />
  )
}
