import type { ReactNode } from 'react'
import { ClauseLink, DataTable, Field, Link, Loaded, TextArea, useApi, useBilingual, useMay, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { messages } from './messages.ts'
import { useOrder } from './use-order.ts'
import type { AccountView, EntryView } from './view.ts'

type Row = EntryView & { debit: string; credit: string; debitAccount: AccountView | null; creditAccount: AccountView | null }
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

function Correct({ movement }: { movement: string }): ReactNode {
  const t = useText(messages)
  const order = useOrder()
  return (
    <FormDrawer
      title={t('correct')}
      submitLabel={t('correct')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.onOpen}
      onSubmit={fields =>
        order.post(`/api/ledger/movements/${movement}/corrections`, {
          businessDate: fields.date ?? '',
          document: fields.document ?? '',
          reason: fields.reason ?? '',
        })
      }
    >
      <p>{t('correctLead')}</p>
      <Field name="date" type="date" label={t('date')} required />
      <Field name="document" label={t('document')} optional />
      <TextArea name="reason" label={t('reason')} required />
    </FormDrawer>
  )
}

/** All entries of one move of money: what an auditor opens a figure to. */
export default function MovementPage(): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const may = useMay()
  const movement = usePathPart('movement')
  const query = useApi<Movement>(`/api/ledger/movements/${movement}`)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('entry')} asOf={view.asOf} source={t('source')}>
          <Section title={t('entries')} actions={may('ledger.correct') ? <Correct movement={movement} /> : null}>
            <DataTable
              caption={t('entry')}
              rows={view.rows}
              asOf={view.asOf}
              rowKey={row => row.id}
              columns={[
                { key: 'day', title: t('day'), value: row => row.businessDate },
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
                { key: 'clause', title: t('clause'), cell: row => <ClauseLink clause={row.clause} /> },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
