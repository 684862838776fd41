import type { ReactNode } from 'react'
import { ButtonLink, DataTable, Link, useMay, useText } from '@jincun/ui'
import { Section } from '@jincun/ui/console'
import { planMessages } from './messages-plan.ts'
import { standingOf } from './plan-view.ts'
import type { PlanView } from './plan-view.ts'

type Source = 'local' | 'enterprise'
const sources: readonly Source[] = ['local', 'enterprise']
const labels = { local: 'localOf', enterprise: 'enterpriseOf' } as const

/** Matching money as the plan promises it and as it came in (row 34 of the irregularities). */
export function MatchingFunds({ view }: { view: PlanView }): ReactNode {
  const t = useText(planMessages)
  const may = useMay()
  const lines = standingOf(view)?.lines ?? []
  const rows = sources.map(source => {
    const promised = lines.reduce((sum, { money }) => sum + BigInt(source === 'local' ? money.localFen : money.enterpriseFen), 0n)
    const received = view.receipts.filter(each => each.source === source).reduce((sum, each) => sum + BigInt(each.amountFen), 0n)
    return { source, promised, received, gap: promised > received ? promised - received : 0n }
  })
  return (
    <Section
      title={t('matching')}
      actions={may('ledger.contribute') ? <ButtonLink href="/ledger/allotments">{t('recordReceipt')}</ButtonLink> : null}
    >
      <DataTable
        name="matching-"
        caption={t('matching')}
        rows={rows}
        rowKey={row => row.source}
        asOf={view.asOf}
        columns={[
          { key: 'source', title: t('sourceOf'), value: row => t(labels[row.source]) },
          { key: 'promised', title: t('promised'), fen: row => row.promised, unit: 'wan' },
          { key: 'received', title: t('received'), fen: row => row.received, unit: 'wan' },
          { key: 'gap', title: t('gap'), fen: row => row.gap, unit: 'wan' },
        ]}
      />
      {view.receipts.length > 0 ? (
        <DataTable
          name="receipts-"
          caption={t('receipts')}
          rows={view.receipts}
          rowKey={row => row.id}
          columns={[
            { key: 'receivedOn', title: t('receivedOn'), value: row => row.receivedOn },
            { key: 'source', title: t('sourceOf'), value: row => t(labels[row.source]) },
            { key: 'amount', title: t('amountWan'), fen: row => BigInt(row.amountFen), unit: 'wan' },
            {
              key: 'voucher',
              title: t('voucher'),
              value: row => row.voucher,
              cell: row => <Link href={`/ledger/movement/${row.movement}`}>{row.voucher}</Link>,
            },
          ]}
        />
      ) : null}
    </Section>
  )
}
