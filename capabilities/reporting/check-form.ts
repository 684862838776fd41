import type { GoodsCategories, ReportField, ReportType } from '@jincun/policy'
import type { FormFault, FormFaultCode } from './form-fault.ts'
import type { FormRow } from './form-report.ts'

/** What cells are judged by beside their own field. */
export type FormGround = {
  type: ReportType
  period: string
  categories: GoodsCategories
  isPlace: (code: string) => boolean
  /** Whether a file of that id was sent. */
  isFile: (id: string) => boolean
}

const rowsMaximum = 5_000
const plainLength = 200
const integerDigits = 12

const shapes: Partial<Record<ReportField['kind'], readonly [RegExp, FormFaultCode]>> = {
  code: [/^[A-Za-z0-9][A-Za-z0-9_./:#-]*$/, 'code-malformed'],
  phone: [/^[0-9+() -]{5,20}$/, 'phone-malformed'],
  link: [/^https?:\/\/\S+$/, 'link-malformed'],
}

/** A number of digits and at most one point, as a count of its last decimal; null when it is none. Exact at any size. */
function scaled(text: string, decimals: number): bigint | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  return BigInt((match[1] ?? '') + (match[2] ?? '').slice(0, decimals).padEnd(decimals, '0'))
}

const scale = 6

/** Two numbers of a form compared exactly, whatever their decimals; null where one of them is none. */
function isAbove(text: string, other: string): boolean | null {
  const [one, two] = [scaled(text, scale), scaled(other, scale)]
  return one === null || two === null ? null : one > two
}

const decimalsOf = ({ kind, decimals }: ReportField): number => (kind === 'integer' ? 0 : kind === 'percent' ? 2 : (decimals ?? 2))

function numberFault(text: string, field: ReportField): FormFaultCode | null {
  const value = scaled(text, scale)
  if (value === null) return 'number-malformed'
  if ((/\.(\d+)$/.exec(text)?.[1] ?? '').replace(/0+$/, '').length > decimalsOf(field)) return 'number-too-fine'
  const unit = 10n ** BigInt(scale)
  const maximum = field.kind === 'percent' ? 100 : field.maximum
  if (field.minimum !== undefined && value < BigInt(field.minimum) * unit) return 'number-too-small'
  if (maximum !== undefined && value > BigInt(maximum) * unit) return 'number-too-large'
  return value >= 10n ** BigInt(integerDigits) * unit ? 'number-too-large' : null
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

function kindFault(text: string, field: ReportField, ground: FormGround): FormFaultCode | null {
  const shape = shapes[field.kind]
  if (shape) return shape[0].test(text) ? null : shape[1]
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'yuan':
    case 'wan-yuan':
    case 'percent':
      return numberFault(text, field)
    case 'choice':
      return field.choices?.some(({ value }) => value === text) ? null : 'choice-unknown'
    case 'category':
      return ground.categories.categories.some(({ buyCode, sellCode }) => [buyCode, sellCode].map(String).includes(text))
        ? null
        : 'category-unknown'
    case 'month':
      return text === ground.period ? null : 'period-other'
    case 'date':
    case 'instant':
      return isDay(text.slice(0, 10)) ? null : 'date-malformed'
    case 'place':
      return ground.isPlace(text) ? null : 'place-unknown'
    case 'file':
      return ground.isFile(text) ? null : 'file-unknown'
    default:
      return null
  }
}

const control = /[\p{Cc}--[\n\r\t]]/v

function cellFault(text: string, field: ReportField, ground: FormGround): FormFaultCode | null {
  if (text === '') return field.required ? 'cell-missing' : null
  if (control.test(text)) return 'cell-control'
  if (text.length > (field.maximumLength ?? plainLength)) return 'cell-too-long'
  const fault = kindFault(text, field, ground)
  // A yearly form says its year in a field of that name.
  if (fault === null && field.id === 'year' && ground.type.period === 'year' && text !== ground.period) return 'period-other'
  return fault
}

function rowFaults(row: FormRow, number: number, ground: FormGround): FormFault[] {
  const { fields } = ground.type
  const known = new Set(fields.map(({ id }) => id))
  const own = fields.flatMap(field => {
    const value = row[field.id] ?? ''
    const code = cellFault(value, field, ground)
    return code === null ? [] : [{ row: number, field: field.id, code, value }]
  })
  const faulty = new Set(own.map(({ field }) => field))
  const above = fields.flatMap(({ id, notAbove }): FormFault[] => {
    if (notAbove === undefined || faulty.has(id) || faulty.has(notAbove)) return []
    const value = row[id] ?? ''
    return isAbove(value, row[notAbove] ?? '') === true ? [{ row: number, field: id, code: 'above-other', value }] : []
  })
  const strangers = Object.keys(row).filter(id => !known.has(id))
  return [...own, ...above, ...strangers.map((id): FormFault => ({ row: number, field: id, code: 'field-unknown', value: id }))]
}

/** What tells a row of a period from another, as text; the same for every row where the form has one row only. */
export const keyOfRow = (type: ReportType, row: FormRow): string => type.key.map(id => row[id] ?? '').join(' · ')

function twice({ type }: FormGround, rows: readonly FormRow[]): FormFault[] {
  const seen = new Set<string>()
  return rows.flatMap((row, index): FormFault[] => {
    const key = keyOfRow(type, row)
    const again = seen.has(key)
    seen.add(key)
    return again ? [{ row: index + 1, field: type.key[0] ?? '', code: 'row-twice', value: key }] : []
  })
}

/** Everything that is wrong with a form, cell by cell; it is taken only when nothing is (6.4c). */
export function checkForm(ground: FormGround, rows: readonly FormRow[]): FormFault[] {
  if (rows.length === 0) return [{ row: 0, field: '', code: 'rows-missing', value: '' }]
  if (rows.length > rowsMaximum) return [{ row: 0, field: '', code: 'rows-too-many', value: String(rows.length) }]
  return [...rows.flatMap((row, index) => rowFaults(row, index + 1, ground)), ...twice(ground, rows)]
}
