import type { ReactNode } from 'react'
import { DataTable, formatWanYuan, Link, StateTag, useBilingual, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { messages } from './messages.ts'
import { sources } from './view.ts'
import type { MoneyRow } from './view.ts'
import './ledger.css'

export const wan = (fen: string): string => formatWanYuan(BigInt(fen))

const tones: Record<string, Tone> = { late: 'must', running: 'should', done: 'met', 'done-late': 'should' }

/** The clocks of a row: how many days each step took or has taken so far. */
function Timers({ row }: { row: MoneyRow }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const begun = row.timers.filter(timer => timer.days !== null)
  return (
    <div className="ledger-timers">
      {begun.map(timer => (
        <div key={timer.step}>
          {inLanguage(timer.title)}{' '}
          <StateTag tone={tones[timer.state] ?? 'info'}>{t('timer', { days: timer.days ?? 0, limit: timer.limitDays })}</StateTag>
        </div>
      ))}
    </div>
  )
}

type AmountKey = 'received' | 'unassigned' | 'onLines' | 'onProjects' | 'paid' | 'unspent'

/** Rows of the money map; each place opens to its accounts. */
export function MoneyTable({ rows, asOf }: { rows: readonly MoneyRow[]; asOf: string }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const amount = (key: AmountKey) => ({
    key,
    title: `${t(key)}（${t('wan')}）`,
    fen: (row: MoneyRow) => BigInt(row[key]),
    unit: 'wan' as const,
  })
  return (
    <DataTable
      name="money-"
      caption={t('rows')}
      rows={rows}
      asOf={asOf}
      source={t('source')}
      empty={t('none')}
      rowKey={row => `${row.countyCode} ${row.source} ${row.budgetYear} ${row.batchYear}`}
      columns={[
        {
          key: 'place',
          title: t('place'),
          value: row => row.placeName,
          cell: row => (
            <span className="nowrap">
              <Link href={`/ledger/money/${row.countyCode}`}>{row.placeName}</Link>
            </span>
          ),
        },
        {
          key: 'source',
          title: t('origin'),
          value: row => inLanguage(sources[row.source]),
          cell: row => <span className="nowrap">{inLanguage(sources[row.source])}</span>,
        },
        { key: 'year', title: t('year'), value: row => row.budgetYear },
        { key: 'batch', title: t('batch'), value: row => row.batchYear },
        ...(['received', 'unassigned', 'onLines', 'onProjects', 'paid', 'unspent'] as const).map(amount),
        { key: 'idle', title: t('idle'), numeric: true, value: row => row.idleDays },
        { key: 'timers', title: t('timers'), cell: row => <Timers row={row} /> },
      ]}
    />
  )
}
