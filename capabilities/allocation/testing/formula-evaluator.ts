import { firstDataRow } from '../sheet-layout.ts'
import type { SheetValue } from '../sheet-layout.ts'
import {
  add,
  compare,
  divide,
  floorOf,
  fromDecimal,
  fromText,
  isZero,
  largest,
  multiply,
  one,
  smallest,
  subtract,
  sum,
  toDecimal,
  whole,
  zero,
} from '../rational.ts'
import type { WorkingSheet } from '../working-sheet.ts'
import type { Ratio } from '@jincun/kernel'

/**
 * Computes the formulas of a working sheet with exact fractions, as a spreadsheet would with 15 digits: a second, independent
 * way from the inputs to the quotas. Knows only the functions the sheet writes.
 */
type Scalar = Ratio | string | boolean
type Value = Scalar | Scalar[]

const token = /\s*("[^"]*"|'[^']+'!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|[()+\-*/<>=,])/y

function tokensOf(formula: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < formula.length) {
    const from = token.lastIndex
    const match = token.exec(formula)
    if (!match?.[1]) throw new Error(`Cannot read ${formula.slice(from)} in ${formula}`)
    tokens.push(match[1])
  }
  return tokens
}

const isRatio = (value: Scalar | undefined): value is Ratio => typeof value === 'object'
const list = (value: Value): Scalar[] => (Array.isArray(value) ? value : [value])
const numbers = (value: Value): Ratio[] => list(value).filter(isRatio)

/** TRUE and FALSE count as 1 and 0 in arithmetic. */
function number(value: Scalar): Ratio {
  if (typeof value === 'boolean') return value ? one : zero
  if (typeof value === 'string') throw new Error(`A word stands where a number is needed: ${value}`)
  return value
}

const lift = (a: Value, b: Value, combine: (a: Scalar, b: Scalar) => Scalar): Value => {
  if (!Array.isArray(a) && !Array.isArray(b)) return combine(a, b)
  const length = Math.max(list(a).length, list(b).length)
  const pick = (value: Value, index: number): Scalar => (Array.isArray(value) ? (value[index] ?? '') : value)
  return Array.from({ length }, (_, index) => combine(pick(a, index), pick(b, index)))
}

/** As in a spreadsheet, any text is greater than any number. */
function order(a: Scalar, b: Scalar): number {
  if (isRatio(a) && isRatio(b)) return compare(a, b)
  if (isRatio(a)) return -1
  if (isRatio(b)) return 1
  return a === b ? 0 : a < b ? -1 : 1
}

const operators: Record<string, (a: Scalar, b: Scalar) => Scalar> = {
  '+': (a, b) => add(number(a), number(b)),
  '-': (a, b) => subtract(number(a), number(b)),
  '*': (a, b) => multiply(number(a), number(b)),
  '/': (a, b) => divide(number(a), number(b)),
  '<': (a, b) => order(a, b) < 0,
  '>': (a, b) => order(a, b) > 0,
  '=': (a, b) => order(a, b) === 0,
}

const some = (values: readonly Ratio[]): [Ratio, ...Ratio[]] => {
  const [first, ...others] = values
  if (!first) throw new Error('No number in the range')
  return [first, ...others]
}

const functions: Record<string, (...values: Value[]) => Value> = {
  SUM: (...values) => sum(values.flatMap(numbers)),
  MAX: (...values) => largest(some(values.flatMap(numbers))),
  MIN: (...values) => smallest(some(values.flatMap(numbers))),
  COUNT: (...values) => whole(values.flatMap(numbers).length),
  AVERAGE: (...values) => divide(sum(values.flatMap(numbers)), whole(values.flatMap(numbers).length)),
  INT: value => whole(floorOf(number(list(value)[0] ?? ''))),
  ROUND: (value, digits) => fromDecimal(toDecimal(number(list(value)[0] ?? ''), floorOf(number(list(digits)[0] ?? '')))) ?? zero,
  ISNUMBER: value => (Array.isArray(value) ? value.map(isRatio) : isRatio(value)),
  IF: (test, yes, no) => (test === true || (isRatio(list(test)[0]) && !isZero(number(list(test)[0] ?? zero))) ? yes : no),
  SUMPRODUCT: value => sum(list(value).map(number)),
  SUMIF: (range, wanted, values) =>
    sum(
      list(values)
        .filter((_, index) => list(range)[index] === wanted)
        .map(number),
    ),
}

class Reader {
  private readonly tokens: string[]
  private readonly look: (address: string) => Value
  private at = 0
  constructor(formula: string, look: (address: string) => Value) {
    this.tokens = tokensOf(formula)
    this.look = look
  }
  read(): Value {
    const value = this.binary(0)
    if (this.at !== this.tokens.length) throw new Error(`Left over: ${this.tokens.slice(this.at).join(' ')}`)
    return value
  }
  private binary(level: number): Value {
    const levels = [
      ['<', '>', '='],
      ['+', '-'],
      ['*', '/'],
    ]
    const own = levels[level]
    if (!own) return this.unary()
    let value = this.binary(level + 1)
    while (own.includes(this.tokens[this.at] ?? '')) {
      const operator = operators[this.tokens[this.at++] ?? '']
      const right = this.binary(level + 1)
      if (operator) value = lift(value, right, operator)
    }
    return value
  }
  private unary(): Value {
    const next = this.tokens[this.at++] ?? ''
    if (next === '-') return lift(zero, this.unary(), (a, b) => subtract(number(a), number(b)))
    if (next === '(') return this.closed(this.binary(0))
    if (next.startsWith('"')) return next.slice(1, -1)
    if (next.startsWith("'")) return this.look(next)
    return fromDecimal(next) ?? this.call(next)
  }
  private closed(value: Value): Value {
    if (this.tokens[this.at++] !== ')') throw new Error('A bracket is open')
    return value
  }
  private call(name: string): Value {
    const run = functions[name]
    if (!run || this.tokens[this.at++] !== '(') throw new Error(`Unknown function ${name}`)
    const values = [this.binary(0)]
    while (this.tokens[this.at] === ',') {
      this.at++
      values.push(this.binary(0))
    }
    return this.closed(run(...values))
  }
}

const columnIndex = (letters: string): number => [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Recomputes every formula of the sheet; answers the value of a cell by table id, column id and row. */
export function recompute(sheet: WorkingSheet): (table: string, column: string, row: number) => Scalar {
  const known = new Map<SheetValue, Scalar>()
  const cellOf = (tab: string, column: number, row: number): Scalar => {
    const cell = sheet.tables.find(table => table.tab === tab)?.rows[row]?.[column]
    if (!cell) throw new Error(`No cell ${tab} ${column} ${row}`)
    if ('text' in cell) return cell.text
    const done = known.get(cell)
    if (done !== undefined) return done
    const value = cell.formula === undefined ? fromText(cell.exact) : list(new Reader(cell.formula, look).read())[0]
    if (value === undefined) throw new Error(`${cell.formula} gives nothing`)
    known.set(cell, value)
    return value
  }
  const look = (address: string): Value => {
    const match = /^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(address)
    const [, tab = '', left = '', top = '', right, bottom] = match ?? []
    if (right === undefined || bottom === undefined) return cellOf(tab, columnIndex(left), Number(top) - firstDataRow)
    const cells: Scalar[] = []
    for (let row = Number(top); row <= Number(bottom); row++)
      for (let column = columnIndex(left); column <= columnIndex(right); column++) cells.push(cellOf(tab, column, row - firstDataRow))
    return cells
  }
  return (id, columnId, row) => {
    const table = sheet.tables.find(item => item.id === id)
    return cellOf(table?.tab ?? id, table?.columns.findIndex(column => column.id === columnId) ?? -1, row)
  }
}
