import { dataAsked, monthsDue } from '@jincun/acceptance'
import { fenFromWanYuanText, formatWanYuan, shanghaiDate } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import type { Bilingual, PolicyPack, ReportType } from '@jincun/policy'
import type { Contract, Site } from '@jincun/projects'
import type { Duty, DutyFault } from './duty.ts'
import { formDueOn, stateOfPeriod } from './form-calendar.ts'
import type { FormState } from './form-calendar.ts'
import type { FormVersion } from './form-report.ts'
import type { Station, StationDay } from './station.ts'
import { daysOwed } from './station-days-owed.ts'

/** A contract with the sites of its project: who owes. */
export type Obliged = { contract: Contract; supportArea: string; sites: readonly Pick<Site, 'id' | 'kind' | 'name'>[] }

/** All that the duties of a county follow from. */
export type DutyGround = {
  pack: PolicyPack
  types: readonly ReportType[]
  obliged: readonly Obliged[]
  stations: readonly Station[]
  days: readonly StationDay[]
  versions: readonly FormVersion[]
  /** Central money paid on a contract before the first day of a month, '2020-04'. */
  paidBefore: (contractId: string, month: string) => Fen
  today: string
}

/** One report of one period: its state, and why it does not hold where it does not. */
type Unit = {
  period: string
  dueOn: string
  state: FormState
  corrections: number
  onPaper: boolean
  why: Bilingual | null
  invalid: Bilingual | null
}

const came: readonly FormState[] = ['on-time', 'late', 'back-filled']
const missingWhy: Bilingual = { zh: '没有上报', en: 'was not handed in' }
const noStationCode: Bilingual = {
  zh: '站点还没有登记编码，报不了',
  en: 'the site has no station code yet, so nothing can be reported',
}
const notInForm: Bilingual = { zh: '已报的表里没有这个站点', en: 'the form that came has no row of this site' }

function faultsOf({ period, state, why, invalid }: Unit): DutyFault[] {
  if (state === 'missing') return [{ period, kind: 'missing', why: why ?? missingWhy }]
  return invalid && came.includes(state) ? [{ period, kind: 'invalid', why: invalid }] : []
}

/** Counts the reports of one form, site and month. What came before its day counts as soon as it is here; what is not due and not here does not. */
function dutyOf(
  base: Omit<Duty, 'dueOn' | 'required' | 'present' | 'valid' | 'onTime' | 'late' | 'backFilled' | 'corrections' | 'onPaper' | 'faults'>,
  units: readonly Unit[],
): Duty {
  const here = units.filter(({ state }) => came.includes(state))
  const missing = units.filter(({ state }) => state === 'missing')
  const open = units.filter(({ state }) => !came.includes(state)).map(({ dueOn }) => dueOn)
  const last = units
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  const of = (state: FormState): number => here.filter(unit => unit.state === state).length
  return {
    ...base,
    dueOn: open.toSorted()[0] ?? last ?? '',
    required: here.length + missing.length,
    present: here.length,
    valid: here.filter(({ invalid }) => invalid === null).length,
    onTime: of('on-time'),
    late: of('late'),
    backFilled: of('back-filled'),
    corrections: units.reduce((sum, unit) => sum + unit.corrections, 0),
    onPaper: units.filter(unit => unit.onPaper).length,
    faults: units.flatMap(faultsOf),
  }
}

/** The monthly forms a contract owes: those its kind of support asks and that deliver something of its data agreement (6.4c, 6.4d). */
export function formsOfContract(pack: PolicyPack, types: readonly ReportType[], { contract, supportArea, sites }: Obliged): ReportType[] {
  const asked = dataAsked(pack, contract, sites)
  return types.filter(
    ({ period, filledBy, supportAreas, dataItems }) =>
      period === 'month' &&
      filledBy.includes('contractor') &&
      supportAreas.includes(supportArea) &&
      dataItems.some(item => asked.includes(item)),
  )
}

/** What the form says was paid against what the county's books say; null where both say the same or the form does not ask. */
function againstBooks(type: ReportType, rows: FormVersion['rows'], paid: Fen): Bilingual | null {
  if (!type.fields.some(({ id }) => id === 'central_paid_wan')) return null
  const said = rows.reduce((sum, row) => sum + (fenFromWanYuanText(row.central_paid_wan ?? '') ?? 0n), 0n)
  if (said === paid) return null
  const [form, books] = [formatWanYuan(said), formatWanYuan(paid)]
  return {
    zh: `表中已拨付${form}万元，账上截止上月底为${books}万元；请更正`,
    en: `the form says ${form} of 10,000 yuan were paid, the books by the end of the month before ${books}; correct it`,
  }
}

/** Forms are by site where a row is known by its station, else one for the contract. */
export const isBySite = ({ key }: Pick<ReportType, 'key'>): boolean => key.includes('station')

function formUnit(ground: DutyGround, type: ReportType, contractId: string, month: string, station: string | null): Unit {
  const versions = ground.versions
    .filter(({ reporter, form, period }) => reporter === contractId && form === type.id && period === month)
    .toSorted((a, b) => a.version - b.version)
  const has = ({ rows }: FormVersion): boolean => station === null || (station !== '' && rows.some(row => row.station === station))
  const last = versions.at(-1)
  // What a correction took out is not here any more, whatever an earlier version said.
  const first = last && has(last) ? versions.find(has) : undefined
  const why = station === '' ? noStationCode : last ? notInForm : null
  return {
    period: month,
    dueOn: formDueOn(type, month),
    state: stateOfPeriod(type, month, first ? shanghaiDate(first.enteredAt) : null, ground.today),
    corrections: Math.max(0, versions.length - 1),
    onPaper: last?.channel === 'paper',
    why,
    invalid: last ? againstBooks(type, last.rows, ground.paidBefore(contractId, month)) : null,
  }
}

function formDuties(ground: DutyGround, of: Obliged): Duty[] {
  const { contract } = of
  return formsOfContract(ground.pack, ground.types, of).flatMap(type =>
    monthsDue(contract, ground.today).flatMap((month): Duty[] => {
      const places = isBySite(type) ? of.sites : [null]
      return places.map(site => {
        const station = site ? (ground.stations.find(({ siteId }) => siteId === site.id)?.code ?? '') : null
        return dutyOf(baseOf(contract, type, month, site, station ?? ''), [formUnit(ground, type, contract.id, month, station)])
      })
    }),
  )
}

const baseOf = (
  { id, number, party }: Contract,
  type: ReportType,
  period: string,
  site: { id: string; name: string } | null,
  station: string,
) => ({
  contractId: id,
  contractNumber: number,
  contractor: party.name,
  siteId: site?.id ?? null,
  siteName: site?.name ?? '',
  station,
  form: type.id,
  title: type.title,
  period,
})

/** Kinds of site whose daily trade is asked (list activity-data). */
function reportsDaily(pack: PolicyPack, year: number, type: ReportType): readonly string[] {
  return listFor(pack, 'activity-data', year).flatMap(({ id, keywords = [] }) => (type.dataItems.includes(id) ? keywords : []))
}

function dayUnit(type: ReportType, day: string, known: StationDay | undefined, today: string): Unit {
  const contradicted = known?.saidNone === true && known.orders > 0
  return {
    period: day,
    dueOn: formDueOn(type, day),
    state: stateOfPeriod(type, day, known?.firstOn ?? null, today),
    corrections: 0,
    onPaper: known?.onPaper ?? false,
    why: null,
    invalid: contradicted
      ? {
          zh: `报了当日无交易，却有${known.orders}笔订单；请核对`,
          en: `no trade was declared, yet there are ${known.orders} orders; check it`,
        }
      : null,
  }
}

/** Daily reports of a site by month; one without a station code misses its months whole: what cannot be reported is missing. */
function dailyDuties(ground: DutyGround, of: Obliged, type: ReportType): Duty[] {
  const { contract, sites } = of
  const kinds = reportsDaily(ground.pack, contract.year, type)
  return sites
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(site => {
      const own = ground.stations.filter(({ siteId }) => siteId === site.id)
      if (own.length === 0)
        return monthsDue(contract, ground.today).map(month => {
          const dueOn = formDueOn(type, month)
          const state = stateOfPeriod(type, month, null, ground.today)
          const unit = { period: month, dueOn, state, corrections: 0, onPaper: false, why: noStationCode, invalid: null }
          return dutyOf(baseOf(contract, type, month, site, ''), [unit])
        })
      return own.flatMap(station => {
        const known = new Map(
          ground.days.flatMap(each =>
            each.station === station.code && each.contractor === contract.party.creditCode ? [[each.day, each] as const] : [],
          ),
        )
        const byMonth = Map.groupBy(daysOwed(contract, station, ground.today), day => day.slice(0, 7))
        return [...byMonth].map(([month, days]) =>
          dutyOf(
            baseOf(contract, type, month, site, station.code),
            days.map(day => dayUnit(type, day, known.get(day), ground.today)),
          ),
        )
      })
    })
}

/**
 * Who owes which report of which site for which month, and what came of it (6.4c, 6.4d), the latest month first: the monthly forms of every contract
 * with a data agreement and the daily report of every station. What has no day yet counts for nothing; missing is missing.
 */
export function dutiesOf(ground: DutyGround): Duty[] {
  const daily = ground.types.filter(({ period, subject }) => period === 'day' && subject === 'station')
  return ground.obliged
    .filter(({ contract }) => contract.dataAgreement !== null)
    .flatMap(of => [...formDuties(ground, of), ...daily.flatMap(type => dailyDuties(ground, of, type))])
    .toSorted(
      (a, b) =>
        b.period.localeCompare(a.period) ||
        a.contractNumber.localeCompare(b.contractNumber) ||
        a.form.localeCompare(b.form) ||
        a.siteName.localeCompare(b.siteName),
    )
}
