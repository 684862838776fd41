import type { ReactNode } from 'react'
import { DataTable, Field, Loaded, useOrder, useApi, useMay, usePathPart, useText } from '@jincun/ui'
import { ConsolePage, FormDrawer, Section } from '@jincun/ui/console'
import { messages } from './messages.ts'

type Row = { lineId: string; name: string; source: 'central' | 'local' | 'enterprise'; approved: string; assigned: string }
type Fund = { id: string; source: Row['source']; budgetYear: number; available: string }
type Budget = { asOf: string; planVersion: number | null; rows: Row[]; funds: Fund[] }

function AssignForm({ row, path }: { row: Row; path: string }): ReactNode {
  const t = useText(messages)
  const order = useOrder(path)
  const post = (fields: Record<string, string>) =>
    order.post({
      lineId: row.lineId,
      source: row.source,
      budgetYear: Number(fields.budgetYear),
      amountYuan: fields.amount ?? '',
      document: fields.document ?? '',
    })
  return (
    <FormDrawer
      kind="link"
      title={t('assign')}
      submitLabel={t('save')}
      sending={order.sending}
      problem={order.problem}
      onOpen={order.open}
      onSubmit={post}
    >
      <p>{row.name}</p>
      <Field name="budgetYear" type="number" label={t('budgetYear')} required />
      <Field name="amount" label={t('amountYuan')} inputMode="decimal" required />
      <Field name="document" label={t('document')} optional />
    </FormDrawer>
  )
}

function Funds({ view }: { view: Budget }): ReactNode {
  const t = useText(messages)
  return (
    <DataTable
      name="funds-"
      caption={t('fund')}
      rows={view.funds}
      asOf={view.asOf}
      rowKey={row => row.id}
      columns={[
        { key: 'source', title: t('sourceOf'), value: row => t(row.source) },
        { key: 'year', title: t('budgetYear'), value: row => row.budgetYear },
        {
          key: 'amount',
          title: t('fundAmount'),
          fen: row => BigInt(row.available),
          unit: 'wan',
        },
      ]}
    />
  )
}

/** Lines of the approved plan, what finance has assigned to each, and the funds that are left. */
export default function BudgetPage(): ReactNode {
  const t = useText(messages)
  const may = useMay()
  const path = `/api/payments/budget/${usePathPart('county')}/${usePathPart('year')}`
  const query = useApi<Budget>(path)
  return (
    <Loaded query={query}>
      {view => (
        <ConsolePage title={t('budget')} lead={t('budgetLead')} asOf={view.asOf} source={t('source')}>
          <Section title={t('fund')}>
            <Funds view={view} />
          </Section>
          <Section title={t('planLine')}>
            <DataTable
              caption={t('planLine')}
              rows={view.rows}
              asOf={view.asOf}
              rowKey={row => `${row.lineId} ${row.source}`}
              columns={[
                { key: 'name', title: t('planLine'), value: row => row.name },
                { key: 'source', title: t('sourceOf'), value: row => t(row.source) },
                {
                  key: 'approved',
                  title: t('approved'),
                  fen: row => BigInt(row.approved),
                  unit: 'wan',
                },
                {
                  key: 'assigned',
                  title: t('assigned'),
                  fen: row => BigInt(row.assigned),
                  unit: 'wan',
                },
                {
                  key: 'do',
                  title: t('assign'),
                  cell: row => (may('payments.assign-budget') ? <AssignForm row={row} path={path} /> : '—'),
                },
              ]}
            />
          </Section>
        </ConsolePage>
      )}
    </Loaded>
  )
}
