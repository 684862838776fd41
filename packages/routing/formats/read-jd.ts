import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { benchmarkProblem } from './benchmark-problem.ts'
import type { Node } from './benchmark-problem.ts'
import { lengthMax, matrixPlacesMax } from './read-problem.ts'
import type { ReadingOptions, ReadProblem } from './read-problem.ts'
import { headNumber, numberAt, valuesByNode, vrplibSections } from './vrplib-sections.ts'
import type { Section } from './vrplib-sections.ts'
import { wrongInput } from './wrong-input.ts'

/** Loads are given to a millionth of a tonne, money to a thousandth of a yuan. */
const [loadScale, costScale] = [1_000_000, 1_000]

function legsOf(section: Section, size: number): Result<{ distance: Int32Array; time: Int32Array }> {
  const distance = new Int32Array(size * size).fill(-1)
  const time = new Int32Array(size * size)
  for (let node = 0; node < size; node++) distance[node * size + node] = 0
  for (const { line, words } of section.rows) {
    const values: number[] = []
    for (const word of words.slice(0, 4)) {
      const value = numberAt(word, line, 'from, to, metres and minutes', { min: 0 })
      if (!value.ok) return value
      values.push(value.value)
    }
    const [from = -1, to = -1, metres = lengthMax + 1, minutes = 0] = values
    if (from >= size || to >= size || metres > lengthMax)
      return wrongInput(
        'unknown-node',
        `line ${line}`,
        `expected from, to, metres, minutes with nodes 0–${size - 1}`,
        '此行应为 起点,终点,米,分钟',
      )
    distance[from * size + to] = Math.round(metres)
    time[from * size + to] = Math.round(minutes)
  }
  const missing = distance.indexOf(-1)
  if (missing >= 0)
    return wrongInput(
      'unreachable',
      `line ${section.line}`,
      `there is no leg from ${Math.floor(missing / size)} to ${missing % size}; add it`,
      `缺少 ${Math.floor(missing / size)} 到 ${missing % size} 的路段`,
    )
  return accept({ distance, time })
}

/** Reads JD Logistics' instances (Liu et al. 2021, arXiv 2011.06331): simultaneous delivery and pickup, windows, 300 yuan a dispatch. */
export function readJd(text: string, options: ReadingOptions): Result<ReadProblem> {
  const file = vrplibSections(text)
  if (!file.ok) return file
  const head = {
    size: headNumber(file.value, 'DIMENSION'),
    capacity: headNumber(file.value, 'CAPACITY'),
    dispatch: headNumber(file.value, 'DISPATCHINGCOST'),
    unit: headNumber(file.value, 'UNITCOST'),
    number: headNumber(file.value, 'VEHICLES'),
  }
  for (const entry of Object.values(head)) if (!entry.ok) return entry
  const value = (entry: Result<number>): number => (entry.ok ? entry.value : 0)
  const size = value(head.size)
  const [nodesAt, legsAt] = [file.value.sections.get('NODE_SECTION'), file.value.sections.get('DISTANCETIME_SECTION')]
  if (!nodesAt || !legsAt)
    return wrongInput(
      'section-missing',
      'file',
      'expected NODE_SECTION and DISTANCETIME_SECTION',
      '缺少 NODE_SECTION 或 DISTANCETIME_SECTION',
    )
  if (size > matrixPlacesMax)
    return wrongInput(
      'too-many-stops',
      'DIMENSION',
      `at most ${matrixPlacesMax} places; split the problem by area`,
      '地点过多，请按片区拆分',
    )
  const rows = valuesByNode(nodesAt, size, 5, 0, 0)
  if (!rows.ok) return rows
  const legs = legsOf(legsAt, size)
  if (!legs.ok) return legs
  const nodes = rows.value.map(
    ([delivery = 0, pickup = 0, start = 0, end = 0, service = 0], id): Node => ({
      id,
      place: id,
      delivery,
      pickup,
      service,
      window: { start, end },
    }),
  )
  const travel = { travel: { kind: 'matrix', ...legs.value } as const, scale: 1, distances: 'file', locations: nodes.map(() => null) }
  const vehicles = [
    {
      capacity: value(head.capacity),
      fixedCost: Math.round(value(head.dispatch) * costScale),
      costPerDistance: Math.round(value(head.unit) * costScale),
      count: value(head.number),
      maxDuration: null,
    },
  ]
  const depot = { depot: 0, horizon: nodes[0]?.window ?? null }
  return benchmarkProblem(
    { format: 'jd', nodes: nodes.slice(1), ...depot, vehicles, pairs: [], travel, loadScale, costScale, vehiclesFirst: false },
    options,
  )
}
