import { memo } from 'react'
import type { ReactNode } from 'react'
import { Button, useBilingual, useText } from '@jincun/ui'
import type { FactorSheet } from '@jincun/policy'
import { columnFromHeading, inputColumn, neededColumns } from '../input-columns.ts'
import type { CellError, InputGrid } from '../read-input-grid.ts'
import { messages } from './console-messages.ts'
import './inputs.css'

type RowProps = {
  header: readonly string[]
  cells: readonly string[]
  row: number
  wrong: string
  onCell: (row: number, column: number, text: string) => void
}

/** Memoised, so that typing in one cell does not draw all others anew. */
const EditorRow = memo(function EditorRow({ header, cells, row, wrong, onCell }: RowProps): ReactNode {
  const name = cells[1] || cells[0] || String(row + 2)
  const wrongColumns = new Set(wrong.split('\n'))
  return (
    <tr>
      <th scope="row" className="grid-row-number number">
        {row + 2}
      </th>
      {header.map((heading, column) => (
        <td key={heading}>
          <input
            className={column < 2 ? 'grid-cell' : 'grid-cell number grid-figure'}
            value={cells[column] ?? ''}
            aria-label={`${name} ${heading}`}
            aria-invalid={wrongColumns.has(heading) || undefined}
            inputMode={column < 2 ? 'text' : 'decimal'}
            onChange={event => onCell(row, column, event.target.value)}
          />
        </td>
      ))}
    </tr>
  )
})

type EditorProps = {
  sheet: FactorSheet
  grid: InputGrid
  errors: readonly CellError[]
  /** Kept the same between drawings, so that only the row typed in is drawn anew. */
  onCell: RowProps['onCell']
  onAddRow: () => void
}

/** The input sheet as a table to type in; wrong cells stay red until they are mended. Row numbers are those of the file. */
export function GridEditor({ sheet, grid, errors, onCell, onAddRow }: EditorProps): ReactNode {
  const t = useText(messages)
  const inLanguage = useBilingual()
  const needed = new Set(neededColumns(sheet).map(({ id }) => id))
  const headingOf = (heading: string): string => {
    const id = columnFromHeading(heading, sheet)
    const column = id === null ? null : inputColumn(id, sheet)
    return column ? inLanguage(column.title) : id === 'province' ? t('province') : id === 'province_code' ? t('code') : heading
  }
  const numbered = grid.rows.map((cells, row) => ({ cells, row }))
  return (
    <section className="grid-scroll" aria-label={t('grid')}>
      <table>
        <caption className="visually-hidden">{t('grid')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('place')}</span>
            </th>
            {grid.header.map(heading => (
              <th key={heading} scope="col" data-needed={needed.has(heading) || undefined}>
                {headingOf(heading)}
                <span className="grid-column-id">{heading}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ cells, row }) => (
            <EditorRow
              key={row}
              header={grid.header}
              cells={cells}
              row={row}
              wrong={errors.flatMap(error => (error.row === row + 2 && error.column ? [error.column] : [])).join('\n')}
              onCell={onCell}
            />
          ))}
        </tbody>
      </table>
      <div className="grid-foot">
        <Button kind="quiet" onClick={onAddRow}>
          +<span className="visually-hidden">{t('row', { row: grid.rows.length + 2 })}</span>
        </Button>
      </div>
    </section>
  )
}
