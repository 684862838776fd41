import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { wrongFile } from './wrong-file.ts'

export type NetworkLevel = 'hub' | 'station' | 'village'

/** A node of the county's delivery network: the hub at the county seat, a township station, a village point. */
export type NetworkNode = { level: NetworkLevel; code: string; name: string; townshipCode: string; latitude: number; longitude: number }

export type Network = { hub: NetworkNode; stations: readonly NetworkNode[]; villages: readonly NetworkNode[] }

/** How well a leg is known: guessed from coordinates, asked of a road service, or measured on completed routes. */
export type LegSource = 'great-circle' | 'road-service' | 'measured'

/** One way between two nodes. No straight line is a road: `source` goes with it wherever it is shown. */
export type Leg = { from: string; to: string; metres: number; source: LegSource; terrainFactor: number }

const levels: Record<string, NetworkLevel> = { county_seat: 'hub', township_seat: 'station', village: 'village' }
const columns = ['level', 'code', 'name', 'township_code', 'lat', 'lon'] as const

function nodeOf(cells: Record<(typeof columns)[number], string>, line: number): Result<NetworkNode> {
  const level = levels[cells.level]
  const [latitude, longitude] = [Number(cells.lat || 'x'), Number(cells.lon || 'x')]
  if (!level)
    return wrongFile(
      'wrong-level',
      `line ${line}`,
      `'${cells.level}' is no level; use ${Object.keys(levels).join(', ')}`,
      `“${cells.level}”不是合法的层级`,
    )
  if (!/^\d{9,12}$/.test(cells.code))
    return wrongFile('wrong-code', `line ${line}`, `'${cells.code}' is no code of 9 or 12 digits`, `“${cells.code}”不是 9 或 12 位区划代码`)
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
    return wrongFile(
      'wrong-position',
      `line ${line}`,
      `'${cells.lat}, ${cells.lon}' is no position in degrees`,
      `“${cells.lat}, ${cells.lon}”不是合法的经纬度`,
    )
  return accept({ level, code: cells.code, name: cells.name, townshipCode: cells.township_code, latitude, longitude })
}

function nodesOf(text: string): Result<NetworkNode[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const head = (lines[0] ?? '').split(',')
  const missing = columns.find(column => !head.includes(column))
  if (missing)
    return wrongFile('column-missing', 'line 1', `the column '${missing}' is missing; expected ${columns.join(',')}`, `缺少列 ${missing}`)
  const nodes: NetworkNode[] = []
  const known = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const values = line.split(',')
    const cells = Object.fromEntries(columns.map(column => [column, (values[head.indexOf(column)] ?? '').trim()])) as Record<
      (typeof columns)[number],
      string
    >
    const node = nodeOf(cells, index + 1)
    if (!node.ok) return node
    if (known.has(node.value.code))
      return wrongFile('duplicate-id', `line ${index + 1}`, `code ${cells.code} stands twice`, `代码 ${cells.code} 重复`)
    known.add(node.value.code)
    nodes.push(node.value)
  }
  return accept(nodes)
}

/** Reads a county's network from a table of nodes (`level,code,name,township_code,lat,lon`): one hub, stations, villages. */
export function readNetwork(text: string): Result<Network> {
  const nodes = nodesOf(text)
  if (!nodes.ok) return nodes
  const at = (level: NetworkLevel): NetworkNode[] => nodes.value.filter(node => node.level === level)
  const [hub, ...others] = at('hub')
  if (!hub || others.length > 0)
    return wrongFile('one-hub', 'level', `expected one county_seat, found ${hub ? 1 + others.length : 0}`, '应当恰有一个县城节点')
  if (at('village').length === 0) return wrongFile('no-villages', 'level', 'there is no village', '没有村级节点')
  return accept({ hub, stations: at('station'), villages: at('village') })
}

const radius = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * The way between two nodes guessed from their coordinates: great circle (haversine, mean radius of the IUGG) × terrain
 * factor. A guess until a road service or completed routes say better.
 */
export function guessedLeg(from: NetworkNode, to: NetworkNode, terrainFactor: number): Leg {
  const [halfLat, halfLon] = [Math.sin(radians(to.latitude - from.latitude) / 2), Math.sin(radians(to.longitude - from.longitude) / 2)]
  const angle =
    2 * Math.asin(Math.min(1, Math.sqrt(halfLat ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * halfLon ** 2)))
  return { from: from.code, to: to.code, metres: Math.round(radius * angle * terrainFactor), source: 'great-circle', terrainFactor }
}
