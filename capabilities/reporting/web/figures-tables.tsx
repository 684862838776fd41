import type { ReactNode } from 'react'
import { DataTable, Link, useBilingual, useText } from '@jincun/ui'
import { directionLabels } from '../index.ts'
import { messages } from './messages.ts'
import type { FiguresView } from './view.ts'

/** Where the rows of a figure are read, over the very months it is of; a larger place opens to its parts first. */
export const rowsHref = ({ place }: FiguresView, { from, to }: { from: string; to: string }, more = ''): string =>
  place.level === 'county'
    ? `/figure-rows?county=${place.code}&from=${from}&to=${to}${more}`
    : `/figures?place=${place.code}&from=${from}&to=${to}#parts`

const fen = (sums: { netFen: string } | null): bigint | null => (sums === null ? null : BigInt(sums.netFen))
const orders = (sums: { orders: string } | null): number | null => (sums === null ? null : Number(sums.orders))

/** The provinces of the nation or counties of a province, each opening to its own figures. */
export function PartsTable({ view }: { view: FiguresView }): ReactNode {
  const t = useText(messages)
  const money = (key: 'up' | 'down') => ({
    key,
    title: `${t(key)}${t('net')}（${t('yuan')}）`,
    fen: (row: FiguresView['parts'][number]) => fen(row[key]),
    unit: 'yuan' as const,
  })
  return (
    <div id="parts">
      <DataTable
        name="parts-"
        caption={t('parts')}
        rows={view.parts}
        asOf={view.coverage.asOf}
        source={t('source')}
        rowKey={row => row.code}
        columns={[
          {
            key: 'place',
            title: t('place'),
            value: row => row.name,
            cell: row => <Link href={`/figures?place=${row.code}&from=${view.from}&to=${view.to}`}>{row.name}</Link>,
          },
          { key: 'upOrders', title: `${t('up')}${t('orders')}`, numeric: true, value: row => orders(row.up) },
          money('up'),
          { key: 'downOrders', title: `${t('down')}${t('orders')}`, numeric: true, value: row => orders(row.down) },
          money('down'),
        ]}
      />
    </div>
  )
}

/** Up and down by month, apart; a month without rows shows no data. */
export function MonthsTable({ view }: { view: FiguresView }): ReactNode {
  const t = useText(messages)
  const money = (key: 'up' | 'down') => ({
    key,
    title: `${t(key)}${t('net')}（${t('yuan')}）`,
    fen: (row: FiguresView['months'][number]) => fen(row[key]),
    unit: 'yuan' as const,
  })
  return (
    <DataTable
      name="months-"
      caption={t('byMonth')}
      rows={view.months}
      asOf={view.coverage.asOf}
      source={t('source')}
      rowKey={row => row.month}
      columns={[
        {
          key: 'month',
          title: t('month'),
          value: row => row.month,
          cell: row => <Link href={rowsHref(view, { from: row.month, to: row.month })}>{row.month}</Link>,
        },
        { key: 'upOrders', title: `${t('up')}${t('orders')}`, numeric: true, value: row => orders(row.up) },
        money('up'),
        { key: 'downOrders', title: `${t('down')}${t('orders')}`, numeric: true, value: row => orders(row.down) },
        money('down'),
      ]}
    />
  )
}

/** By goods category, with the ministry's code: one code for up, another for down. */
export function CategoriesTable({ view }: { view: FiguresView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="categories-"
      caption={t('byCategory')}
      rows={view.categories}
      asOf={view.coverage.asOf}
      source={t('source')}
      rowKey={row => String(row.code)}
      columns={[
        {
          key: 'category',
          title: t('category'),
          value: row => inLanguage(row.title),
          cell: row => <Link href={rowsHref(view, view, `&direction=${row.direction}&category=${row.code}`)}>{inLanguage(row.title)}</Link>,
        },
        { key: 'code', title: t('code'), numeric: true, value: row => row.code },
        { key: 'direction', title: t('direction'), value: row => inLanguage(directionLabels[row.direction]) },
        { key: 'orders', title: t('orders'), numeric: true, value: row => Number(row.sums.orders) },
        { key: 'amount', title: `${t('amount')}（${t('yuan')}）`, fen: row => BigInt(row.sums.amountFen), unit: 'yuan' },
        { key: 'refunded', title: `${t('refunded')}（${t('yuan')}）`, fen: row => BigInt(row.sums.refundedFen), unit: 'yuan' },
        { key: 'net', title: `${t('net')}（${t('yuan')}）`, fen: row => BigInt(row.sums.netFen), unit: 'yuan' },
      ]}
    />
  )
}
