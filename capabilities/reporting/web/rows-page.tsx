import type { ReactNode } from 'react'
import { DataTable, formatInstant, Link, Loaded, Notice, StateTag, useAddressState, useApi, useBilingual, useText } from '@jincun/ui'
import { ConsolePage } from '@jincun/ui/console'
import { directionLabels } from '../index.ts'
import { messages } from './messages.ts'
import type { RowsView, RowView } from './view.ts'

const size = 50

function RowsTable({
  county,
  view,
  page,
  onPage,
}: {
  county: string
  view: RowsView
  page: number
  onPage: (page: number) => void
}): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  return (
    <DataTable
      name="rows-"
      caption={t('figureRows')}
      rows={view.rows}
      asOf={view.asOf}
      source={t('source')}
      rowKey={row => `${row.batchId} ${row.rowNumber} ${row.sign}`}
      served={{ total: view.total, page, pages: Math.max(1, Math.ceil(view.total / size)), onPage }}
      columns={[
        { key: 'order', title: t('order'), value: row => row.orderNumber, cell: row => <OrderCell row={row} /> },
        { key: 'time', title: t('time'), value: row => row.businessTime, cell: row => formatInstant(row.businessTime) },
        { key: 'direction', title: t('direction'), value: row => inLanguage(directionLabels[row.direction]) },
        { key: 'code', title: t('code'), numeric: true, value: row => row.category },
        { key: 'quantity', title: t('quantity'), numeric: true, value: row => Number(row.quantityThousandths) / 1000 },
        { key: 'amount', title: `${t('amount')}（${t('yuan')}）`, fen: row => BigInt(row.amountFen) * BigInt(row.sign), unit: 'yuan' },
        { key: 'seller', title: t('seller'), value: row => row.sellerPlace },
        { key: 'buyer', title: t('buyer'), value: row => row.buyerPlace },
        { key: 'station', title: t('station'), value: row => row.station ?? '—' },
        { key: 'waybill', title: t('waybill'), value: row => row.waybill ?? '—' },
        { key: 'refundOf', title: t('refundOf'), value: row => row.refundOf ?? '—' },
        {
          key: 'origin',
          title: t('originRow'),
          value: row => `${row.batchId} ${row.rowNumber}`,
          cell: row => <Link href={`/reporting/${county}/${row.batchId}`}>{`${row.batchId.slice(0, 8)} · ${row.rowNumber}`}</Link>,
        },
      ]}
    />
  )
}

function OrderCell({ row }: { row: RowView }): ReactNode {
  const t = useText(messages)
  return (
    <>
      {row.orderNumber} {row.sign < 0 ? <StateTag tone="should">{t('reversal')}</StateTag> : null}
    </>
  )
}

/** The single transactions a figure is made of, each with the batch and row it came in. */
export default function RowsPage(): ReactNode {
  const t = useText(messages)
  const [county] = useAddressState('county')
  const [from] = useAddressState('from')
  const [to] = useAddressState('to')
  const [direction] = useAddressState('direction')
  const [category] = useAddressState('category')
  const [page, setPage] = useAddressState('page', '1')
  const ready = county !== '' && from !== '' && to !== ''
  const query = useApi<RowsView>(ready ? `/api/reporting/${county}/rows` : null, {
    from,
    to,
    page,
    size,
    ...(direction ? { direction } : {}),
    ...(category ? { category } : {}),
  })
  return (
    <ConsolePage title={t('figureRows')} lead={t('rowsLead')} source={t('source')}>
      {ready ? (
        <Loaded query={query}>
          {view => <RowsTable county={county} view={view} page={Number(page)} onPage={next => setPage(String(next))} />}
        </Loaded>
      ) : (
        <Notice title={t('chooseCell')}>
          <Link href="/figures">{t('figures')}</Link>
        </Notice>
      )}
    </ConsolePage>
  )
}
