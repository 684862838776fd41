import type { ReactNode } from 'react'
import { DataTable, formatInstant, formatYuan, Link, StateTag, TextArea, useBilingual, useSend, useText } from '@jincun/ui'
import type { Tone } from '@jincun/ui'
import { FormDrawer } from '@jincun/ui/console'
import type { Bilingual } from '@jincun/policy'
import type { RowStanding } from '../index.ts'
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
        { key: 'voucher', title: t('voucher'), value: row => row.line?.voucher ?? '—' },
        { key: 'paidOn', title: t('paidOn'), value: row => row.line?.paidOn ?? '—' },
        { key: 'payee', title: t('payee'), value: row => row.payee },
        {
          key: 'amount',
          title: t('amount'),
          numeric: true,
          value: row => (row.line ? formatYuan(BigInt(row.line.amount)) : '—'),
        },
        { key: 'expected', title: t('expected'), numeric: true, value: row => (row.expected ? formatYuan(BigInt(row.expected)) : '—') },
        { key: 'verdict', title: t('verdict'), value: row => inLanguage(row.verdictTitle) },
        { key: 'now', title: t('now'), value: row => inLanguage(row.nowTitle) },
        {
          key: 'standing',
          title: t('standing'),
          value: row => inLanguage(row.standingTitle),
          cell: row => <StateTag tone={tones[row.standing]}>{inLanguage(row.standingTitle)}</StateTag>,
        },
        {
          key: 'request',
          title: t('request'),
          cell: row => (row.requestId ? <Link href={`/payments/${row.requestId}`}>{t('openRequest')}</Link> : '—'),
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
