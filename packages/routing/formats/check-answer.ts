import { checkSolution } from '../check/check-solution.ts'
import type { Fault, Verdict } from '../check/check-solution.ts'
import { driveRoute, earliestBegin } from '../check/drive-route.ts'
import type { DrivenRoute } from '../check/drive-route.ts'
import { routeFaults } from '../check/route-faults.ts'
import type { VehicleType } from '../problem.ts'
import type { ReadAnswer } from './read-answer.ts'
import type { ReadProblem } from './read-problem.ts'

export type AnswerFault = Omit<Fault, 'code'> & { code: Fault['code'] | 'vehicle-twice' | 'break-missing' | 'break-late' | 'wrong-arrival' }

export type AnswerVerdict = {
  feasible: boolean
  faults: readonly AnswerFault[]
  /** In the file's unit, without the price of "vehicles first". */
  cost: number
  distance: number
  travelTime: number
  vehicles: number
  unassigned: number
  verdict: Verdict
}

function vehicleFaults({ claims }: ReadAnswer): AnswerFault[] {
  return claims.vehicles.flatMap((id, route): AnswerFault[] =>
    claims.vehicles.indexOf(id) < route ? [{ code: 'vehicle-twice', what: `vehicle ${id} drives two routes`, route }] : [],
  )
}

function breakFaults(read: ReadProblem, answer: ReadAnswer, route: number, driven: DrivenRoute): AnswerFault[] {
  const asked = read.vehicles[answer.solution.routes[route]?.vehicle ?? -1]?.breaks ?? []
  return asked.flatMap((pause): AnswerFault[] => {
    const taken = driven.steps.filter(step => step.kind === 'break' && step.stop === pause.id)
    if (taken.length !== 1) return [{ code: 'break-missing', what: `break ${pause.id} is taken ${taken.length} times`, route }]
    return earliestBegin(pause.windows, taken[0]?.arrival ?? 0) === null
      ? [{ code: 'break-late', what: `break ${pause.id} begins after its last window`, route }]
      : []
  })
}

/** Claimed arrivals: none may be before the vehicle can be there. Arriving later is the plan's own choice, seen by its windows. */
function arrivalFaults(read: ReadProblem, answer: ReadAnswer, route: number, driven: DrivenRoute): AnswerFault[] {
  const claimed = answer.claims.steps[route] ?? []
  const steps = driven.steps.filter(({ kind }) => kind !== 'start' && kind !== 'end')
  return claimed
    .filter(({ type }) => type !== 'start' && type !== 'end')
    .flatMap(({ type, id, arrival }, index): AnswerFault[] => {
      const earliest = (steps[index]?.arrival ?? 0) / read.units.time
      if (arrival === undefined || arrival >= earliest - 1) return []
      return [
        {
          code: 'wrong-arrival',
          what: `${type} ${id} is told to be reached at ${arrival}; the vehicle is there at ${earliest} at the earliest`,
          route,
        },
      ]
    })
}

function costFault(read: ReadProblem, answer: ReadAnswer, cost: number): AnswerFault[] {
  const { cost: claimed } = answer.claims
  const slack = read.format === 'vroom' ? 1 + answer.solution.routes.length : 1e-4 * Math.max(1, Math.abs(cost))
  return claimed === null || Math.abs(claimed - cost) <= slack
    ? []
    : [{ code: 'wrong-cost', what: `the plan says it costs ${claimed}; it costs ${cost}` }]
}

/** Judges a plan in VROOM's solution format: the plan itself, each vehicle once, breaks, and what the file claims. */
export function checkAnswer(read: ReadProblem, answer: ReadAnswer): AnswerVerdict {
  const { problem, units, vehiclesFirst } = read
  const verdict = checkSolution(problem, answer.solution, { declared: false })
  const withoutTime = verdict.faults.filter(
    ({ code, route }) => !(timed.has(code) && (read.vehicles[answer.solution.routes[route ?? -1]?.vehicle ?? -1]?.breaks.length ?? 0) > 0),
  )
  const used = answer.solution.routes.filter(({ visits }) => visits.length > 0).length
  const cost = (verdict.drivingCost - vehiclesFirst * used) / units.cost
  const perRoute = answer.solution.routes.flatMap((route, index): AnswerFault[] => {
    const vehicle = problem.vehicles[route.vehicle] as VehicleType
    const driven = driveRoute(problem, route, vehicle, answer.pauses[index] ?? [])
    const hasBreaks = (read.vehicles[route.vehicle]?.breaks.length ?? 0) > 0
    const late = hasBreaks ? routeFaults(problem, route, driven).filter(({ code }) => timed.has(code)) : []
    return [
      ...late.map(fault => ({ ...fault, route: index })),
      ...breakFaults(read, answer, index, driven),
      ...arrivalFaults(read, answer, index, driven),
    ]
  })
  const faults: AnswerFault[] = [...withoutTime, ...vehicleFaults(answer), ...perRoute, ...costFault(read, answer, cost)]
  return {
    feasible: faults.length === 0,
    faults,
    cost: Math.round(cost * 1e6) / 1e6,
    distance: verdict.distance / units.distance,
    travelTime: verdict.travelTime / units.time,
    vehicles: used,
    unassigned: answer.solution.unserved.length,
    verdict,
  }
}

/** Faults that breaks shift: judged anew with the breaks in place. */
const timed = new Set<string>(['late', 'shift-too-late', 'too-long'])
