import type { Transaction } from '@jincun/db'
import { daysBetween, addDays } from '@jincun/kernel'
import { goodsCategoriesFor, ministrySystemFor, reportTypeFor } from '@jincun/policy'
import type { MinistrySystem, PolicyPack } from '@jincun/policy'
import { sha256Hex } from '@jincun/proof'
import { dailyReportOf } from '@jincun/reporting'
import type { DailyReport } from '@jincun/reporting'
import { dayCells } from '@jincun/reporting/server'
import { buildDaily, dailyXml } from '../index.ts'
import type { DailyGround, DailyMessage, DayBuilt, MinistryFault } from '../index.ts'
import { settingsOf, stationsOf } from './settings-store.ts'

/** The report of a day as the rows give it now, with the text that would be sent. */
export type BuiltDay = DayBuilt & { report: DailyReport; faults: MinistryFault[]; message: DailyMessage | null; xml: string | null }

/** A county's ground and its days built from the rows, whatever their number in a constant number of queries. */
export type BuiltDays = { ground: DailyGround; days: BuiltDay[]; dueDays: number }

/** The newest version of the ministry's system, for what a county without settings is shown. */
function usualSystem(policy: PolicyPack): MinistrySystem {
  const id = [...policy.ministrySystems.keys()].sort().at(-1) ?? 'mofcom-2019'
  return ministrySystemFor(policy, id)
}

function buildDay(ground: DailyGround, report: DailyReport): BuiltDay {
  const { faults, message } = buildDaily(ground, report)
  const xml = message ? dailyXml(message) : null
  return {
    day: report.day,
    hasRows: report.stations.length > 0,
    report,
    faults,
    message,
    xml,
    sha256: xml === null ? null : sha256Hex(xml),
  }
}

/** Builds every day from one to another, both included. */
export async function buildDays(tx: Transaction, policy: PolicyPack, countyCode: string, from: string, to: string): Promise<BuiltDays> {
  const settings = (await settingsOf(tx, countyCode)) ?? null
  const system = settings ? ministrySystemFor(policy, settings.system) : usualSystem(policy)
  const edition = policy.goodsCategories.get(system.goodsCategories)
  const ground = { system, settings, stations: await stationsOf(tx, countyCode), categories: edition ?? goodsCategoriesFor(policy, to) }
  const cells = await dayCells(tx, countyCode, from, to)
  const byDay = Map.groupBy(cells, ({ day }) => day)
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
  return {
    ground,
    days: days.map(day => buildDay(ground, dailyReportOf(day, byDay.get(day) ?? []))),
    dueDays: reportTypeFor(policy, 'daily-station', to).dueDays,
  }
}
