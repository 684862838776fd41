import type { ReportStanding } from '@jincun/acceptance'
import type { Transaction } from '@jincun/db'
import { shanghaiDate } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import { paymentsOfCounty } from '@jincun/payments/server'
import type { PolicyPack } from '@jincun/policy'
import { reportTypesOn } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import { placedSitesOf, projectsOfCounty, signedContracts } from '@jincun/projects/server'
import { dutiesOf } from '../index.ts'
import type { Duty, Obliged } from '../index.ts'
import { versionsOfContracts } from './form-store.ts'
import { stationDays, stationsOf } from './station-store.ts'

export type DutyWork = { tx: Transaction; policy: PolicyPack; now: Date }

/** Contracts of a county with a data agreement that run or ran, with what their forms are chosen by. */
export async function obligedOf(tx: Transaction, countyCode: string, whose: 'all' | { code: string | null }): Promise<Obliged[]> {
  const signed = (await signedContracts(tx, countyCode)).filter(
    ({ dataAgreement, state, party }) =>
      dataAgreement !== null && state !== 'terminated' && (whose === 'all' || party.creditCode === whose.code),
  )
  if (signed.length === 0) return []
  const areas = new Map((await projectsOfCounty(tx, countyCode)).map(({ id, supportArea }) => [id, supportArea]))
  const sites = await placedSitesOf(tx, countyCode, signed)
  return signed.map(contract => ({
    contract,
    supportArea: areas.get(contract.projectId) ?? '',
    sites: sites.flatMap(({ site }) => (site.projectId === contract.projectId ? [site] : [])),
  }))
}

/** Central money paid on contracts of a county, by contract and the first day of a month that is not in it any more. */
export async function paidBefore(tx: Transaction, countyCode: string): Promise<(contractId: string, month: string) => Fen> {
  const paid = (await paymentsOfCounty(tx, countyCode)).filter(
    ({ state, paidOn, request }) => state === 'paid' && paidOn !== null && request.source === 'central',
  )
  return (contractId, month) =>
    paid
      .filter(({ paidOn, request }) => request.contractId === contractId && (paidOn ?? '') < `${month}-01`)
      .reduce((sum, { request }) => sum + BigInt(request.amountFen), 0n)
}

/** Every duty of these contracts as it stands now, in a constant number of queries. */
export async function dutiesOfContracts({ tx, policy, now }: DutyWork, countyCode: string, obliged: readonly Obliged[]): Promise<Duty[]> {
  if (obliged.length === 0) return []
  const today = shanghaiDate(now)
  const siteIds = new Set(obliged.flatMap(({ sites }) => sites.map(({ id }) => id)))
  const stations = (await stationsOf(tx, countyCode)).filter(({ siteId }) => siteIds.has(siteId))
  const from = stations.map(({ startsOn }) => startsOn).toSorted()[0] ?? today
  return dutiesOf({
    pack: policy,
    types: reportTypesOn(policy, today),
    obliged,
    stations,
    days: await stationDays(
      tx,
      countyCode,
      stations.map(({ code }) => code),
      from,
      today,
    ),
    versions: await versionsOfContracts(
      tx,
      countyCode,
      obliged.map(({ contract }) => contract.id),
    ),
    paidBefore: await paidBefore(tx, countyCode),
    today,
  })
}

/** What the gate of acceptance is told of each contract (6.4d): how many reports are due, came and hold, and those that do not in words. */
export async function standingOfReports(
  work: DutyWork,
  countyCode: string,
  contracts: readonly Contract[],
): Promise<Map<string, ReportStanding>> {
  const ids = new Set(contracts.map(({ id }) => id))
  const obliged = (await obligedOf(work.tx, countyCode, 'all')).filter(({ contract }) => ids.has(contract.id))
  const duties = Map.groupBy(await dutiesOfContracts(work, countyCode, obliged), ({ contractId }) => contractId)
  return new Map(contracts.map(({ id }) => [id, standingOf(duties.get(id) ?? [])]))
}

function standingOf(duties: readonly Duty[]): ReportStanding {
  const sum = (of: (duty: Duty) => number): number => duties.reduce((total, duty) => total + of(duty), 0)
  return {
    required: sum(({ required }) => required),
    present: sum(({ present }) => present),
    valid: sum(({ valid }) => valid),
    lacking: duties.flatMap(({ form, title, siteName, station, faults }) =>
      faults.map(({ period, why }) => ({
        key: `${form} ${station} ${period}`,
        label: {
          zh: [period, siteName, `${title.zh}：${why.zh}`].filter(Boolean).join(' '),
          en: [period, siteName, `${title.en}: ${why.en}`].filter(Boolean).join(' '),
        },
      })),
    ),
  }
}
