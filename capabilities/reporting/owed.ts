import { dataAsked, monthsDue } from '@jincun/acceptance'
import type { DataDelivery } from '@jincun/acceptance'
import { listFor } from '@jincun/policy'
import type { Bilingual, PolicyPack, ReportType } from '@jincun/policy'
import type { Contract, Site } from '@jincun/projects'

/** `late` data are there but came after their day; they are kept apart from those on time for ever. */
export type OwedState = 'on-time' | 'late' | 'missing' | 'not-due'

export const owedStateLabels: Record<OwedState, Bilingual> = {
  'on-time': { zh: '按时', en: 'On time' },
  late: { zh: '迟报', en: 'Late' },
  missing: { zh: '缺报', en: 'Missing' },
  'not-due': { zh: '未到期', en: 'Not due yet' },
}

/** One kind of data of one month that a data agreement asks for, by when it was owed and what came. */
export type Owed = {
  contractId: string
  contractNumber: string
  contractor: string
  item: string
  term: Bilingual
  month: string
  dueOn: string
  deliveredOn: string | null
  rows: number
  state: OwedState
}

/** A signed contract with the sites its project has now: they ask for data too, though they came after signing. */
export type Owing = { contract: Contract; sites: readonly Pick<Site, 'kind'>[] }

export type OwedSummary = { required: number; present: number; onTime: number; missing: number }

/** The day so many days after the end of a month. */
function dayAfterMonth(month: string, days: number): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return new Date(Date.UTC(year, number, days)).toISOString().slice(0, 10)
}

/** Days a kind of data is due after its month: those of the report type that delivers it, the longest where several do. */
function dueDaysOf(types: readonly ReportType[], item: string): number | null {
  const days = types.filter(({ dataItems }) => dataItems.includes(item)).map(({ dueDays }) => dueDays)
  return days.length === 0 ? null : Math.max(...days)
}

function stateOf(deliveredOn: string | null, dueOn: string, today: string): OwedState {
  if (deliveredOn !== null) return deliveredOn <= dueOn ? 'on-time' : 'late'
  return today <= dueOn ? 'not-due' : 'missing'
}

/**
 * Who owes what by when (6.4d): everything the gate of acceptance asks of a contract with a data agreement, for every month of it, the latest
 * month first. The first delivery counts for being on time; rows are those of all deliveries.
 */
export function owedOf(
  pack: PolicyPack,
  owing: readonly Owing[],
  deliveries: readonly DataDelivery[],
  types: readonly ReportType[],
  today: string,
): Owed[] {
  const owed = owing.flatMap(({ contract, sites }) => {
    const terms = new Map(listFor(pack, 'activity-data', contract.year).map(({ id, term }) => [id, term]))
    return dataAsked(pack, contract, sites).flatMap(item =>
      monthsDue(contract, today).map((month): Owed => {
        const came = deliveries.filter(each => each.contractId === contract.id && each.item === item && each.month === month)
        const dueOn = dayAfterMonth(month, dueDaysOf(types, item) ?? 31)
        const deliveredOn = came.map(each => each.deliveredOn).sort()[0] ?? null
        return {
          contractId: contract.id,
          contractNumber: contract.number,
          contractor: contract.party.name,
          item,
          term: terms.get(item) ?? { zh: item, en: item },
          month,
          dueOn,
          deliveredOn,
          rows: came.reduce((sum, each) => sum + each.rows, 0),
          state: stateOf(deliveredOn, dueOn, today),
        }
      }),
    )
  })
  return owed.sort(
    (a, b) => b.month.localeCompare(a.month) || a.contractNumber.localeCompare(b.contractNumber) || a.item.localeCompare(b.item),
  )
}

/** One number with what is behind it: what is not due yet counts for nothing. */
export function summariseOwed(owed: readonly Owed[]): OwedSummary {
  const due = owed.filter(({ state }) => state !== 'not-due')
  const onTime = due.filter(({ state }) => state === 'on-time').length
  const missing = due.filter(({ state }) => state === 'missing').length
  return { required: due.length, present: due.length - missing, onTime, missing }
}
