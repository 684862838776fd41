import { readTable, writeTemplate } from '@jincun/documents'
import type { CellError, Column, ReadingNote, SheetCell } from '@jincun/documents'
import { accept } from '@jincun/kernel'
import type { JsonValue, Result } from '@jincun/kernel'
import { clauseOf, workPlanFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { demoMark } from '../index.ts'
import type { Application, Edits, WorkPlan } from '../index.ts'
import { budgetFaults, budgetRowsOf, goalRowsOf, goalsFrom, projectsFrom } from '../plan-rows.ts'
import type { BudgetRow, GoalRow, Numbered, RowFault } from '../plan-rows.ts'
import type { ImportSheet } from './store-files.ts'
import { budgetColumns, goalColumns } from './workbook-columns.ts'

export const sheetNames: Record<ImportSheet, string> = { budget: '项目与预算', goals: '工作目标' }

/** A row as the sheet shows it: choices in words, everything else as it is. */
const cellsOf = (columns: readonly Column[], row: Record<string, string | bigint | null>): SheetCell[] =>
  columns.map(column => {
    const value = row[column.key] ?? null
    return column.kind === 'choice' ? (column.choices.find(choice => choice.value === value)?.title.zh ?? null) : value
  })

/** The sheet with what the application already holds, to fill in and hand back. */
export async function templateOf(
  sheet: ImportSheet,
  { application, countyName, realm }: { application: Application; countyName: string; realm: string },
  pack: PolicyPack,
  now: Date,
): Promise<Uint8Array> {
  const { plan } = application.content
  const { year } = application
  const columns: readonly Column[] = sheet === 'budget' ? budgetColumns(pack, year) : goalColumns()
  const rows = sheet === 'budget' ? budgetRowsOf(plan) : goalRowsOf(plan)
  const section = workPlanFor(pack, year, 'county').sections.find(each => each.kind === (sheet === 'budget' ? 'projects' : 'goals'))
  const clause = section && clauseOf(pack, section.clause)
  const instructions = [
    {
      zh: '整张表替换申报里的同一部分：表里没有的，导入后就没有。',
      en: 'The sheet replaces that part of the application: what it lacks is gone afterwards.',
    },
    {
      zh: '同一项目写几行：每行一条支出，项目各列写一样或只写第一行。',
      en: 'A project has one row per budget line; write its own columns alike, or in the first row only.',
    },
    ...(clause ? [{ zh: clause.paraphrase.zh, en: clause.paraphrase.en }] : []),
  ]
  return writeTemplate(
    {
      name: sheetNames[sheet],
      title: `${countyName} ${year} 年${sheetNames[sheet]}${realm === 'demo' ? `（${demoMark}）` : ''}`,
      columns,
      instructions,
      rows: rows.map(row => cellsOf(columns, row)),
    },
    now,
  )
}

export type ReadSheet = { edits: Edits; errors: CellError[]; notes: ReadingNote[] }

const letterOf = (index: number): string => String.fromCharCode(65 + index)

/** A fault found between rows, at its cell. */
function cellError(fault: RowFault, sheet: string | null, columns: readonly Column[]): CellError {
  const index = columns.findIndex(column => column.key === fault.column)
  const title = columns[index]?.title.zh ?? fault.column
  return {
    sheet,
    row: fault.row,
    column: title,
    address: `${letterOf(index)}${fault.row}`,
    code: 'rows-disagree',
    value: fault.value,
    message: fault.message,
  }
}

function budgetEdits(rows: readonly Numbered<BudgetRow>[], plan: WorkPlan, newId: () => string): Edits {
  const projects = projectsFrom(
    rows.map(row => row.values),
    plan,
    newId,
  )
  const gone = plan.projects.filter(project => !projects.some(each => each.id === project.id))
  const entries: [string, JsonValue][] = [
    ...gone.map((project): [string, JsonValue] => [`project:${project.id}`, null]),
    ...projects.map((project): [string, JsonValue] => [`project:${project.id}`, project]),
  ]
  return Object.fromEntries(entries)
}

/** Reads a sheet handed in: either every error at its cell, or the edits it comes to. A file that is no table is refused. */
export function readSheet(
  sheet: ImportSheet,
  bytes: Uint8Array,
  name: string,
  application: Application,
  pack: PolicyPack,
  newId: () => string,
): Result<ReadSheet> {
  const { plan } = application.content
  if (sheet === 'goals') {
    const table = readTable(bytes, name, goalColumns(), { maxRows: 60 })
    if (!table.ok) return table
    const { rows, errors, notes } = table.value
    const goals =
      errors.length > 0
        ? []
        : goalsFrom(
            rows.map(row => row.values as GoalRow),
            plan,
            newId,
          )
    return accept({ edits: errors.length > 0 ? {} : { goals }, errors, notes })
  }
  const columns = budgetColumns(pack, application.year)
  const table = readTable(bytes, name, columns, { maxRows: 2_000 })
  if (!table.ok) return table
  const rows = table.value.rows as Numbered<BudgetRow>[]
  const errors = [...table.value.errors, ...budgetFaults(rows).map(fault => cellError(fault, table.value.sheet, columns))]
  return accept({ edits: errors.length > 0 ? {} : budgetEdits(rows, plan, newId), errors, notes: table.value.notes })
}
