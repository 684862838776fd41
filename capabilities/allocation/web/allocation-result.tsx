import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { DataTable, Notice, useBilingual, useText } from '@jincun/ui'
import type { Allocation, ProvinceAllocation } from '../allocate.ts'
import type { FactorInputs } from '../factor-input.ts'
import type { CellRef } from '../province-steps.ts'
import { subtract, toDecimal, toShortDecimal } from '../rational.ts'
import { methodWords } from '../sheet-words.ts'
import { workingSheet } from '../working-sheet.ts'
import { FigureButton, screenDigits } from './figure-button.tsx'
import { resultMessages } from './messages.ts'
import { StepPanel } from './step-panel.tsx'
import { WorkingSheetView } from './working-sheet-view.tsx'

/** The settings of a run in one look. */
export function ResultFacts({ allocation }: { allocation: Allocation }): ReactNode {
  const t = useText(resultMessages)
  const inLanguage = useBilingual()
  const { total, method, floor, cap, inputsHash } = allocation
  return (
    <dl className="result-facts">
      <dt>{t('total')}</dt>
      <dd className="number">{`${total} ${t('counties')}`}</dd>
      <dt>{t('method')}</dt>
      <dd>{inLanguage(methodWords[method])}</dd>
      <dt>{t('bounds')}</dt>
      <dd>{t('boundsValue', { floor, cap: cap ?? t('none') })}</dd>
      <dt>{t('fingerprint')}</dt>
      <dd className="number step-long">{inputsHash}</dd>
    </dl>
  )
}

/** Who got the last seat and who is next, and whether a rule had to break a tie. */
export function LineNotice({ allocation }: { allocation: Allocation }): ReactNode {
  const t = useText(resultMessages)
  const nameOf = (code: string): string => allocation.provinces.find(province => province.code === code)?.name ?? code
  const { lastIn, nextInLine } = allocation.line
  if (!lastIn || !nextInLine) return <Notice>{t('lineFixed')}</Notice>
  const { tie } = allocation
  const margin = toShortDecimal(subtract(lastIn.priority, nextInLine.priority), 12)
  const list = (seats: readonly { code: string }[]): string => seats.map(({ code }) => nameOf(code)).join('、')
  return (
    <Notice tone={tie ? 'should' : 'info'}>
      {t('lineText', {
        last: nameOf(lastIn.code),
        lastSeat: lastIn.seat,
        next: nameOf(nextInLine.code),
        nextSeat: nextInLine.seat,
        margin,
      })}
      {tie ? t('tieText', { won: list(tie.won), lost: list(tie.lost) }) : ''}
    </Notice>
  )
}

type Exports = readonly { label: string; href: string }[]

type QuotaTableProps = { allocation: Allocation; exports: Exports; onOpen: (cell: CellRef) => void }

function QuotaTable({ allocation, exports, onOpen }: QuotaTableProps): ReactNode {
  const t = useText(resultMessages)
  const rowOf = (code: string): number => allocation.provinces.findIndex(province => province.code === code)
  const button = (province: ProvinceAllocation, table: string, column: 'score' | 'exact' | 'quota', value: string): ReactNode => (
    <FigureButton
      value={value}
      fixed={column === 'quota' ? 0 : screenDigits}
      what={`${province.name} ${t(column)}`}
      onOpen={() => onOpen({ table, column, row: rowOf(province.code) })}
    />
  )
  return (
    <DataTable
      name="quota-"
      caption={t('quotasTable')}
      rows={allocation.provinces}
      rowKey={({ code }) => code}
      exports={exports}
      columns={[
        { key: 'name', title: t('province'), value: ({ name }) => name },
        {
          key: 'quota',
          title: t('quota'),
          numeric: true,
          value: ({ quota }) => quota,
          cell: province => button(province, 'rounding', 'quota', String(province.quota)),
        },
        {
          key: 'exact',
          title: t('exact'),
          numeric: true,
          value: ({ exact }) => toDecimal(exact, 10),
          cell: province => button(province, 'scores', 'exact', toDecimal(province.exact, 12)),
        },
        {
          key: 'score',
          title: t('score'),
          numeric: true,
          value: ({ score }) => toDecimal(score, 12),
          cell: province => button(province, 'scores', 'score', toDecimal(province.score, 12)),
        },
        {
          key: 'change',
          title: t('change'),
          numeric: true,
          value: ({ quota, exact }) => toDecimal(subtract({ numerator: BigInt(quota), denominator: 1n }, exact), 4),
        },
      ]}
    />
  )
}

/** Quotas, line and working sheet of a run; every figure opens to its step. Light enough for the public pages. */
export function AllocationResult({
  allocation,
  inputs,
  exports = [],
}: {
  allocation: Allocation
  inputs: FactorInputs
  exports?: Exports
}): ReactNode {
  const t = useText(resultMessages)
  const sheet = useMemo(() => workingSheet(allocation, inputs), [allocation, inputs])
  const [cell, setCell] = useState<CellRef | null>(null)
  return (
    <div className="allocation-result">
      <LineNotice allocation={allocation} />
      <div className="compact-table">
        <QuotaTable allocation={allocation} exports={exports} onOpen={setCell} />
      </div>
      <h2>{t('sheetTitle')}</h2>
      <WorkingSheetView sheet={sheet} onOpen={setCell} />
      {cell ? <StepPanel key={`${cell.table} ${cell.column} ${cell.row}`} sheet={sheet} cell={cell} onClose={() => setCell(null)} /> : null}
    </div>
  )
}
