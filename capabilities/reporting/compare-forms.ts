import type { ReportType } from '@jincun/policy'
import { keyOfRow } from './check-form.ts'
import type { FormRow } from './form-report.ts'

/** One cell that differs between two versions; null where the row is not there. */
export type FormDifference = { path: string; row: string; field: string; before: string | null; after: string | null }

/** What a version changed of the one before, cell by cell; rows are matched by the key of the form, so that their order means nothing. */
export function compareForms(type: ReportType, before: readonly FormRow[], after: readonly FormRow[]): FormDifference[] {
  const [old, fresh] = [before, after].map(rows => new Map(rows.map(row => [keyOfRow(type, row), row])))
  const keys = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])]
  return keys.flatMap(key => {
    const [was, is] = [old?.get(key), fresh?.get(key)]
    const fields = [...new Set([...type.fields.map(({ id }) => id), ...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
    return fields.flatMap(field => {
      const [from, to] = [was ? (was[field] ?? '') : null, is ? (is[field] ?? '') : null]
      return from === to || ((from ?? '') === '' && (to ?? '') === '')
        ? []
        : [{ path: `${key}/${field}`, row: key, field, before: from, after: to }]
    })
  })
}
