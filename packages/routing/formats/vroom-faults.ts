import type { Refusal } from '@jincun/kernel'
import type { VroomFile } from './vroom-schema.ts'
import { wrongInput } from './wrong-input.ts'

type Fault = { ok: false; reason: Refusal } | null
type Amount = { where: string; amounts: readonly number[] | undefined }

function amountsOf(file: VroomFile): Amount[] {
  return [
    ...file.vehicles.map(({ capacity }, index) => ({ where: `vehicles[${index}].capacity`, amounts: capacity })),
    ...file.jobs.flatMap(({ delivery, pickup }, index) => [
      { where: `jobs[${index}].delivery`, amounts: delivery },
      { where: `jobs[${index}].pickup`, amounts: pickup },
    ]),
    ...file.shipments.map(({ amount }, index) => ({ where: `shipments[${index}].amount`, amounts: amount })),
  ]
}

/** Load dimensions: the length of the first capacity or amount that is given. */
export const loadSize = (file: VroomFile): number => amountsOf(file).find(({ amounts }) => amounts !== undefined)?.amounts?.length ?? 0

function lengthFault(file: VroomFile, loads: number): Fault {
  const wrong = amountsOf(file).find(({ amounts }) => amounts !== undefined && amounts.length !== loads)
  return wrong
    ? wrongInput(
        'wrong-amounts',
        wrong.where,
        `has ${wrong.amounts?.length} values, elsewhere there are ${loads}; give one value per dimension everywhere`,
        `此处有 ${wrong.amounts?.length} 个维度，别处为 ${loads} 个`,
      )
    : null
}

/** Ids are unique among jobs, pickups, deliveries and vehicles each. */
function idFault(file: VroomFile): Fault {
  const groups: [string, { id: number; where: string }[]][] = [
    ['jobs', file.jobs.map(({ id }, index) => ({ id, where: `jobs[${index}].id` }))],
    ['pickups', file.shipments.map(({ pickup }, index) => ({ id: pickup.id, where: `shipments[${index}].pickup.id` }))],
    ['deliveries', file.shipments.map(({ delivery }, index) => ({ id: delivery.id, where: `shipments[${index}].delivery.id` }))],
    ['vehicles', file.vehicles.map(({ id }, index) => ({ id, where: `vehicles[${index}].id` }))],
  ]
  for (const [name, entries] of groups) {
    const known = new Set<number>()
    for (const { id, where } of entries) {
      if (known.has(id)) return wrongInput('duplicate-id', where, `id ${id} is used twice among ${name}; ids are unique`, `编号 ${id} 重复`)
      known.add(id)
    }
  }
  return null
}

/** Every single load exceeds every vehicle: a slip of units rather than a problem. One that is too heavy is left out with its reason. */
function capacityFault(file: VroomFile, loads: number): Fault {
  const asked = [
    ...file.jobs.flatMap(({ delivery, pickup }) => [delivery ?? [], pickup ?? []]),
    ...file.shipments.map(({ amount }) => amount ?? []),
  ]
  const heavy = asked.filter(amounts => amounts.some(amount => amount > 0))
  if (heavy.length === 0) return null
  for (let dimension = 0; dimension < loads; dimension++) {
    const most = Math.max(...file.vehicles.map(({ capacity }) => capacity?.[dimension] ?? 0))
    const least = heavy.reduce((so, amounts) => Math.min(so, amounts[dimension] ?? 0), Infinity)
    if (least > most)
      return wrongInput(
        'over-capacity',
        `vehicles[0].capacity[${dimension}]`,
        `the largest vehicle holds ${most}, the smallest load is ${least}; check the units`,
        `最大车辆容量 ${most} 小于最小货量 ${least}，请检查单位`,
      )
  }
  return null
}

function windowFault(file: VroomFile): Fault {
  const lists = [
    ...file.jobs.map(({ time_windows: windows }, index) => ({ where: `jobs[${index}]`, windows })),
    ...file.shipments.flatMap(({ pickup, delivery }, index) => [
      { where: `shipments[${index}].pickup`, windows: pickup.time_windows },
      { where: `shipments[${index}].delivery`, windows: delivery.time_windows },
    ]),
  ]
  for (const { where, windows = [] } of lists) {
    const sorted = [...windows].sort(([one], [other]) => one - other)
    const at = sorted.findIndex(([start], index) => index > 0 && start <= (sorted[index - 1]?.[1] ?? -1))
    if (at >= 0) return wrongInput('wrong-window', `${where}.time_windows`, 'two windows overlap; join them', '时间窗重叠，请合并')
  }
  return null
}

function unsupported(file: VroomFile): Fault {
  const paid = file.vehicles.findIndex(({ costs }) => costs.per_task_hour > 0)
  if (paid >= 0)
    return wrongInput(
      'not-supported',
      `vehicles[${paid}].costs.per_task_hour`,
      'paid service time is not planned for; leave it out',
      '暂不支持按作业时间计费',
    )
  const loaded = file.vehicles
    .flatMap(({ breaks }, vehicle) =>
      breaks.map(({ max_load: most }, index) => ({ where: `vehicles[${vehicle}].breaks[${index}].max_load`, most })),
    )
    .find(({ most }) => most)
  if (loaded)
    return wrongInput(
      'not-supported',
      loaded.where,
      'a load limit during breaks is not planned for; leave it out',
      '暂不支持休息期间的载重限制',
    )
  const limited = Object.entries(file.matrices ?? {}).find(
    ([profile, { costs }]) => costs && file.vehicles.some(vehicle => vehicle.profile === profile && vehicle.max_distance !== undefined),
  )
  return limited
    ? wrongInput(
        'not-supported',
        `matrices.${limited[0]}.costs`,
        'a matrix of costs cannot be used together with max_distance; drop one',
        'costs 矩阵不能与 max_distance 同用',
      )
    : null
}

/** What the shape alone does not show. */
export function vroomFaults(file: VroomFile, loads: number): Fault {
  if (file.jobs.length + file.shipments.length === 0)
    return wrongInput('nothing-to-do', 'jobs', 'there is neither a job nor a shipment', '没有任何任务')
  return lengthFault(file, loads) ?? idFault(file) ?? capacityFault(file, loads) ?? windowFault(file) ?? unsupported(file)
}
