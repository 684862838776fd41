import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Travel } from '../problem.ts'
import { exactScale, lengthMax, matrixPlacesMax } from './read-problem.ts'
import type { DistanceRule } from './read-problem.ts'
import { valuesByNode } from './vrplib-sections.ts'
import type { Vrplib } from './vrplib-sections.ts'
import { wrongInput } from './wrong-input.ts'

export type ReadTravel = { travel: Travel; scale: number; distances: string; locations: readonly (readonly [number, number] | null)[] }

/** Column of each value of a row, by TSPLIB's EDGE_WEIGHT_FORMAT (Reinelt 1995); both directions unless FULL_MATRIX. */
const shapes: Record<string, (row: number, size: number) => { from: number; to: number }> = {
  FULL_MATRIX: (_row, size) => ({ from: 0, to: size }),
  LOWER_ROW: row => ({ from: 0, to: row }),
  LOWER_DIAG_ROW: row => ({ from: 0, to: row + 1 }),
  UPPER_ROW: (row, size) => ({ from: row + 1, to: size }),
  UPPER_DIAG_ROW: (row, size) => ({ from: row, to: size }),
}

function weightsOf(file: Vrplib): Result<number[]> {
  const section = file.sections.get('EDGE_WEIGHT_SECTION')
  if (!section)
    return wrongInput(
      'section-missing',
      'EDGE_WEIGHT_SECTION',
      'EXPLICIT distances need an EDGE_WEIGHT_SECTION',
      '缺少 EDGE_WEIGHT_SECTION',
    )
  const weights: number[] = []
  for (const { line, words } of section.rows)
    for (const word of words) {
      const value = Number(word)
      if (!Number.isFinite(value) || value < 0 || value > lengthMax)
        return wrongInput(
          'wrong-distance',
          `line ${line}`,
          `'${word}' is no distance; it should be a number from 0 to ${lengthMax}`,
          `“${word}”不是合法的距离`,
        )
      weights.push(value)
    }
  return accept(weights)
}

function explicitTravel(file: Vrplib, size: number): Result<ReadTravel> {
  const format = file.head.get('EDGE_WEIGHT_FORMAT')?.value ?? 'FULL_MATRIX'
  const shape = shapes[format]
  if (!shape)
    return wrongInput(
      'unknown-format',
      'EDGE_WEIGHT_FORMAT',
      `'${format}' is not read; use ${Object.keys(shapes).join(', ')}`,
      `不支持的 EDGE_WEIGHT_FORMAT：${format}`,
    )
  if (size > matrixPlacesMax)
    return wrongInput(
      'too-many-stops',
      'DIMENSION',
      `a matrix of ${size} places is too large (at most ${matrixPlacesMax}); split the problem by area`,
      '矩阵过大，请按片区拆分',
    )
  const weights = weightsOf(file)
  if (!weights.ok) return weights
  const distance = new Int32Array(size * size)
  let at = 0
  for (let row = 0; row < size; row++) {
    const { from, to } = shape(row, size)
    for (let column = from; column < to; column++, at++) {
      const value = Math.round(weights.value[at] ?? Number.NaN)
      distance[row * size + column] = value
      if (format !== 'FULL_MATRIX') distance[column * size + row] = value
    }
  }
  if (at !== weights.value.length)
    return wrongInput(
      'wrong-table',
      'EDGE_WEIGHT_SECTION',
      `${format} of ${size} places has ${at} numbers; here are ${weights.value.length}`,
      `距离矩阵应有 ${at} 个数，实有 ${weights.value.length} 个`,
    )
  const locations = Array.from({ length: size }, () => null)
  return accept({ travel: { kind: 'matrix', distance, time: distance }, scale: 1, distances: 'file', locations })
}

/** EUC_2D to the nearest whole number, CEIL_2D up, EXACT_2D by ten-thousandths; or as asked. */
const planes: Record<string, { scale: number; rounding: 'nearest' | 'down' | 'up' }> = {
  EUC_2D: { scale: 1, rounding: 'nearest' },
  CEIL_2D: { scale: 1, rounding: 'up' },
  FLOOR_2D: { scale: 1, rounding: 'down' },
  EXACT_2D: { scale: exactScale, rounding: 'nearest' },
}
const asked: Record<Exclude<DistanceRule, 'file'>, { scale: number; rounding: 'nearest' | 'down' | 'up' }> = {
  nearest: { scale: 1, rounding: 'nearest' },
  'truncate-1': { scale: 10, rounding: 'down' },
  exact: { scale: exactScale, rounding: 'nearest' },
}

/** A plane by the file's custom unless another rule is asked for; refuses coordinates whose distances would not fit. */
export function planeTravel(
  points: readonly (readonly number[])[],
  custom: { scale: number; rounding: 'nearest' | 'down' | 'up' },
  rule: DistanceRule,
): Result<ReadTravel> {
  const { scale, rounding } = rule === 'file' ? custom : asked[rule]
  const x = Float64Array.from(points, point => point[0] ?? 0)
  const y = Float64Array.from(points, point => point[1] ?? 0)
  const far = points.findIndex(point => point.some(value => Math.abs(value) * scale * 4 > lengthMax))
  if (far >= 0)
    return wrongInput('too-far-apart', `node ${far + 1}`, 'its coordinates are too large; distances must stay below 2³¹', '坐标过大')
  const locations = points.map(point => [point[0] ?? 0, point[1] ?? 0] as const)
  return accept({
    travel: { kind: 'plane', x, y, scale, rounding },
    scale,
    distances: `straight line × ${scale}, rounded ${rounding}`,
    locations,
  })
}

/** Distances of a VRPLIB file: its matrix, or straight lines between its coordinates. */
export function vrplibTravel(file: Vrplib, size: number, rule: DistanceRule): Result<ReadTravel> {
  const type = file.head.get('EDGE_WEIGHT_TYPE')?.value ?? 'EUC_2D'
  if (type === 'EXPLICIT') return explicitTravel(file, size)
  const custom = planes[type]
  if (!custom)
    return wrongInput(
      'unknown-format',
      'EDGE_WEIGHT_TYPE',
      `'${type}' is not read; use EXPLICIT or ${Object.keys(planes).join(', ')}`,
      `不支持的 EDGE_WEIGHT_TYPE：${type}`,
    )
  const section = file.sections.get('NODE_COORD_SECTION')
  if (!section)
    return wrongInput(
      'section-missing',
      'NODE_COORD_SECTION',
      'the file has no coordinates; add NODE_COORD_SECTION',
      '缺少 NODE_COORD_SECTION',
    )
  const points = valuesByNode(section, size, 2)
  return points.ok ? planeTravel(points.value, custom, rule) : points
}
