import { useContext, useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../messages.ts'
import { useAddressState } from '../navigate.tsx'
import { uiMessages } from '../ui-messages.ts'
import { HeadingOver } from './heading-over.ts'
import { TableBar } from './table-bar.tsx'
import { saveFile, tableCsv, tableWorkbook } from './table-file.ts'
import { TableFilter } from './table-filter.tsx'
import { Pager } from './pager.tsx'
import { hasValue, isNumeric, pageOf, searchRows, sortRows, textOf } from './table-rows.ts'
import type { Column } from './table-rows.ts'
import './data-table.css'

type DataTableProps<Row> = {
  /** Says what the table holds; read out by screen readers and shown above it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  asOf?: string | null
  source?: ReactNode
  /** Addresses of downloads of the whole table. */
  exports?: readonly { label: string; href: string }[]
  pageSize?: number
  /** False where the page has a search of its own. */
  find?: boolean
  /** Set where a page has several tables, so that their filters do not share the address. */
  /** For rows that the server serves page by page: all it has, and where this page stands. Only these rows are then sorted. */
  served?: { total: number; page: number; pages: number; onPage: (page: number) => void }
  name?: string
  empty?: ReactNode
}

/** A head may go on in a second line where its unit begins, as in 收到（万元）. */
const breakable = (title: string): ReactNode => {
  const at = title.indexOf('（')
  return at <= 0 ? title : [title.slice(0, at), <wbr key="unit" />, title.slice(at)]
}

function HeadCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string; onSort: (sort: string) => void }): ReactNode {
  const t = useText(uiMessages)
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={direction} className={isNumeric(column) ? 'numeric' : undefined}>
      {hasValue(column) ? (
        <button
          type="button"
          className="sort"
          aria-label={t('sortBy', { column: column.title })}
          onClick={() => onSort(direction === 'ascending' ? `-${column.key}` : column.key)}
        >
          <span>{breakable(column.title)}</span>
          <span className="sort-mark" aria-hidden="true">
            {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
          </span>
        </button>
      ) : (
        breakable(column.title)
      )}
    </th>
  )
}

const isDate = (content: ReactNode): boolean => typeof content === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(content)

function BodyCell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }): ReactNode {
  const t = useText(uiMessages)
  const content = column.cell ? column.cell(row) : textOf(column, row)
  const shown = content === null || content === undefined || content === '' ? <span className="quiet">{t('noData')}</span> : content
  const className = isNumeric(column) ? 'numeric number' : isDate(content) ? 'date number' : undefined
  return first ? (
    <th scope="row" className={className} data-label={column.title}>
      {shown}
    </th>
  ) : (
    <td className={className} data-label={column.title}>
      {shown}
    </td>
  )
}

/** What of the rows is shown: found, in order, one page; all three kept in the address. */
function useShownRows<Row>({ rows, columns, pageSize = 50, name = '', served }: DataTableProps<Row>) {
  const [sort, setSort] = useAddressState(`${name}sort`)
  const [wanted, setWanted] = useAddressState(`${name}find`)
  const [page, setPage] = useAddressState(`${name}page`, '1')
  const found = searchRows(rows, columns, served ? '' : wanted)
  const own = pageOf(sortRows(found, columns, sort), Number(page), served ? rows.length : pageSize)
  const pager = served ?? { page: own.current, pages: own.pages, onPage: (next: number) => setPage(String(next)) }
  const find = (words: string): void => {
    setWanted(words)
    setPage('1')
  }
  return { shown: own.shown, found: served?.total ?? found.length, all: served?.total ?? rows.length, sort, setSort, wanted, find, pager }
}

/**
 * A light table for public and phone pages: sorts, finds, pages, says how many and as of when, and turns into cards on a phone.
 * All rows are at hand, or the server serves them page by page (`served`).
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, columns, rows, rowKey, served, find = true, empty } = props
  const t = useText(uiMessages)
  const named = useContext(HeadingOver) === caption
  const view = useShownRows(props)
  const mayExport = !served && rows.length > 0
  const isExcel = ({ href }: { href: string }): boolean => /xlsx|excel/.test(href)
  const own = [...(props.exports?.some(isExcel) ? [] : ['xlsx' as const]), ...(props.exports ? [] : ['csv' as const])]
  const units = { yuan: t('yuan'), wan: t('wanYuan') }
  const [making, setMaking] = useState(false)
  const save = async (kind: 'csv' | 'xlsx'): Promise<void> => {
    setMaking(true)
    const table = [rows, columns, view.wanted, view.sort, units] as const
    const content = kind === 'xlsx' ? await tableWorkbook(...table) : new Blob([tableCsv(...table)], { type: 'text/csv;charset=utf-8' })
    saveFile(content, `${caption}.${kind}`)
    setMaking(false)
  }
  return (
    <div className="data-table">
      <TableBar {...props} shown={view.found} all={view.all} own={mayExport ? own : []} making={making} onExport={kind => void save(kind)}>
        {find && !served && rows.length > 10 ? <TableFilter value={view.wanted} onChange={view.find} /> : null}
      </TableBar>
      <section className="data-table-scroll" data-long={view.shown.length > 25 || undefined} aria-label={caption}>
        <table>
          <caption className={named ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <HeadCell key={column.key} column={column} sort={view.sort} onSort={view.setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {view.shown.map(row => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => (
                  <BodyCell key={column.key} column={column} row={row} first={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {view.shown.length === 0 ? (
          <p className="data-table-empty quiet">{view.wanted ? t('nothingFits') : (empty ?? t('emptyTitle'))}</p>
        ) : null}
      </section>
      <Pager page={view.pager.page} pages={view.pager.pages} onPage={view.pager.onPage} />
    </div>
  )
}
