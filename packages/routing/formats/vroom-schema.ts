import { z } from 'zod'
import { lengthMax } from './read-problem.ts'

/*
 * VROOM's problem format, docs/API.md of VROOM 1.14. Fields VROOM does not know are let through as it does; values of the
 * wrong kind are refused at their place.
 */
const natural = z
  .number('should be a whole number from 0 / 应为不小于 0 的整数')
  .int('should be a whole number / 应为整数')
  .min(0, 'should not be below 0 / 不能为负数')
  .max(lengthMax, 'is too large (at most 2³¹ − 1) / 数值过大')
const id = z
  .number('should be a whole number from 0 / 应为不小于 0 的整数')
  .int('should be a whole number / 应为整数')
  .min(0, 'should not be below 0 / 不能为负数')
const amounts = z.array(natural)
const location = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .refine(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat), 'should be [longitude, latitude] / 应为 [经度, 纬度]')
const window = z.tuple([natural, natural]).refine(([start, end]) => start <= end, 'closes before it opens / 结束时间早于开始时间')
const skills = z.array(natural)

const where = { location: location.optional(), location_index: natural.optional() }
const perType = z.never('is not planned for; give one time for all types of vehicle / 暂不支持按车型区分时间').optional()
const when = {
  setup_per_type: perType,
  service_per_type: perType,
  setup: natural.default(0),
  service: natural.default(0),
  time_windows: z.array(window).min(1, 'should not be empty; leave it out for any time / 不能为空数组').optional(),
}
const about = { id, description: z.string().optional() }

/** `amount` is what older clients write for a delivery. */
export const VroomJob = z
  .object({
    ...about,
    ...where,
    ...when,
    amount: amounts.optional(),
    delivery: amounts.optional(),
    pickup: amounts.optional(),
    skills: skills.default([]),
    priority: natural.max(100, 'should be from 0 to 100 / 应在 0–100 之间').default(0),
  })
  .transform(({ amount, ...job }) => ({ ...job, delivery: job.delivery ?? (job.pickup === undefined ? amount : undefined) }))
const VroomShipmentStep = z.object({ ...about, ...where, ...when })
export const VroomShipment = z.object({
  amount: amounts.optional(),
  skills: skills.default([]),
  priority: natural.max(100, 'should be from 0 to 100 / 应在 0–100 之间').default(0),
  pickup: VroomShipmentStep,
  delivery: VroomShipmentStep,
})
const VroomBreak = z.object({
  ...about,
  time_windows: z.array(window).default([]),
  service: natural.default(0),
  max_load: amounts.optional(),
})
const costs = z.object({
  fixed: natural.default(0),
  per_hour: natural.default(3600),
  per_km: natural.default(0),
  per_task_hour: natural.default(0),
})

export const VroomVehicle = z.object({
  ...about,
  profile: z.string().default('car'),
  start: location.optional(),
  start_index: natural.optional(),
  end: location.optional(),
  end_index: natural.optional(),
  capacity: amounts.optional(),
  costs: costs.default({ fixed: 0, per_hour: 3600, per_km: 0, per_task_hour: 0 }),
  skills: skills.default([]),
  time_window: window.optional(),
  breaks: z.array(VroomBreak).default([]),
  speed_factor: z.number().min(0.01).max(5, 'should be above 0 and at most 5 / 应大于 0 且不超过 5').default(1),
  max_tasks: natural.optional(),
  max_travel_time: natural.optional(),
  max_distance: natural.optional(),
})

/** Entries are looked at when they are packed: a null is an unreachable place and gets its own sentence. */
const matrix = z.array(z.array(z.number().nullable()))
const matrices = z.record(z.string(), z.object({ durations: matrix.optional(), distances: matrix.optional(), costs: matrix.optional() }))

export const VroomFile = z.object({
  jobs: z.array(VroomJob).default([]),
  shipments: z.array(VroomShipment).default([]),
  vehicles: z.array(VroomVehicle).min(1, 'needs at least one vehicle / 至少要有一辆车'),
  matrices: matrices.optional(),
  matrix: matrix.optional(),
})
export type VroomFile = z.infer<typeof VroomFile>
export type VroomJob = z.infer<typeof VroomJob>
export type VroomVehicle = z.infer<typeof VroomVehicle>
export type VroomShipmentStep = z.infer<typeof VroomShipmentStep>
