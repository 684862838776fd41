import type { Refusal } from '@jincun/kernel'
import type { Bilingual, ReportType } from '@jincun/policy'
import { sayFormFault } from '../index.ts'
import type { FormFault, FormRow } from '../index.ts'

/** A cell that cannot be taken: where, what, and how to mend it. */
export type Where = { row: number; column: string; code: string; value: string; where: string; message: Bilingual }

/**
 * Faults in the words of the form.
 * @param at the row of the file each row of the form stands in, and its sheet; rows of the page count from 1.
 */
export function wheresOf(
  type: ReportType,
  faults: readonly FormFault[],
  at: { rows?: readonly number[]; sheet?: string | null } = {},
): Where[] {
  const titles = new Map(type.fields.map(({ id, title }) => [id, title.zh]))
  return faults.map(({ row, field, code, value }) => {
    const line = at.rows?.[row - 1] ?? row
    const column = titles.get(field) ?? field
    const place = row === 0 ? '整张表' : `第${line}行`
    return {
      row: line,
      column: field,
      code,
      value,
      where: [at.sheet, place, column].filter(Boolean).join(' '),
      message: sayFormFault({ code, value }),
    }
  })
}

/** Nothing of a form with a fault is taken, and every fault is told. */
export function formHasFaults(errors: readonly Where[]): Refusal & { errors: readonly Where[] } {
  const [first] = errors
  return {
    kind: 'invalid',
    code: 'form-has-faults',
    message: {
      zh: `${first?.where ?? ''}：${first?.message.zh ?? ''}（共${errors.length}处，没有保存）。`,
      en: `${first?.where ?? ''}: ${first?.message.en ?? ''} (${errors.length} in all, nothing was kept).`,
    },
    errors,
  }
}

/** A person's name or number with its middle taken out: enough to know it again, not enough to call. */
export const masked = (text: string): string => {
  if (text.length <= 1) return text
  if (/^[0-9+() -]{7,}$/.test(text)) return `${text.slice(0, 3)}****${text.slice(-4)}`
  return `${text.slice(0, 1)}${'*'.repeat(text.length - 1)}`
}

/** Rows as they are shown to whoever does not fill the form in: personal fields masked. */
export function maskedRows(type: ReportType, rows: readonly FormRow[]): FormRow[] {
  const personal = new Set(type.fields.filter(field => field.personal).map(({ id }) => id))
  return rows.map(row => Object.fromEntries(Object.entries(row).map(([id, value]) => [id, personal.has(id) ? masked(value) : value])))
}
