import type { ReactNode } from 'react'
import { DataTable, EmptyState, formatYuan, Notice, useBilingual, useText } from '@jincun/ui'
import { words } from './messages.ts'
import type { DayView } from './view.ts'

type Line = {
  key: string
  station: string
  name: string
  side: 'buy' | 'sell'
  category: string
  orders: string | null
  amountFen: string | null
  refundedFen: string | null
}

/** Orders of a station stand in a line of their own: they belong to the day, not to a category. */
function linesOf(view: DayView, inLanguage: ReturnType<typeof useBilingual>): Line[] {
  const names = new Map(view.stations.map(each => [each.station, each.name || each.leftOutBecause]))
  return (view.report?.stations ?? []).flatMap(each =>
    (['buy', 'sell'] as const).flatMap((side): Line[] => {
      const shared = { station: each.station, name: names.get(each.station) ?? '', side }
      const { orders, categories } = each[side]
      if (orders === '0' && categories.length === 0) return []
      return [
        { ...shared, key: `${each.station} ${side}`, category: '', orders, amountFen: null, refundedFen: null },
        ...categories.map(({ category, amountFen, refundedFen }) => {
          const title = view.categories[String(category)]
          return {
            ...shared,
            key: `${each.station} ${side} ${category}`,
            category: `${category} ${title ? inLanguage(title) : ''}`,
            orders: null,
            amountFen,
            refundedFen,
          }
        }),
      ]
    }),
  )
}

/** What a day holds by station and category; orders and money apart, buying and selling apart. */
export function DayReport({ view }: { view: DayView }): ReactNode {
  const t = useText(words)
  const inLanguage = useBilingual()
  const loose = view.report ? BigInt(view.report.withoutStation.buy.orders) + BigInt(view.report.withoutStation.sell.orders) : 0n
  return (
    <>
      {loose > 0n ? <Notice tone="should" title={t('withoutStationNote', { n: String(loose) })} /> : null}
      <DataTable
        name="report-"
        caption={t('report')}
        rows={linesOf(view, inLanguage)}
        rowKey={line => line.key}
        asOf={view.asOf}
        source={t('source')}
        empty={<EmptyState title={t('nothing')} />}
        columns={[
          { key: 'station', title: t('station'), value: line => line.station },
          { key: 'name', title: t('name'), value: line => line.name || null },
          { key: 'side', title: t('side'), value: line => t(line.side) },
          {
            key: 'orders',
            title: t('orders'),
            numeric: true,
            value: line => line.orders && Number(line.orders),
            cell: line => line.orders ?? '—',
          },
          { key: 'category', title: t('category'), value: line => line.category || t('allCategories') },
          {
            key: 'amount',
            title: t('amount'),
            unit: 'yuan',
            fen: line => (line.amountFen === null ? null : BigInt(line.amountFen)),
            cell: line => (line.amountFen === null ? '—' : formatYuan(BigInt(line.amountFen))),
          },
          {
            key: 'refunded',
            title: t('refunded'),
            unit: 'yuan',
            fen: line => (line.refundedFen === null ? null : BigInt(line.refundedFen)),
            cell: line => (line.refundedFen === null ? '—' : formatYuan(BigInt(line.refundedFen))),
          },
        ]}
      />
    </>
  )
}
