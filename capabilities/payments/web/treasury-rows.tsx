import type { ReactNode } from 'react'
import { DataTable, formatInstant, Link, StateTag, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { Bilingual } from '@jincun/policy'
import type { RowStanding } from '../index.ts'
import './payments.css'
import { treasuryMessages } from './treasury-messages.ts'

export type TreasuryRow = {
  number: number
  line: { row: number; voucher: string; paidOn: string; payee: string; amount: string } | null
  payee: string
  requestId: string | null
  expected: string | null
  standing: RowStanding
  verdictTitle: Bilingual
  nowTitle: Bilingual
  standingTitle: Bilingual
  explanation: { reason: string; byName: string; at: string } | null
}

const tones: Record<RowStanding, Tone> = { ready: 'should', settled: 'met', open: 'must', explained: 'info' }

function Explain({ row, path }: { row: TreasuryRow; path: string }): ReactNode {
  const t = useText(treasuryMessages)
  const { send, sending, problem, clear } = useSend()
  return (
    <FormDrawer
      kind="link"
      title={t('explain')}
      submitLabel={t('explain')}
      sending={sending}
      problem={problem}
      onOpen={clear}
      onSubmit={async fields => (await send(path, { number: row.number, reason: fields.reason ?? '' })) !== null}
    >
      <p>{[row.line?.voucher, row.payee].filter(Boolean).join(' ')}</p>
      <p className="quiet">{t('explainLead')}</p>
      <TextArea name="reason" label={t('reason')} required />
    </FormDrawer>
  )
}

function Reason({ row, path, explains }: { row: TreasuryRow; path: string; explains: boolean }): ReactNode {
  if (row.explanation)
    return (
      <div className="cell-stack">
        <p>{row.explanation.reason}</p>
        <p className="quiet">{`${row.explanation.byName} ${formatInstant(row.explanation.at)}`}</p>
      </div>
    )
  return row.standing === 'open' && explains ? <Explain row={row} path={path} /> : '—'
}

/** Voucher and the day it was paid. */
function Voucher({ row: { line } }: { row: TreasuryRow }): ReactNode {
  if (!line) return '—'
  return (
    <div className="cell-stack">
      <span>{line.voucher}</span>
      <span className="quiet">{line.paidOn}</span>
    </div>
  )
}

/** What the comparison says now, what it said when the file came where that was something else, and the way to the request. */
function Verdict({ row }: { row: TreasuryRow }): ReactNode {
  const t = useText(treasuryMessages)
  const inLanguage = useBilingual()
  return (
    <div className="cell-stack">
      <span>{inLanguage(row.nowTitle)}</span>
      {row.verdictTitle.zh === row.nowTitle.zh ? null : (
        <span className="quiet">{t('onImport', { verdict: inLanguage(row.verdictTitle) })}</span>
      )}
      {row.requestId ? <Link href={`/payments/${row.requestId}`}>{t('openRequest')}</Link> : null}
    </div>
  )
}

type RowsProps = { path: string; rows: readonly TreasuryRow[]; asOf: string; explains: boolean }

/** The rows of a kept file with how each stands, and the form that closes a difference. */
export function TreasuryRows({ path, rows, asOf, explains }: RowsProps): ReactNode {
  const t = useText(treasuryMessages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      caption={t('rows')}
      rows={rows}
      asOf={asOf}
      rowKey={row => String(row.number)}
      columns={[
        { key: 'row', title: t('row'), numeric: true, value: row => row.line?.row ?? null },
        {
          key: 'voucher',
          title: t('voucher'),
          value: row => row.line?.voucher ?? '—',
          cell: row => <Voucher row={row} />,
        },
        { key: 'payee', title: t('payee'), value: row => row.payee },
        { key: 'amount', title: t('amount'), fen: row => (row.line ? BigInt(row.line.amount) : null), unit: 'yuan' },
        { key: 'expected', title: t('expected'), fen: row => (row.expected ? BigInt(row.expected) : null), unit: 'yuan' },
        { key: 'now', title: t('verdict'), value: row => inLanguage(row.nowTitle), cell: row => <Verdict row={row} /> },
        {
          key: 'standing',
          title: t('standing'),
          value: row => inLanguage(row.standingTitle),
          cell: row => <StateTag tone={tones[row.standing]}>{inLanguage(row.standingTitle)}</StateTag>,
        },
        {
          key: 'reason',
          title: t('reason'),
          value: row => row.explanation?.reason ?? '',
          cell: row => <Reason row={row} path={path} explains={explains} />,
        },
      ]}
    />
  )
}
