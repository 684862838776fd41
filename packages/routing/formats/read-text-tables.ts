import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { benchmarkProblem } from './benchmark-problem.ts'
import type { Node } from './benchmark-problem.ts'
import { exactScale } from './read-problem.ts'
import type { ReadingOptions, ReadProblem } from './read-problem.ts'
import { planeTravel } from './vrplib-travel.ts'
import { wrongInput } from './wrong-input.ts'

type Row = { line: number; values: number[] }

/** Lines of numbers; a word among them is told with its line. */
function tableOf(text: string, from: number): Result<Row[]> {
  const rows: Row[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    if (index < from || raw.trim() === '') continue
    const values = raw.trim().split(/\s+/).map(Number)
    const wrong = values.findIndex(value => !Number.isFinite(value))
    if (wrong >= 0) {
      const word = raw.trim().split(/\s+/)[wrong]
      return wrongInput(
        'not-a-number',
        `line ${index + 1}`,
        `column ${wrong + 1} should be a number, here stands '${word}'`,
        `第 ${wrong + 1} 列应为数字`,
      )
    }
    rows.push({ line: index + 1, values })
  }
  return accept(rows)
}

/** Node rows of one width, numbered from 0 without repetition. */
function nodeRows(rows: readonly Row[], width: number): Result<readonly Row[]> {
  if (rows.length < 2) return wrongInput('file-ends', 'file', 'the file has no customers; check that it is whole', '文件中没有客户')
  for (const [index, { line, values }] of rows.entries()) {
    if (values.length !== width)
      return wrongInput('wrong-table', `line ${line}`, `here are ${values.length} columns, expected ${width}`, `此行应有 ${width} 列`)
    if (values[0] !== index)
      return wrongInput(
        'duplicate-id',
        `line ${line}`,
        `node ${values[0]} stands where node ${index} should; nodes are numbered from 0, each once`,
        `节点编号应为 ${index}`,
      )
    const below = values.slice(3).findIndex((value, column) => value < 0 && !(width === 9 && column === 0))
    if (below >= 0)
      return wrongInput('negative', `line ${line}`, `column ${below + 4} is ${values[below + 3]}; it should be from 0`, '此处不能为负数')
  }
  return accept(rows)
}

const customs = { scale: 10, rounding: 'down' } as const
const exact = { scale: exactScale, rounding: 'nearest' } as const

/**
 * Reads Solomon's text (also Gehring and Homberger's), and Wang and Chen's with one more column for pickups. Distances are
 * cut off after one decimal, as DIMACS 2021 has it, unless another rule is asked for; the number of vehicles binds.
 */
export function readSolomon(text: string, options: ReadingOptions): Result<ReadProblem> {
  const lines = text.split('\n')
  const [fleetHead, tableHead] = [lines.findIndex(line => /NUMBER\s+CAPACITY/.test(line)), lines.findIndex(line => /CUST NO\./.test(line))]
  if (fleetHead < 0 || tableHead < 0)
    return wrongInput(
      'section-missing',
      'file',
      'expected NUMBER CAPACITY and CUST NO. as in Solomon’s files',
      '缺少 NUMBER CAPACITY 或 CUST NO. 行',
    )
  const fleet = (lines[fleetHead + 1] ?? '').trim().split(/\s+/).map(Number)
  const [number = Number.NaN, capacity = Number.NaN] = fleet.slice(-2)
  if (!(number >= 1) || !(capacity >= 0))
    return wrongInput('not-a-number', `line ${fleetHead + 2}`, 'expected the number of vehicles and their capacity', '应为车辆数和容量')
  const table = tableOf(text, tableHead + 1)
  if (!table.ok) return table
  const both = /PDEMAND/.test(lines[tableHead] ?? '')
  const rows = nodeRows(table.value, both ? 8 : 7)
  if (!rows.ok) return rows
  const nodes = rows.value.map(({ values }, place): Node => {
    const [id = 0, , , delivery = 0, ...rest] = values
    const [pickup = 0, start = 0, end = 0, service = 0] = both ? rest : [0, ...rest]
    return { id, place, delivery, pickup, service, window: { start, end } }
  })
  const travel = planeTravel(
    rows.value.map(({ values }) => values.slice(1, 3)),
    both ? exact : customs,
    options.distances,
  )
  if (!travel.ok) return travel
  const vehicles = [{ capacity, fixedCost: 0, costPerDistance: 1, count: number, maxDuration: null }]
  const depot = { depot: 0, horizon: nodes[0]?.window ?? null }
  return benchmarkProblem(
    { format: 'solomon', nodes: nodes.slice(1), ...depot, vehicles, pairs: [], travel: travel.value, vehiclesFirst: false },
    options,
  )
}

/**
 * Reads Li and Lim's text: vehicles, capacity, speed; then node, x, y, demand, opening, closing, service, pickup node,
 * delivery node. Fewer vehicles first, then exact distance, as SINTEF keeps the records, unless asked otherwise.
 */
export function readLiLim(text: string, options: ReadingOptions): Result<ReadProblem> {
  const table = tableOf(text, 0)
  if (!table.ok) return table
  const [head, ...rest] = table.value
  const [number = 0, capacity = 0] = head?.values ?? []
  const rows = nodeRows(rest, 9)
  if (!rows.ok) return rows
  const nodes = rows.value.map(
    ({ values: [id = 0, , , , start = 0, end = 0, service = 0] }, place): Node => ({
      id,
      place,
      delivery: 0,
      pickup: 0,
      service,
      window: { start, end },
    }),
  )
  const pairs: { pickup: number; delivery: number; load: number }[] = []
  for (const { line, values } of rows.value.slice(1)) {
    const [id = 0, , , demand = 0, , , , from = 0, to = 0] = values
    const partner = rows.value[demand > 0 ? to : from]?.values
    if (!partner || partner[demand > 0 ? 7 : 8] !== id || partner[3] !== -demand)
      return wrongInput(
        'pair-broken',
        `line ${line}`,
        `node ${id} and its partner do not name each other with opposite loads`,
        `节点 ${id} 与其配对节点不一致`,
      )
    if (demand > 0) pairs.push({ pickup: id - 1, delivery: to - 1, load: demand })
  }
  const travel = planeTravel(
    rows.value.map(({ values }) => values.slice(1, 3)),
    exact,
    options.distances,
  )
  if (!travel.ok) return travel
  const vehicles = [{ capacity, fixedCost: 0, costPerDistance: 1, count: number, maxDuration: null }]
  const depot = { depot: 0, horizon: nodes[0]?.window ?? null }
  return benchmarkProblem(
    { format: 'li-lim', nodes: nodes.slice(1), ...depot, vehicles, pairs, travel: travel.value, vehiclesFirst: true },
    options,
  )
}
