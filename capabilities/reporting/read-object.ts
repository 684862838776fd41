import { transactionColumns } from './transaction.ts'

const known: ReadonlySet<string> = new Set(transactionColumns)

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  // The shortest decimal text of a JSON number is the number as it was written, for all amounts that are exact.
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '\ufffd'
}

/** The cells of a JSON object in the order of the template, and keys nobody knows; null when it is no object. */
export function cellsOfObject(value: unknown): { cells: string[]; unknown: string[] } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const object = value as Record<string, unknown>
  return {
    cells: transactionColumns.map(name => textOf(object[name])),
    unknown: Object.keys(object).filter(key => !known.has(key)),
  }
}

/** Parses one line of NDJSON; null when it is not JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
