import { route } from '@jincun/http'
import { accept, addDays, refuse, shanghaiDate } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { clausesOf, citing } from '@jincun/projects'
import { AtCounty, place } from '@jincun/projects/server'
import { provinces } from '@jincun/places/server'
import { goodsCategoriesFor } from '@jincun/policy'
import { StationSheet } from '../index.ts'
import type { Station } from '../index.ts'
import { dutiesOfContracts, obligedOf } from './duty-ground.ts'
import { visibleContractor } from './own-contractor.ts'
import { sheetsOf, stationsOf } from './station-store.ts'
import { takeSheet } from './take-sheet.ts'

/** How far back a phone is told what is missing and what came. */
const daysShown = 62

const noStation = (clause: string): Refusal =>
  citing(
    {
      kind: 'not-found',
      code: 'station-unknown',
      where: 'body.station',
      message: {
        zh: '本单位没有这个站点，或项目办还没有登记它的编码；请联系县项目办。',
        en: 'Your firm has no such station, or the programme office has not registered its code yet; ask the office.',
      },
    },
    clause,
  )

/** Stations of these contracts with the firm that runs each. */
const runBy = (stations: readonly Station[], obliged: Awaited<ReturnType<typeof obligedOf>>) =>
  stations.flatMap(station => {
    const of = obliged.find(({ sites }) => sites.some(({ id }) => id === station.siteId))
    const site = of?.sites.find(({ id }) => id === station.siteId)
    return of && site ? [{ station, siteName: site.name, party: of.contract.party, year: of.contract.year }] : []
  })

const read = route({
  method: 'GET',
  path: '/api/reporting/:county/station-days',
  action: 'reporting.batches',
  summary: 'Stations of a county with the days they miss, sheets that came, and what a day is written with; a firm sees its own',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, policy, now, may } = context
    const today = shanghaiDate(now)
    const since = addDays(today, -daysShown)
    const whose = await visibleContractor(context, params.county)
    const obliged = await obligedOf(tx, params.county, whose)
    const duties = await dutiesOfContracts(context, params.county, obliged)
    const stations = runBy(await stationsOf(tx, params.county), obliged).map(({ station, siteName, party }) => ({
      code: station.code,
      siteName,
      contractor: party.name,
      startsOn: station.startsOn,
      endsOn: station.endsOn,
      missing: duties
        .filter(each => each.station === station.code && each.form === 'daily-station')
        .flatMap(({ faults }) => faults.flatMap(({ kind, period }) => (kind === 'missing' && period >= since ? [period] : [])))
        .toSorted(),
    }))
    return accept({
      countyCode: params.county,
      stations,
      categories: goodsCategoriesFor(policy, today).categories.map(({ title, buyCode, sellCode }) => ({ title, buyCode, sellCode })),
      places: provinces(),
      sheets: await sheetsOf(tx, params.county, whose, since),
      mayReport: may('reporting.submit', params.county),
      asOf: now.toISOString(),
    })
  },
})

const handIn = route({
  method: 'POST',
  path: '/api/reporting/:county/station-days',
  action: 'reporting.submit',
  summary: 'Hand in a day of a station, by phone or typed from paper: all of it or nothing, once however often it is sent',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: AtCounty,
  body: StationSheet,
  place,
  handle: async context => {
    const { tx, params, body } = context
    const obliged = await obligedOf(tx, params.county, await visibleContractor(context, params.county))
    const found = runBy(await stationsOf(tx, params.county), obliged).find(({ station }) => station.code === body.station)
    if (!found) return refuse(noStation(clausesOf(obliged[0]?.contract.year ?? 2020).data))
    return takeSheet(context, found.station, found.party.creditCode, body)
  },
})

export const sheetRoutes = [read, handIn]
