import type { ReactNode } from 'react'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { useSearch } from '@tanstack/react-router'
import { address } from '../api/request.ts'
import { useApi } from '../api/use-api.ts'
import { ErrorState } from '../components/states.tsx'
import { formatInstant } from '../format.ts'
import { useText } from '../messages.ts'
import { useAddressState } from '../navigate.tsx'
import { uiMessages } from '../ui-messages.ts'
import { AddressFilter } from './address-filters.tsx'
import type { Filter } from './address-filters.tsx'

/** What a list route answers: one page of rows, how many fit in all, and as of when. */
export type RowPage<Row> = { rows: readonly Row[]; total: number; asOf: string }

export type ConsoleColumn<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The server sorts by this key. */
  sortable?: boolean
  numeric?: boolean
  width?: number
}

type ConsoleTableProps<Row> = {
  /** Read out by screen readers. */
  caption: string
  /** GET route that takes page, size, sort ('-key' descends) and the filters, and answers a RowPage. */
  path: string
  columns: readonly ConsoleColumn<Row>[]
  rowKey: (row: Row) => string
  filters?: readonly Filter[]
  /** Sent with every request and kept out of the address. */
  fixed?: Readonly<Record<string, string>>
  /** Download of all rows that fit the filters; gets the same query. */
  exportPath?: string
  /** Where the route makes more than Excel: it is then told which, as `format`. */
  exportFormats?: readonly ('xlsx' | 'csv')[]
  empty?: ReactNode
}

/** The filters of the address, page and order as the query of the list. */
function useListQuery(filters: readonly Filter[], fixed: Readonly<Record<string, string>>): Record<string, string> {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const chosen = filters.map(filter => [filter.name, search[filter.name] ?? ''])
  return { ...Object.fromEntries(chosen), ...(search.sort ? { sort: search.sort } : {}), ...fixed }
}

function antColumns<Row>(columns: readonly ConsoleColumn<Row>[], sort: string): TableColumnsType<Row> {
  return columns.map(column => ({
    key: column.key,
    title: column.title,
    render: (_value, row) => column.cell(row),
    sorter: column.sortable ?? false,
    sortOrder: sort === column.key ? 'ascend' : sort === `-${column.key}` ? 'descend' : null,
    align: column.numeric ? 'right' : 'left',
    className: column.numeric ? 'number' : '',
    ...(column.width ? { width: column.width } : {}),
  }))
}

/** A list served page by page: filters and order in the address, count, as-of time, export. */
export function ConsoleTable<Row extends object>(props: ConsoleTableProps<Row>): ReactNode {
  const { caption, path, columns, rowKey, filters = [], fixed = {}, exportPath, exportFormats, empty } = props
  const t = useText(uiMessages)
  const [page, setPage] = useAddressState('page', '1')
  const [size, setSize] = useAddressState('size', '50')
  const [sort, setSort] = useAddressState('sort')
  const query = useListQuery(filters, fixed)
  const list = useApi<RowPage<Row>>(path, { ...query, page, size })
  const exports = exportPath ? (exportFormats ?? ['xlsx']) : []
  // A refused filter leaves the filters where they are, so that it can be mended.
  const refused = list.data ? null : list.error
  return (
    <div className="console-table">
      <div className="console-table-bar screen-only">
        {filters.map(filter => (
          <AddressFilter key={filter.name} filter={filter} />
        ))}
        <span className="console-table-count quiet number">
          {list.data ? `${t('count', { n: list.data.total })} · ${t('asOf', { when: formatInstant(list.data.asOf) })}` : null}
        </span>
        <span className="console-table-exports">
          {exports.map(format => (
            <Button key={format} href={address(exportPath ?? '', exportFormats ? { ...query, format } : query)} download>
              {t(format === 'xlsx' ? 'exportExcel' : 'exportCsv')}
            </Button>
          ))}
        </span>
      </div>
      {refused ? (
        <ErrorState problem={refused} retry={() => void list.refetch()} />
      ) : (
        <Table<Row>
          aria-label={caption}
          size="small"
          dataSource={list.data?.rows ?? []}
          columns={antColumns(columns, sort)}
          rowKey={rowKey}
          loading={list.isFetching}
          scroll={{ x: 'max-content' }}
          locale={empty ? { emptyText: empty } : {}}
          pagination={{
            current: Number(page),
            pageSize: Number(size),
            total: list.data?.total ?? 0,
            showSizeChanger: true,
            hideOnSinglePage: true,
          }}
          onChange={(pagination, _filters, sorter) => {
            setPage(String(pagination.current ?? 1))
            setSize(String(pagination.pageSize ?? 50))
            if (!Array.isArray(sorter)) setSort(sorter.order ? `${sorter.order === 'descend' ? '-' : ''}${String(sorter.columnKey)}` : '')
          }}
        />
      )}
    </div>
  )
}
