import type { ReactNode } from 'react'
import { ClauseLink, DataTable, formatInstant, Link, Loaded, useApi, useBilingual, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, Section } from '@jincun/ui/console'
import type { MoveKind } from '../index.ts'
import { CorrectMovement } from './correct-movement.tsx'
import { filterMessages } from './filter-messages.ts'
import { messages } from './messages.ts'
import { RecordLink } from './record-link.tsx'
import type { AccountView, EntryView } from './view.ts'
import './ledger.css'

type Row = EntryView & {
  at: string
  by: string | null
  byName: string | null
  kind: MoveKind
  recordKind: string
  recordId: string
  corrects: string | null
  debit: string
  credit: string
  debitAccount: AccountView | null
  creditAccount: AccountView | null
}
type Movement = { asOf: string; rows: Row[] }

function Side({ account }: { account: AccountView | null }): ReactNode {
  const inLanguage = useBilingual()
  if (!account) return '—'
  return (
    <Link
      href={`/ledger/statement/${account.countyCode}/${account.id}`}
    >{`${account.placeName} ${inLanguage(account.kindTitle)} ${account.subjectName}`}</Link>
  )
}

const recordOf = ({ debitAccount, ...row }: Row) => ({ ...row, ...(debitAccount ? { batchYear: debitAccount.batchYear } : {}) })

/** All entries of one move of money: what an auditor opens a figure to. */
export default function MovementPage(): ReactNode {
  const t = useText(messages)
  const ofFilter = useText(filterMessages)
  const inLanguage = useBilingual()
  const movement = usePathPart('movement')
  const query = useApi<Movement>(`/api/ledger/movements/${movement}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('entry')} asOf={view.asOf} source={t('source')}>
          <p className="quiet">{ofFilter('handsLead')}</p>
          <Section title={t('entries')} actions={<CorrectMovement movement={movement} entries={view.rows} />}>
            <DataTable
              caption={t('entry')}
              rows={view.rows}
              asOf={view.asOf}
              rowKey={row => row.id}
              columns={[
                {
                  key: 'day',
                  title: t('day'),
                  value: row => row.businessDate,
                  cell: row => <span className="nowrap">{row.businessDate}</span>,
                },
                { key: 'what', title: t('what'), value: row => [inLanguage(row.kindTitle), row.reason].filter(Boolean).join('：') },
                { key: 'debit', title: t('debitSide'), cell: row => <Side account={row.debitAccount} /> },
                { key: 'credit', title: t('creditSide'), cell: row => <Side account={row.creditAccount} /> },
                {
                  key: 'amount',
                  title: t('amount'),
                  fen: row => BigInt(row.amount),
                  unit: 'yuan',
                },
                { key: 'document', title: t('document'), value: row => row.document || '—' },
                { key: 'record', title: ofFilter('record'), cell: row => <RecordLink record={recordOf(row)} /> },
                { key: 'by', title: ofFilter('postedBy'), value: row => row.byName ?? (row.by === null ? ofFilter('program') : '—') },
                { key: 'at', title: ofFilter('postedAt'), value: row => formatInstant(`${row.at}Z`) },
                { key: 'clause', title: t('clause'), cell: row => <ClauseLink clause={row.clause} /> },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
