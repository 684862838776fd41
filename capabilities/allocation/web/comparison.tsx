import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, DataTable, Notice, StateTag, useBilingual, useText } from '@jincun/ui'
import type { Allocation } from '../allocate.ts'
import { compareAllocations, seatsNearLine } from '../what-if.ts'
import type { MarginalEffect, QuotaChange, SeatNearLine, WeightMove } from '../what-if.ts'
import { toDecimal, toShortDecimal } from '../rational.ts'
import { messages } from './console-messages.ts'
import { LineNotice } from './allocation-result.tsx'

const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0')

function Change({ change }: { change: number }): ReactNode {
  return (
    <span className="quota-change number" data-change={Math.sign(change)}>
      {signed(change)}
    </span>
  )
}

/** Quotas of base and variant side by side, with how many seats change hands. */
export function Comparison({ base, variant }: { base: Allocation; variant: Allocation }): ReactNode {
  const t = useText(messages)
  const rows = compareAllocations(base, variant)
  const moved = rows.reduce((seats, { change }) => seats + Math.max(change, 0), 0)
  return (
    <>
      <Notice tone={moved > 0 ? 'should' : 'info'}>{moved > 0 ? t('seatsMoved', { n: moved }) : t('same')}</Notice>
      <div className="compact-table">
        <DataTable
          name="compare-"
          caption={t('compareTable')}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', title: t('province'), value: ({ name }: QuotaChange) => name },
            { key: 'before', title: t('before'), numeric: true, value: ({ before }) => before },
            { key: 'after', title: t('after'), numeric: true, value: ({ after }) => after },
            {
              key: 'change',
              title: t('change'),
              numeric: true,
              value: ({ change }) => change,
              cell: ({ change }) => <Change change={change} />,
            },
            { key: 'exactBefore', title: t('exactBefore'), numeric: true, value: ({ exactBefore }) => toDecimal(exactBefore, 4) },
            { key: 'exactAfter', title: t('exactAfter'), numeric: true, value: ({ exactAfter }) => toDecimal(exactAfter, 4) },
          ]}
        />
      </div>
    </>
  )
}

/** Which seats a small change would move. */
export function NearLine({ allocation }: { allocation: Allocation }): ReactNode {
  const t = useText(messages)
  return (
    <>
      <p className="quiet">{t('nearLead')}</p>
      <LineNotice allocation={allocation} />
      <DataTable
        name="near-"
        caption={t('nearTable')}
        rows={seatsNearLine(allocation, 8)}
        rowKey={({ code, seat, won }) => `${code} ${seat} ${won}`}
        columns={[
          { key: 'name', title: t('province'), value: ({ name }: SeatNearLine) => name },
          { key: 'seat', title: t('seat'), numeric: true, value: ({ seat }) => seat },
          {
            key: 'side',
            title: t('side'),
            value: ({ won }) => t(won ? 'won' : 'notWon'),
            cell: ({ won }) => <StateTag tone={won ? 'met' : 'unknown'}>{t(won ? 'won' : 'notWon')}</StateTag>,
          },
          { key: 'priority', title: t('priority'), numeric: true, value: ({ priority }) => toShortDecimal(priority, 12) },
          { key: 'margin', title: t('margin'), numeric: true, value: ({ margin }) => toShortDecimal(margin, 12) },
        ]}
      />
    </>
  )
}

function Move({ move }: { move: WeightMove }): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  if (move.refusal) return <span title={inLanguage(move.refusal.message)}>{t('cannot')}</span>
  if (move.changes.length === 0) return <span className="quiet">{t('noChange')}</span>
  const sorted = move.changes.toSorted((a, b) => b.change - a.change)
  return (
    <span className="marginal-changes">
      {sorted.map(({ code, name, change }) => (
        <span key={code}>
          {name} <Change change={change} />
        </span>
      ))}
    </span>
  )
}

/** What each factor moves by itself; worked out when asked for, since it repeats the whole method twice a factor. */
export function Marginal({ titleOf, compute }: { titleOf: (id: string) => string; compute: () => readonly MarginalEffect[] }): ReactNode {
  const t = useText(messages)
  const [effects, setEffects] = useState<readonly MarginalEffect[] | null>(null)
  return (
    <>
      <p className="quiet">{t('marginalLead')}</p>
      <div>
        <Button onClick={() => setEffects(compute())}>{t('compute')}</Button>
      </div>
      {effects ? (
        <DataTable
          name="marginal-"
          caption={t('marginalTable')}
          rows={effects}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'id',
              title: t('factor'),
              value: ({ id }) => titleOf(id),
              cell: ({ id }) => <span className="marginal-name">{titleOf(id)}</span>,
            },
            {
              key: 'weight',
              title: t('weight'),
              numeric: true,
              value: ({ weight }) => `${toShortDecimal({ ...weight, numerator: weight.numerator * 100n }, 2)}%`,
            },
            {
              key: 'influence',
              title: t('influence'),
              numeric: true,
              value: ({ influence }) => `${toShortDecimal({ ...influence, numerator: influence.numerator * 100n }, 2)}%`,
            },
            { key: 'up', title: t('up'), cell: ({ up }) => <Move move={up} /> },
            { key: 'down', title: t('down'), cell: ({ down }) => <Move move={down} /> },
          ]}
        />
      ) : null}
    </>
  )
}
