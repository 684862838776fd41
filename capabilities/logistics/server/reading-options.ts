import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { defaultReading } from '@jincun/routing/formats'
import type { ReadingOptions } from '@jincun/routing/formats'
import { numberOption, wordOption } from './number-option.ts'

/** Options of every command that reads a routing problem. */
export const readingFlags = {
  distances: { type: 'string' },
  objective: { type: 'string' },
  fleet: { type: 'string' },
  terrain: { type: 'string' },
  speed: { type: 'string' },
} as const

export const readingUsage =
  '[--distances file|nearest|truncate-1|exact] [--objective file|distance|vehicles-first] [--fleet free|file] [--terrain 1.4] [--speed 40]'

/** How the file is to be read, as told on the command line. */
export function readingOptions(values: Readonly<Record<string, string | boolean | undefined>>): Result<ReadingOptions> {
  const distances = wordOption(values, 'distances', ['file', 'nearest', 'truncate-1', 'exact'])
  const objective = wordOption(values, 'objective', ['file', 'distance', 'vehicles-first'])
  const fleet = wordOption(values, 'fleet', ['free', 'file'])
  const terrain = numberOption(values, 'terrain', defaultReading.terrainFactor, { min: 1, max: 5 })
  const speed = numberOption(values, 'speed', defaultReading.kilometresPerHour, { min: 1, max: 150 })
  if (!distances.ok) return distances
  if (!objective.ok) return objective
  if (!fleet.ok) return fleet
  if (!terrain.ok) return terrain
  if (!speed.ok) return speed
  return accept({
    distances: distances.value,
    objective: objective.value,
    fleet: fleet.value,
    terrainFactor: terrain.value,
    kilometresPerHour: speed.value,
  })
}
