import type { MinistryForm } from '@jincun/policy'
import type { FormRow, FormVersion } from '@jincun/reporting'
import type { MinistryFault } from './ministry-fault.ts'

/** A form of a period under the ministry's names, from the version that was handed in last. */
export type MinistryFormReport = {
  table: string
  period: string
  version: number
  columns: string[]
  rows: Record<string, string>[]
}

function cellOf(row: FormRow, field: MinistryForm['fields'][number], number: number, faults: MinistryFault[]): string {
  const value = row[field.field] ?? ''
  const where = `${number} ${field.field}`
  if (field.values) {
    const code = field.values[value]
    if (code === undefined && value !== '') faults.push({ code: 'choice-unmapped', where, value })
    return code ?? ''
  }
  // Real names get cut by the short columns over there: that is told here, where it can be mended, and nothing is cut.
  if (field.maximumLength !== undefined && [...value].length > field.maximumLength) faults.push({ code: 'text-too-long', where, value })
  return value
}

/** Makes a monthly or yearly form for the ministry's system from its last version (6.4c). With a fault there is no form. */
export function buildForm(
  form: MinistryForm | undefined,
  handedIn: FormVersion | undefined,
): { faults: MinistryFault[]; report: MinistryFormReport | null } {
  if (!form) return { faults: [{ code: 'form-not-of-system', where: '', value: '' }], report: null }
  if (!handedIn) return { faults: [{ code: 'form-not-handed-in', where: form.form, value: '' }], report: null }
  const faults: MinistryFault[] = []
  const rows = handedIn.rows.map((row, index) =>
    Object.fromEntries(form.fields.map(field => [field.as, cellOf(row, field, index + 1, faults)])),
  )
  const report = { table: form.table, period: handedIn.period, version: handedIn.version, columns: form.fields.map(({ as }) => as), rows }
  return { faults, report: faults.length > 0 ? null : report }
}
