import type { DemoPartner, VillageDemand } from './demo-demand.ts'
import { guessedLeg } from './network.ts'
import type { Network } from './network.ts'

/** What a van costs and can do; assumptions of the study, told with its answer. Money in 分. */
export type VanAssumptions = {
  fixedFen: number
  fenPerKilometre: number
  fenPerHour: number
  kilograms: number
  parcels: number
  shiftHours: number
  kilometresPerHour: number
  terrainFactor: number
  minutesPerStop: number
  secondsPerParcel: number
}

export const demoVan: VanAssumptions = {
  fixedFen: 15_000,
  fenPerKilometre: 120,
  fenPerHour: 2_500,
  kilograms: 1_000,
  parcels: 500,
  shiftHours: 12,
  kilometresPerHour: 45,
  terrainFactor: 1.4,
  minutesPerStop: 4,
  secondsPerParcel: 5,
}

type Document = Record<string, unknown>

const vansMax = 60

/** Guessed metres and seconds between hub and villages, in this order. */
function matricesOf({ hub, villages }: Network, van: VanAssumptions): { distances: number[][]; durations: number[][] } {
  const nodes = [hub, ...villages]
  const distances = nodes.map(from => nodes.map(to => guessedLeg(from, to, van.terrainFactor).metres))
  const durations = distances.map(row => row.map(metres => Math.round((metres * 3.6) / van.kilometresPerHour)))
  return { distances, durations }
}

/**
 * The day as a sharing file: every partner's stops at the villages it serves, parcels down and up at once, vans from the
 * hub for whoever drives. Each coalition plans its own stops with the same vans, so what pooling saves is routes alone;
 * sorting, stations and labour in them are left out.
 */
export function poolingDocument(
  network: Network,
  partners: readonly DemoPartner[],
  demand: readonly VillageDemand[],
  van: VanAssumptions,
): Document {
  const index = new Map(network.villages.map(({ code }, village) => [code, village + 1]))
  const names = new Map(network.villages.map(({ code, name }) => [code, name]))
  const jobs = demand.map(({ partner, villageCode, parcelsDown, parcelsUp, kilogramsDown, kilogramsUp }, id) => ({
    id: id + 1,
    partner,
    description: names.get(villageCode) ?? villageCode,
    location_index: index.get(villageCode) ?? 0,
    service: 60 * van.minutesPerStop + van.secondsPerParcel * (parcelsDown + parcelsUp),
    delivery: [kilogramsDown, parcelsDown],
    pickup: [kilogramsUp, parcelsUp],
  }))
  const vehicles = Array.from({ length: vansMax }, (_, id) => ({
    id: id + 1,
    start_index: 0,
    end_index: 0,
    capacity: [van.kilograms, van.parcels],
    costs: { fixed: van.fixedFen, per_km: van.fenPerKilometre, per_hour: van.fenPerHour },
    time_window: [0, 3_600 * van.shiftHours],
  }))
  const parcels = (partner: string): number =>
    demand.filter(each => each.partner === partner).reduce((sum, each) => sum + each.parcelsDown + each.parcelsUp, 0)
  return {
    partners: partners.map(({ id }) => id),
    problem: { vehicles, jobs, matrices: { car: matricesOf(network, van) } },
    measures: { parcels: Object.fromEntries(partners.map(({ id }) => [id, parcels(id)])) },
    unit: 1,
  }
}
