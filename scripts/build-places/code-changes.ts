import { join } from 'node:path'
import type { CsvRow } from '../../capabilities/places/index.ts'
import { byColumn, cell, readTable } from './tables.ts'

const scriptFolder = import.meta.dirname

export const changeColumns = [
  'from_code',
  'from_name',
  'to_code',
  'to_name',
  'kind',
  'changed_on',
  'precision',
  'reason_zh',
  'reason_en',
  'source',
]

/** Two old codes that lead to one new code were merged; a new name is a renaming; else only the code changed. */
function kindOf(row: CsvRow, sharing: number): 'merged' | 'renamed' | 'recoded' {
  if (sharing > 1) return 'merged'
  return cell(row, 'name_202006') === cell(row, 'name_202012') ? 'recoded' : 'renamed'
}

const reasons = {
  merged: (from: string, to: string) => ({
    reason_zh: `${from}并入新设的${to}`,
    reason_en: `${from} became part of the newly formed ${to}`,
  }),
  renamed: (from: string, to: string) => ({ reason_zh: `撤销${from}，设立${to}`, reason_en: `${from} was replaced by ${to}` }),
  recoded: (from: string, to: string) => ({ reason_zh: `${from}更换代码（${to}）`, reason_en: `${from} was given a new code (${to})` }),
}

/** Changes of code between the editions of June and December 2020, with the day each became public. */
export function codeChanges(raw: string): CsvRow[] {
  const crosswalk = readTable(raw, 'places', 'code_crosswalk_202006_202012.csv')
  const dates = new Map(readTable(join(scriptFolder, 'code-change-dates.csv')).map(row => [cell(row, 'from_code'), row]))
  return crosswalk
    .map(row => {
      const from = cell(row, 'code_202006')
      const date = dates.get(from)
      if (!date) throw new Error(`No date for the change of ${from}; add it to scripts/build-places/code-change-dates.csv`)
      const sharing = crosswalk.filter(other => cell(other, 'code_202012') === cell(row, 'code_202012')).length
      const kind = kindOf(row, sharing)
      const fromName = cell(row, 'name_202006')
      const toName = cell(row, 'name_202012')
      return {
        from_code: from,
        from_name: fromName,
        to_code: cell(row, 'code_202012'),
        to_name: toName,
        kind,
        changed_on: cell(date, 'changed_on'),
        precision: cell(date, 'precision'),
        ...reasons[kind](fromName, toName),
        source: cell(date, 'source'),
      }
    })
    .sort(byColumn('from_code'))
}
