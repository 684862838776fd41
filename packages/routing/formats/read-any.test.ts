import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { lengthOf } from '../check/drive-route.ts'
import type { Travel } from '../problem.ts'
import { readProblem } from './read-any.ts'
import { defaultReading } from './read-problem.ts'
import type { ReadingOptions, ReadProblem } from './read-problem.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const caseFile = (name: string): Uint8Array => readFileSync(new URL(`cases/${name}`, import.meta.url))
function good(file: Uint8Array | string, options: Partial<ReadingOptions> = {}): ReadProblem {
  const read = readProblem(typeof file === 'string' ? bytes(file) : file, { ...defaultReading, ...options })
  if (!read.ok) throw new Error(`${read.reason.where}: ${read.reason.message.en}`)
  return read.value
}
const leg = ({ problem }: ReadProblem, from: number, to: number) => lengthOf(problem.travel[0] as Travel, problem.places, from, to)

test('Solomon: distances and times in tenths, cut off; windows, service and fleet as in the file', () => {
  const read = good(caseFile('C101.txt'))
  expect(read.problem.stops).toHaveLength(100)
  expect(read.problem.stops[0]).toMatchObject({
    id: '1',
    place: 1,
    delivery: [10],
    pickup: [0],
    service: 900,
    windows: [{ start: 9120, end: 9670 }],
  })
  expect(read.problem.vehicles[0]).toMatchObject({ count: 25, capacity: [200], shift: { start: 0, end: 12_360 } })
  expect(leg(read, 0, 1)).toEqual({ distance: 186, time: 186 }) // √(5² + 18²) = 18.68
  expect(leg(good(caseFile('C101.txt'), { distances: 'exact' }), 0, 1).distance).toBe(186_815)
  expect(leg(good(caseFile('C101.txt'), { distances: 'nearest' }), 0, 1).distance).toBe(19)
})

test('Li & Lim: pairs name each other, fewer vehicles first unless asked otherwise', () => {
  const read = good(caseFile('lc101.txt'))
  expect([read.problem.stops.length, read.problem.pairs.length]).toEqual([106, 53])
  expect(read.problem.pairs[0]).toEqual({ pickup: 2, delivery: 74, load: [10] })
  expect([read.stops[2], read.stops[74]].map(label => [label?.type, label?.id])).toEqual([
    ['pickup', 3],
    ['delivery', 75],
  ])
  expect([read.vehiclesFirst, good(caseFile('lc101.txt'), { objective: 'distance' }).vehiclesFirst]).toEqual([1e9, 0])
})

test('VRPLIB in gzip with LKH’s section: both directions, service within the limit of a route, nodes as numbers', () => {
  const read = good(caseFile('CMT6X.vrpspd.gz'))
  expect(read.problem.stops[0]).toMatchObject({ id: '2', delivery: [202], pickup: [498], service: 100_000, windows: [] })
  expect(read.problem.vehicles[0]).toMatchObject({ count: null, capacity: [16_000], maxDuration: 2_000_000 })
  expect(good(caseFile('CMT6X.vrpspd.gz'), { fleet: 'file' }).problem.vehicles[0]?.count).toBe(6)
  expect(leg(read, 0, 1).distance).toBe(138_924) // √(7² + 12²)
})

const explicit = (format: string, weights: string, size = 3): string =>
  `NAME : tiny\nTYPE : CVRP\nDIMENSION : ${size}\nCAPACITY : 10\nEDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : ${format}\nEDGE_WEIGHT_SECTION\n${weights}\nDEMAND_SECTION\n1 0\n2 4\n3 5\nDEPOT_SECTION\n1\n-1\nEOF\n`

test.each([
  ['FULL_MATRIX', '0 1 2\n9 0 3\n8 7 0', 9],
  ['LOWER_ROW', '1\n2 3', 1],
  ['LOWER_DIAG_ROW', '0\n1 0\n2 3 0', 1],
  ['UPPER_ROW', '1 2\n3', 1],
  ['UPPER_DIAG_ROW', '0 1 2 0 3 0', 1],
])('EXPLICIT distances as %s', (format, weights, back) => {
  const read = good(explicit(format, weights))
  expect([leg(read, 0, 1).distance, leg(read, 0, 2).distance, leg(read, 1, 2).distance, leg(read, 1, 0).distance]).toEqual([1, 2, 3, back])
})

test('another depot, windows and a mixed fleet of VRPLIB', () => {
  const read = good(
    `NAME: x\nDIMENSION: 3\nVEHICLES: 2\nEDGE_WEIGHT_TYPE: CEIL_2D\nSERVICE_TIME: 4\nNODE_COORD_SECTION\n1 0 0\n2 1 1\n3 5 5\nDEMAND_SECTION\n1 3\n2 0\n3 5\nTIME_WINDOW_SECTION\n1 2 9\n2 0 50\n3 0 40\nCAPACITY_SECTION\n1 9\n2 20\nVEHICLES_FIXED_COST_SECTION\n1 100\n2 150\nVEHICLES_UNIT_DISTANCE_COST_SECTION\n1 2\n2 3\nDEPOT_SECTION\n2\nEOF`,
  )
  expect(read.problem.stops.map(({ id, place, service, windows }) => [id, place, service, windows[0]?.end])).toEqual([
    ['1', 0, 4, 9],
    ['3', 2, 4, 40],
  ])
  expect(read.problem.vehicles.map(({ count, start, fixedCost, costPerDistance }) => [count, start, fixedCost, costPerDistance])).toEqual([
    [1, 1, 100, 2],
    [1, 1, 150, 3],
  ])
  expect(read.problem.vehicles[0]?.shift).toEqual({ start: 0, end: 50 })
  expect(leg(read, 0, 1).distance).toBe(2)
})

test('Wang & Chen’s pickups beside deliveries; JD’s yuan, tonnes, metres and minutes', () => {
  const cdp = good(
    'Cdp1\n\nCUSTOMER  VEHICLE\nNUMBER NUMBER CAPACITY\n 1 25 200\n\nCUST NO. XCOORD. YCOORD. DDEMAND PDEMAND READY TIME DUE DATE SERVICE TIME\n\n0 40 50 0 0 0 1236 0\n1 45 68 10 30 912 967 90\n',
  )
  expect(cdp.problem.stops[0]).toMatchObject({
    delivery: [10],
    pickup: [30],
    service: 900_000,
    windows: [{ start: 9_120_000, end: 9_670_000 }],
  })
  const jd = good(
    'NAME : j\nTYPE : VRPSDPTW\nDIMENSION : 2\nVEHICLES : 500\nDISPATCHINGCOST : 300\nUNITCOST : 0.014\nCAPACITY : 2.5\nEDGE_WEIGHT_TYPE : EXPLICIT\nNODE_SECTION\n0,0,0,0,960,0\n1,0.0233,0.0396,210,240,30\nDISTANCETIME_SECTION\n0,1,57611,68\n1,0,57000,67\nDEPOT_SECTION\n0\n',
  )
  expect(jd.problem.vehicles[0]).toMatchObject({ capacity: [2_500_000], fixedCost: 300_000, costPerDistance: 14, count: 500 })
  expect(jd.problem.stops[0]).toMatchObject({ delivery: [23_300], pickup: [39_600], windows: [{ start: 210, end: 240 }] })
  expect([leg(jd, 0, 1), leg(jd, 1, 0)]).toEqual([
    { distance: 57_611, time: 68 },
    { distance: 57_000, time: 67 },
  ])
})

const solomon = (rows: string): string =>
  `X\n\nVEHICLE\nNUMBER CAPACITY\n 5 20\n\nCUSTOMER\nCUST NO. XCOORD. YCOORD. DEMAND READY TIME DUE DATE SERVICE TIME\n\n${rows}\n`
const coordinates = 'DIMENSION : 2\nCAPACITY : 9\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 3 4\nDEMAND_SECTION\n1 0\n2 5\n'

test.each<[string, string | Uint8Array, string, string]>([
  ['nothing at all', '', 'unknown-format', 'file'],
  ['prose', 'Dear dispatcher', 'unknown-format', 'file'],
  ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x00]), 'not-text', 'file'],
  ['a broken gzip', gzipSync('x').subarray(0, 12), 'broken-gzip', 'file'],
  ['no dimension', 'NAME : x\nCAPACITY : 9\n', 'key-missing', 'DIMENSION'],
  ['a million nodes', 'NAME : x\nDIMENSION : 1000000\nCAPACITY : 9\n', 'too-many-stops', 'DIMENSION'],
  ['a dimension of one', coordinates.replace('DIMENSION : 2', 'DIMENSION : 1'), 'wrong-size', 'DIMENSION'],
  ['fewer nodes than promised', coordinates.replace('DIMENSION : 2', 'DIMENSION : 3'), 'node-missing', 'line 4'],
  ['a coordinate NaN', coordinates.replace('2 3 4', '2 NaN 4'), 'not-a-number', 'line 6'],
  ['a coordinate beyond all bounds', coordinates.replace('2 3 4', '2 1e300 4'), 'too-far-apart', 'node 2'],
  ['a node twice', coordinates.replace('2 3 4', '1 3 4'), 'duplicate-id', 'line 6'],
  ['a node too many', coordinates.replace('2 3 4', '7 3 4'), 'unknown-node', 'line 6'],
  ['a negative demand', coordinates.replace('2 5', '2 -5'), 'negative', 'line 9'],
  ['a demand no vehicle holds', coordinates.replace('2 5', '2 50'), 'over-capacity', 'node 2'],
  ['no demands', coordinates.slice(0, coordinates.indexOf('DEMAND')), 'section-missing', 'DEMAND_SECTION'],
  ['a kind of distance we do not read', coordinates.replace('EUC_2D', 'GEO'), 'unknown-format', 'EDGE_WEIGHT_TYPE'],
  ['a matrix too short', explicit('FULL_MATRIX', '0 1 2\n9 0 3'), 'wrong-table', 'EDGE_WEIGHT_SECTION'],
  ['a negative distance', explicit('FULL_MATRIX', '0 1 2\n9 0 -3\n8 7 0'), 'wrong-distance', 'line 9'],
  ['a stray line', `hello\n${coordinates}`, 'stray-line', 'line 1'],
  ['a depot that is not there', `${coordinates}DEPOT_SECTION\n5\n-1\n`, 'unknown-node', 'line 11'],
  ['windows that close before they open', solomon('0 0 0 0 0 90 0\n1 5 5 5 50 20 0'), 'wrong-window', 'node 1'],
  ['a negative service time', solomon('0 0 0 0 0 90 0\n1 5 5 5 0 20 -3'), 'negative', 'line 11'],
  ['a customer’s number twice', solomon('0 0 0 0 0 90 0\n1 5 5 5 0 20 0\n1 5 5 5 0 20 0'), 'duplicate-id', 'line 12'],
  ['a column missing', solomon('0 0 0 0 0 90 0\n1 5 5 5 0 20'), 'wrong-table', 'line 11'],
  ['no customers', solomon('0 0 0 0 0 90 0'), 'file-ends', 'file'],
  ['pairs that do not name each other', '2 9 1\n0 0 0 0 0 90 0 0 0\n1 1 1 5 0 90 0 0 2\n2 2 2 -4 0 90 0 1 0\n', 'pair-broken', 'line 3'],
])('%s gets one sentence with its place', (_what, file, code, where) => {
  const read = readProblem(typeof file === 'string' ? bytes(file) : file)
  expect(read.ok ? null : [read.reason.code, read.reason.where]).toEqual([code, where])
  expect(read.ok ? '' : read.reason.message.zh).toMatch(/[\u4e00-\u9fff]/)
})
