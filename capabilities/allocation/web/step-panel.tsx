import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button, useBilingual, useText } from '@jincun/ui'
import { provinceSteps, stepAt } from '../province-steps.ts'
import type { CellRef, Step } from '../province-steps.ts'
import type { WorkingSheet } from '../working-sheet.ts'
import { shortFigure } from './figure-button.tsx'
import { resultMessages } from './messages.ts'

function StepFacts({ step }: { step: Step }): ReactNode {
  const t = useText(resultMessages)
  const inLanguage = useBilingual()
  const { figure, column, table } = step
  return (
    <dl className="step-facts">
      <dt>{t('words')}</dt>
      <dd>{figure.how === undefined && figure.formula === undefined ? t('given') : inLanguage(column.words ?? table.notes[0])}</dd>
      {figure.how ? (
        <>
          <dt>{t('numbers')}</dt>
          <dd className="number">{`${figure.how} = ${figure.value}`}</dd>
        </>
      ) : null}
      <dt>{t('exactFraction')}</dt>
      <dd className="number step-long">{figure.exact}</dd>
      {figure.formula ? (
        <>
          <dt>{t('formula')}</dt>
          <dd className="step-long">
            <code>={figure.formula}</code>
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function AllSteps({ sheet, row, province }: { sheet: WorkingSheet; row: number; province: string }): ReactNode {
  const t = useText(resultMessages)
  const inLanguage = useBilingual()
  return (
    <details className="step-all">
      <summary>{t('allSteps', { province })}</summary>
      <ol>
        {provinceSteps(sheet, row).map(({ table, column, figure }) => (
          <li key={`${table.id} ${column.id}`}>
            <span className="quiet">{`${inLanguage(table.title)} · ${inLanguage(column.title)}`}</span>
            <span className="number step-long">{`${figure.how ?? ''} = ${shortFigure(figure.value)}`}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What stands behind a figure: rule in words, numbers put in, exact fraction, spreadsheet formula, and all steps of the province. */
export function StepPanel({ sheet, cell, onClose }: { sheet: WorkingSheet; cell: CellRef; onClose: () => void }): ReactNode {
  const t = useText(resultMessages)
  const inLanguage = useBilingual()
  const panel = useRef<HTMLElement>(null)
  const step = stepAt(sheet, cell)
  useEffect(() => panel.current?.focus(), [])
  if (!step) return null
  const names = step.table.columns.findIndex(({ id }) => id === 'name')
  const named = step.table.rows[cell.row]?.[Math.max(names, 0)]
  const who = named && 'text' in named ? named.text : ''
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className="step-panel screen-only"
      aria-label={t('stepTitle')}
      onKeyDown={event => (event.key === 'Escape' ? onClose() : undefined)}
    >
      <div className="step-head">
        <h3>{`${who} · ${inLanguage(step.column.title)} = ${shortFigure(step.figure.value)}`}</h3>
        <Button kind="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <StepFacts step={step} />
      {names >= 0 ? <AllSteps sheet={sheet} row={cell.row} province={who} /> : null}
    </aside>
  )
}
