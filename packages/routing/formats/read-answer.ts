import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { z } from 'zod'
import type { Route, RoutingSolution, VehicleType } from '../problem.ts'
import { firstIssue } from './first-issue.ts'
import type { BreakLabel, ReadProblem } from './read-problem.ts'
import { jsonOf, textOf } from './text-of.ts'
import { wrongInput } from './wrong-input.ts'

const Step = z.object({
  type: z.enum(['start', 'job', 'pickup', 'delivery', 'break', 'end']),
  id: z.number().optional(),
  arrival: z.number().optional(),
  waiting_time: z.number().optional(),
  location_index: z.number().optional(),
})
const Answer = z.object({
  summary: z.object({ cost: z.number().optional() }).optional(),
  unassigned: z.array(z.object({ id: z.number(), type: z.enum(['job', 'pickup', 'delivery']).default('job') })).default([]),
  routes: z.array(z.object({ vehicle: z.number(), cost: z.number().optional(), steps: z.array(Step) })),
})
export type AnswerStep = z.infer<typeof Step>

/** A plan as a file tells it, in the problem's own terms, with what the file claims. */
export type ReadAnswer = {
  solution: RoutingSolution
  pauses: readonly (readonly (readonly BreakLabel[])[])[]
  claims: { cost: number | null; vehicles: readonly number[]; steps: readonly (readonly AnswerStep[])[] }
}

const keyOf = (type: string, id: number): string => `${type} ${id}`

function typeOfVehicle(read: ReadProblem, id: number, route: number): Result<number> {
  const named = read.vehicles.findIndex(({ ids }) => ids?.includes(id))
  if (named >= 0) return accept(named)
  const unnamed = read.vehicles.findIndex(({ ids }) => ids === null)
  return unnamed >= 0
    ? accept(unnamed)
    : wrongInput('unknown-vehicle', `routes[${route}].vehicle`, `vehicle ${id} is not in the problem`, `问题中没有车辆 ${id}`)
}

/** When the vehicle leaves: as its first step says, or as early as its shift allows. */
function departureOf(read: ReadProblem, steps: readonly AnswerStep[], vehicle: VehicleType): number {
  const first = steps[0]
  const said = first?.arrival
  if (said === undefined) return vehicle.shift?.start ?? 0
  return Math.round(said * read.units.time)
}

/** Reads a plan in VROOM's solution format against its problem. Types of vehicles whose number is free take any number. */
export function readAnswer(bytes: Uint8Array, read: ReadProblem): Result<ReadAnswer> {
  const text = textOf(bytes, 'solution')
  if (!text.ok) return text
  const document = jsonOf(text.value, 'solution')
  if (!document.ok) return document
  const parsed = Answer.safeParse(document.value)
  if (!parsed.success) return firstIssue(parsed.error)
  const stopAt = new Map(read.stops.map(({ type, id }, index) => [keyOf(type, id), index]))
  const anyType = new Map(read.format === 'vroom' ? [] : read.stops.map(({ id }, index) => [id, index]))
  const find = (type: string, id: number | undefined): number | undefined =>
    id === undefined ? undefined : (stopAt.get(keyOf(type, id)) ?? anyType.get(id))
  const routes: Route[] = []
  const pauses: BreakLabel[][][] = []
  for (const [index, { vehicle: id, steps }] of parsed.data.routes.entries()) {
    const type = typeOfVehicle(read, id, index)
    if (!type.ok) return type
    const visits: Route['visits'][number][] = []
    const before: BreakLabel[][] = [[]]
    for (const [at, step] of steps.entries()) {
      const where = `routes[${index}].steps[${at}]`
      if (step.type === 'start' || step.type === 'end') continue
      if (step.type === 'break') {
        const pause = read.vehicles[type.value]?.breaks.find(label => label.id === step.id)
        if (!pause)
          return wrongInput('unknown-break', where, `break ${step.id} is not one of vehicle ${id}`, `车辆 ${id} 没有休息 ${step.id}`)
        before.at(-1)?.push(pause)
        continue
      }
      const stop = find(step.type, step.id)
      if (stop === undefined)
        return wrongInput('unknown-stop', where, `${step.type} ${step.id} is not in the problem`, `问题中没有 ${step.type} ${step.id}`)
      visits.push({ kind: 'stop', stop })
      before.push([])
    }
    routes.push({ vehicle: type.value, departure: departureOf(read, steps, read.problem.vehicles[type.value] as VehicleType), visits })
    pauses.push(before)
  }
  const unserved: number[] = []
  for (const [index, { type, id }] of parsed.data.unassigned.entries()) {
    const stop = find(type, id)
    if (stop === undefined)
      return wrongInput('unknown-stop', `unassigned[${index}]`, `${type} ${id} is not in the problem`, `问题中没有 ${type} ${id}`)
    unserved.push(stop)
  }
  const { summary, routes: given } = parsed.data
  const claims = { cost: summary?.cost ?? null, vehicles: given.map(({ vehicle }) => vehicle), steps: given.map(({ steps }) => steps) }
  return accept({ solution: { routes, unserved, cost: 0 }, pauses, claims })
}
