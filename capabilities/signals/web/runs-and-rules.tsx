import type { ReactNode } from 'react'
import { ClauseLink, DataTable, EmptyState, formatInstant, useBilingual, useText } from '@jincun/ui'
import { useMeasured } from './measured-text.ts'
import { messages } from './messages.ts'
import type { RuleLine, RulesView, RunLine, SignalsView } from './view.ts'

/** Who looked at which months, so that "nothing found" is told apart from "nobody looked". */
export function RunsTable({ view }: { view: SignalsView }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="looks-"
      caption={t('runs')}
      rows={view.runs}
      asOf={view.asOf}
      rowKey={row => row.id}
      empty={<EmptyState title={t('noRuns')} />}
      columns={[
        { key: 'ran', title: t('ranAt'), value: (row: RunLine) => row.ranAt, cell: row => formatInstant(row.ranAt) },
        { key: 'period', title: t('period'), value: row => `${row.from} – ${row.to}` },
        { key: 'orders', title: t('orders'), numeric: true, value: row => Number(row.orders) },
        { key: 'stations', title: t('stations'), numeric: true, value: row => row.stations },
        { key: 'found', title: t('found'), numeric: true, value: row => row.raised },
        {
          key: 'first',
          title: t('first'),
          value: row =>
            row.wholes
              .slice(0, 3)
              .map(({ station }) => station)
              .join('、') || t('none'),
        },
        { key: 'by', title: t('by'), value: row => row.ranBy },
      ]}
    />
  )
}

const precisionOf = ({ confirmed, cleared }: RuleLine): number | null =>
  confirmed + cleared === 0 ? null : Math.round((1000 * confirmed) / (confirmed + cleared)) / 10

/** Every rule with its threshold and how often it was right, within the reader's scope. */
export function RulesTable({ view }: { view: RulesView }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const { threshold } = useMeasured()
  return (
    <DataTable
      name="rules-"
      caption={t('rules')}
      rows={view.rows}
      asOf={view.asOf}
      rowKey={row => row.code}
      columns={[
        { key: 'rule', title: t('rule'), value: row => inLanguage(row.title) },
        { key: 'mayBe', title: t('mayBe'), value: row => inLanguage(row.mayBe) },
        { key: 'threshold', title: t('threshold'), value: row => threshold(row.code, row.threshold) },
        { key: 'atLeast', title: t('atLeast'), numeric: true, value: row => row.atLeast },
        { key: 'raised', title: t('raisedCount'), numeric: true, value: row => row.raised },
        { key: 'confirmed', title: t('confirmed'), numeric: true, value: row => row.confirmed },
        { key: 'cleared', title: t('cleared'), numeric: true, value: row => row.cleared },
        { key: 'precision', title: `${t('precision')}（%）`, numeric: true, value: precisionOf },
        { key: 'basis', title: t('basis'), value: row => row.clause, cell: row => <ClauseLink clause={row.clause} /> },
      ]}
    />
  )
}
