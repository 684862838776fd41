import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, useBilingual, useText } from '@jincun/ui'
import type { CellRef } from '../province-steps.ts'
import type { SheetValue, WorkingTable } from '../sheet-layout.ts'
import type { WorkingSheet } from '../working-sheet.ts'
import { FigureButton } from './figure-button.tsx'
import { resultMessages } from './messages.ts'
import './working-sheet.css'

type Open = (cell: CellRef) => void

function Cell({ cell, label, onOpen }: { cell: SheetValue; label: string; onOpen: () => void }): ReactNode {
  const inLanguage = useBilingual()
  if ('text' in cell) return inLanguage({ zh: cell.text, en: cell.en })
  return <FigureButton value={cell.value} what={label} onOpen={onOpen} />
}

function TableOf({ table, onOpen }: { table: WorkingTable; onOpen: Open }): ReactNode {
  const inLanguage = useBilingual()
  const rowName = (cells: readonly SheetValue[]): string => {
    const cell = cells[table.columns.findIndex(({ id }) => id === 'name' || id === 'item' || id === 'title')]
    return cell && 'text' in cell ? cell.text : ''
  }
  return (
    <section className="working-scroll" data-table={table.id} aria-label={inLanguage(table.title)} tabIndex={-1}>
      <table>
        <caption className="visually-hidden">{inLanguage(table.title)}</caption>
        <thead>
          <tr>
            {table.columns.map(column => (
              <th key={column.id} scope="col" className={column.digits === null ? undefined : 'numeric'}>
                {inLanguage(column.title)}
                {column.words ? <span className="working-words">{inLanguage(column.words)}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={`${table.id} ${rowName(cells)}`}>
              {cells.map((cell, index) => {
                const column = table.columns[index]
                if (!column) return null
                const label = `${rowName(cells)} ${inLanguage(column.title)}`
                return (
                  <td key={column.id} className={column.digits === null ? undefined : 'exact' in cell ? 'numeric' : 'numeric word'}>
                    <Cell cell={cell} label={label} onOpen={() => onOpen({ table: table.id, column: column.id, row })} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The working sheet, read-only: every step as a table that opens, every figure opening to its step. Light: no component library. */
export function WorkingSheetView({ sheet, onOpen }: { sheet: WorkingSheet; onOpen: Open }): ReactNode {
  const t = useText(resultMessages)
  const inLanguage = useBilingual()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(['settings', 'factors']))
  const all = opened.size === sheet.tables.length
  const toggle = (id: string, open: boolean): void =>
    setOpened(before => new Set(open ? [...before, id] : [...before].filter(other => other !== id)))
  return (
    <div className="working-sheet">
      <p className="working-lead quiet">
        {t('sheetLead')}
        {t('shownDigits')}
      </p>
      <div className="screen-only">
        <Button kind="quiet" onClick={() => setOpened(new Set(all ? [] : sheet.tables.map(({ id }) => id)))}>
          {all ? t('closeAll') : t('openAll')}
        </Button>
      </div>
      {sheet.tables.map(table => (
        <details key={table.id} open={opened.has(table.id)} onToggle={event => toggle(table.id, event.currentTarget.open)}>
          <summary>{inLanguage(table.title)}</summary>
          {opened.has(table.id) ? (
            <>
              <p className="quiet">{table.notes.map(inLanguage).join(' ')}</p>
              <TableOf table={table} onOpen={onOpen} />
            </>
          ) : null}
        </details>
      ))}
    </div>
  )
}
