import type { ReactNode } from 'react'
import { formatInstant } from '../format.ts'
import { useText } from '../messages.ts'
import { useAddressState } from '../navigate.tsx'
import { uiMessages } from '../ui-messages.ts'
import { ButtonLink } from './button.tsx'
import { TableFilter } from './table-filter.tsx'
import { Pager } from './pager.tsx'
import { pageOf, searchRows, sortRows } from './table-rows.ts'
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
  name?: string
  empty?: ReactNode
}

function HeadCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string; onSort: (sort: string) => void }): ReactNode {
  const t = useText(uiMessages)
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={direction} className={column.numeric ? 'numeric' : undefined}>
      {column.value ? (
        <button
          type="button"
          className="sort"
          aria-label={t('sortBy', { column: column.title })}
          onClick={() => onSort(direction === 'ascending' ? `-${column.key}` : column.key)}
        >
          {column.title}
          <span className="sort-mark" aria-hidden="true">
            {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
          </span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

function BodyCell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }): ReactNode {
  const t = useText(uiMessages)
  const content = column.cell ? column.cell(row) : column.value?.(row)
  const shown =
    content === null || content === undefined || content === '' ? (
      <span className="quiet">{t('noData')}</span>
    ) : typeof content === 'bigint' ? (
      String(content)
    ) : (
      content
    )
  const className = column.numeric ? 'numeric number' : undefined
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

/**
 * A light table for public and phone pages: sorts, finds, pages, says how many and as of when, and turns into cards on a phone.
 * All rows are at hand; lists too long for that are served page by page to a ConsoleTable.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, columns, rows, rowKey, asOf, source, exports = [], pageSize = 50, name = '', find = true, empty } = props
  const t = useText(uiMessages)
  const [sort, setSort] = useAddressState(`${name}sort`)
  const [wanted, setWanted] = useAddressState(`${name}find`)
  const [page, setPage] = useAddressState(`${name}page`, '1')
  const found = searchRows(rows, columns, wanted)
  const { shown, current, pages } = pageOf(sortRows(found, columns, sort), Number(page), pageSize)
  return (
    <div className="data-table">
      <div className="data-table-bar">
        {find && rows.length > 10 ? (
          <TableFilter
            value={wanted}
            onChange={value => {
              setWanted(value)
              setPage('1')
            }}
          />
        ) : null}
        <span className="quiet number">
          {found.length === rows.length ? t('count', { n: rows.length }) : t('countFiltered', { shown: found.length, n: rows.length })}
          {asOf ? ` · ${t('asOf', { when: formatInstant(asOf) })}` : ''}
        </span>
        {source ? (
          <span className="quiet">
            {t('source')}
            {source}
          </span>
        ) : null}
        <span className="data-table-exports screen-only">
          {exports.map(file => (
            <ButtonLink key={file.href} href={file.href} download kind="quiet">
              {file.label}
            </ButtonLink>
          ))}
        </span>
      </div>
      <section className="data-table-scroll" data-long={shown.length > 25 || undefined} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <HeadCell key={column.key} column={column} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => (
                  <BodyCell key={column.key} column={column} row={row} first={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 ? <p className="data-table-empty quiet">{wanted ? t('nothingFits') : (empty ?? t('emptyTitle'))}</p> : null}
      </section>
      <Pager page={current} pages={pages} onPage={next => setPage(String(next))} />
    </div>
  )
}
