import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Pair, RoutingProblem, Stop, VehicleType } from '../problem.ts'
import { firstIssue } from './first-issue.ts'
import { stopsMax } from './read-problem.ts'
import type { ReadingOptions, ReadProblem, StopLabel, VehicleLabel } from './read-problem.ts'
import { loadSize, vroomFaults } from './vroom-faults.ts'
import { guessedMatrices, profilesOf, travelOf, VroomPlaces } from './vroom-places.ts'
import type { ProfileMatrices } from './vroom-places.ts'
import { prizesOf } from './vroom-prizes.ts'
import { VroomFile } from './vroom-schema.ts'
import type { VroomShipmentStep, VroomVehicle } from './vroom-schema.ts'
import { wrongInput } from './wrong-input.ts'

/** One unit of VROOM's money in ours: a rate per hour is 5 a second, a rate per kilometre 18 a metre, both whole. */
export const vroomCostUnit = 18_000
const [perHour, perKilometre] = [vroomCostUnit / 3_600, vroomCostUnit / 1_000]

const padded = (amounts: readonly number[] | undefined, size: number): number[] =>
  Array.from({ length: size }, (_, index) => amounts?.[index] ?? 0)

type Task = VroomShipmentStep & {
  type: StopLabel['type']
  where: string
  priority: number
  skills: readonly number[]
  delivery: number[]
  pickup: number[]
}

function tasksOf(file: VroomFile, loads: number): { tasks: Task[]; pairs: Pair[] } {
  const none = padded([], loads)
  const jobs = file.jobs.map(
    (job, index): Task => ({
      ...job,
      type: 'job',
      where: `jobs[${index}]`,
      delivery: padded(job.delivery, loads),
      pickup: padded(job.pickup, loads),
    }),
  )
  const halves = file.shipments.flatMap(({ pickup, delivery, skills, priority }, index): Task[] => {
    const common = { skills, priority, delivery: none }
    return [
      { ...pickup, ...common, type: 'pickup', where: `shipments[${index}].pickup`, pickup: none },
      { ...delivery, ...common, type: 'delivery', where: `shipments[${index}].delivery`, pickup: none },
    ]
  })
  const pairs = file.shipments.map(({ amount }, index) => ({
    pickup: jobs.length + 2 * index,
    delivery: jobs.length + 2 * index + 1,
    load: padded(amount, loads),
  }))
  return { tasks: [...jobs, ...halves], pairs }
}

/** Setup is counted with service: VROOM saves it between tasks at one place, which the answer's schedule does too. */
const stopOf = (task: Task, place: number): Stop => ({
  id: `${task.type} ${task.id}`,
  place,
  delivery: task.delivery,
  pickup: task.pickup,
  service: task.setup + task.service,
  windows: (task.time_windows ?? []).map(([start, end]) => ({ start, end })).sort((one, other) => one.start - other.start),
  prize: null,
  skills: task.skills,
})

const labelOf = (task: Task): StopLabel => ({
  type: task.type,
  id: task.id,
  ...(task.description === undefined ? {} : { description: task.description }),
  setup: task.setup,
  priority: task.priority,
  ...(task.location_index === undefined ? {} : { locationIndex: task.location_index }),
})

function endsOf(vehicle: VroomVehicle, places: VroomPlaces, where: string): Result<{ start: number | null; end: number | null }> {
  const hasStart = vehicle.start !== undefined || vehicle.start_index !== undefined
  const hasEnd = vehicle.end !== undefined || vehicle.end_index !== undefined
  if (!hasStart && !hasEnd) return wrongInput('no-location', where, 'needs a start or an end', '车辆须有起点或终点')
  const start = hasStart ? places.find({ location: vehicle.start, location_index: vehicle.start_index }, `${where}.start`) : accept(null)
  const end = hasEnd ? places.find({ location: vehicle.end, location_index: vehicle.end_index }, `${where}.end`) : accept(null)
  if (!start.ok) return start
  return end.ok ? accept({ start: start.value, end: end.value }) : end
}

const typeOf = (
  vehicle: VroomVehicle,
  ends: { start: number | null; end: number | null },
  loads: number,
  byCosts: boolean,
): Omit<VehicleType, 'travel'> => ({
  id: String(vehicle.id),
  count: 1,
  capacity: Array.from({ length: loads }, (_, index) => vehicle.capacity?.[index] ?? 0),
  fixedCost: vehicle.costs.fixed * vroomCostUnit,
  costPerDistance: byCosts ? vroomCostUnit : vehicle.costs.per_km * perKilometre,
  costPerTime: byCosts ? 0 : vehicle.costs.per_hour * perHour,
  ...ends,
  shift: vehicle.time_window ? { start: vehicle.time_window[0], end: vehicle.time_window[1] } : null,
  skills: vehicle.skills,
  maxDistance: vehicle.max_distance ?? null,
  maxDuration: null,
  maxTravelTime: vehicle.max_travel_time ?? null,
  maxStops: vehicle.max_tasks ?? null,
  reloading: null,
})

type Profiles = Map<string, ProfileMatrices>

/** The matrices the file gives, or guessed ones once every place is known. */
function finishProfiles(file: VroomFile, given: Profiles | null, places: VroomPlaces, options: ReadingOptions): Result<Profiles> {
  if (given) return accept(given)
  const guessed = guessedMatrices(places.locations, options)
  return guessed.ok ? accept(new Map(file.vehicles.map(({ profile }) => [profile, guessed.value]))) : guessed
}

/** Vehicles that differ in nothing but their number are one type; breaks keep a vehicle by itself. */
function fleetOf(file: VroomFile, ends: readonly { start: number | null; end: number | null }[], profiles: Profiles, loads: number) {
  const travel: RoutingProblem['travel'][number][] = []
  const travelAt = new Map<string, number>()
  const types = new Map<string, { type: VehicleType; members: VroomVehicle[] }>()
  for (const [index, vehicle] of file.vehicles.entries()) {
    const matrices = profiles.get(vehicle.profile)
    if (!matrices)
      return wrongInput(
        'no-matrix',
        `vehicles[${index}].profile`,
        `'${vehicle.profile}' has no matrix; add matrices.${vehicle.profile}`,
        `缺少 profile “${vehicle.profile}”的矩阵`,
      )
    const key = `${vehicle.profile}|${vehicle.speed_factor}`
    if (!travelAt.has(key)) travel.push(travelOf(matrices, vehicle.speed_factor))
    if (!travelAt.has(key)) travelAt.set(key, travel.length - 1)
    const type = {
      ...typeOf(vehicle, ends[index] ?? { start: null, end: null }, loads, matrices.costs !== null),
      travel: travelAt.get(key) ?? 0,
    }
    const alike = JSON.stringify([{ ...type, id: '' }, vehicle.breaks.length > 0 ? vehicle.id : null])
    const group = types.get(alike)
    if (group) group.members.push(vehicle)
    else types.set(alike, { type, members: [vehicle] })
  }
  return accept({ travel, types: [...types.values()] })
}

/** Counted before anything else is looked at: a million stops must not cost a minute to refuse. */
function tooMany(document: unknown) {
  for (const key of ['jobs', 'shipments'] as const) {
    const list = typeof document === 'object' && document !== null && key in document ? (document as Record<string, unknown>)[key] : []
    const length = Array.isArray(list) ? list.length : 0
    if (length > stopsMax)
      return wrongInput(
        'too-many-stops',
        key,
        `${length} are too many (at most ${stopsMax}); split the problem by area`,
        `任务过多（${length}），请按片区拆分`,
      )
  }
  return null
}

const labelsOf = (members: readonly VroomVehicle[]): VehicleLabel => {
  const [first] = members
  const breaks = (first?.breaks ?? []).map(({ id, service, time_windows: windows, description }) => ({
    id,
    service,
    windows: windows.map(([start, end]) => ({ start, end })),
    ...(description === undefined ? {} : { description }),
  }))
  return { ids: members.map(({ id }) => id), ...(first?.description === undefined ? {} : { description: first.description }), breaks }
}

type Ends = { start: number | null; end: number | null }

/** The place of every task and of every vehicle's ends. */
function placed(file: VroomFile, tasks: readonly Task[], places: VroomPlaces): Result<{ stops: Stop[]; ends: Ends[] }> {
  const stops: Stop[] = []
  for (const task of tasks) {
    const place = places.find(task, task.where)
    if (!place.ok) return place
    stops.push(stopOf(task, place.value))
  }
  const ends: Ends[] = []
  for (const [index, vehicle] of file.vehicles.entries()) {
    const found = endsOf(vehicle, places, `vehicles[${index}]`)
    if (!found.ok) return found
    ends.push(found.value)
  }
  return accept({ stops, ends })
}

/** The file in its own terms, or the first thing wrong with it. */
function vroomFile(document: unknown): Result<{ file: VroomFile; loads: number }> {
  const crowd = tooMany(document)
  if (crowd) return crowd
  const parsed = VroomFile.safeParse(document)
  if (!parsed.success) return firstIssue(parsed.error)
  const loads = loadSize(parsed.data)
  return vroomFaults(parsed.data, loads) ?? accept({ file: parsed.data, loads })
}

/** Reads VROOM's problem format. Every task may be left out, the more important first kept; see `prizesOf`. */
export function readVroom(document: unknown, options: ReadingOptions): Result<ReadProblem> {
  const read = vroomFile(document)
  if (!read.ok) return read
  const { file, loads } = read.value
  const given = profilesOf(file)
  if (!given.ok) return given
  const places = new VroomPlaces(given.value?.size ?? null)
  const { tasks, pairs } = tasksOf(file, loads)
  const found = placed(file, tasks, places)
  if (!found.ok) return found
  const profiles = finishProfiles(file, given.value?.profiles ?? null, places, options)
  if (!profiles.ok) return profiles
  const fleet = fleetOf(file, found.value.ends, profiles.value, loads)
  if (!fleet.ok) return fleet
  const { travel, types } = fleet.value
  const vehicles = types.map(({ type, members }) => ({ ...type, count: members.length }))
  const names = Array.from({ length: loads }, (_, index) => `load ${index + 1}`)
  const problem = { loads: names, places: places.locations.length, travel, stops: found.value.stops, pairs, vehicles }
  const priorities = tasks.map(({ priority }) => priority)
  return accept({
    format: 'vroom',
    problem: { ...problem, stops: prizesOf(problem, priorities) },
    stops: tasks.map(labelOf),
    vehicles: types.map(({ members }) => labelsOf(members)),
    locations: places.locations,
    units: { cost: vroomCostUnit, distance: 1, time: 1, load: 1 },
    vehiclesFirst: 0,
    hasDistances: [...profiles.value.values()].every(({ distances, costs }) => distances !== null && costs === null),
    distances: given.value ? 'file' : `great circle × ${options.terrainFactor} at ${options.kilometresPerHour} km/h`,
  })
}
