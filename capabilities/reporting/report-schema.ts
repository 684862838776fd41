import type { GoodsCategories, ReportField, ReportType } from '@jincun/policy'

type Schema = Record<string, unknown>

const patterns: Partial<Record<ReportField['kind'], string>> = {
  code: '^[A-Za-z0-9][A-Za-z0-9_./:#-]*$',
  date: String.raw`^\d{4}-\d{2}-\d{2}$`,
  month: String.raw`^\d{4}-(0[1-9]|1[0-2])$`,
  place: String.raw`^[1-9]\d{5}(\d{3}|\d{6})?$`,
  phone: '^[0-9+() -]{5,20}$',
  link: '^https?://',
}

function decimalPattern(decimals: number): string {
  return decimals === 0 ? String.raw`^\d+$` : String.raw`^\d+(\.\d{1,${decimals}})?$`
}

function shapeOf(field: ReportField, categories: GoodsCategories): Schema {
  const { kind, decimals, maximumLength } = field
  if (kind === 'choice') return { type: 'string', enum: (field.choices ?? []).map(({ value }) => value) }
  if (kind === 'category')
    return { type: 'string', enum: categories.categories.flatMap(({ buyCode, sellCode }) => [String(buyCode), String(sellCode)]) }
  if (kind === 'instant') return { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$` }
  if (kind === 'integer') return { type: 'string', pattern: decimalPattern(0) }
  if (kind === 'decimal' || kind === 'yuan' || kind === 'wan-yuan') return { type: 'string', pattern: decimalPattern(decimals ?? 2) }
  if (kind === 'percent') return { type: 'string', pattern: String.raw`^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$` }
  const pattern = patterns[kind]
  return { type: 'string', ...(pattern ? { pattern } : {}), maxLength: maximumLength ?? 200 }
}

function propertyOf(field: ReportField, categories: GoodsCategories): Schema {
  const { title, hint, required } = field
  const shape = {
    title: `${title.zh} / ${title.en}`,
    ...(hint ? { description: `${hint.zh} / ${hint.en}` } : {}),
    ...shapeOf(field, categories),
  }
  return required ? { ...shape, minLength: 1 } : { anyOf: [shape, { const: '' }], title: shape.title }
}

/**
 * JSON Schema (2020-12) of one row of a report, made from the one definition in policy/reports. Every value is a string, as in CSV; numbers of
 * JSON are taken as well when they are exact.
 */
export function reportSchema(type: ReportType, categories: GoodsCategories): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:jincun:report:${type.id}:${type.version}`,
    title: `${type.title.zh} / ${type.title.en}`,
    description: `${type.source.zh} / ${type.source.en}`,
    type: 'object',
    properties: Object.fromEntries(type.fields.map(field => [field.id, propertyOf(field, categories)])),
    required: type.fields.filter(({ required }) => required).map(({ id }) => id),
    additionalProperties: false,
  }
}

/** The header of the CSV template. */
export const reportCsvTemplate = (type: ReportType): string => type.fields.map(({ id }) => id).join(',')
