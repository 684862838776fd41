import type { Bilingual } from '@jincun/policy'
import { request } from '@jincun/ui'
import { phoneStoreOf } from '@jincun/ui/offline'
import type { Kept, KeptRecord, OfflineWork } from '@jincun/ui/offline'
import type { StationSheet } from '../index.ts'

export type StationView = { code: string; siteName: string; contractor: string; startsOn: string; endsOn: string | null; missing: string[] }

/** What a phone writes days with, and what came of them. */
export type StationDaysView = {
  countyCode: string
  stations: StationView[]
  categories: { title: Bilingual; buyCode: number; sellCode: number }[]
  places: { code: string; name: string }[]
  sheets: {
    id: string
    station: string
    day: string
    orders: number
    channel: 'form' | 'paper'
    paperFileId: string | null
    enteredAt: string
  }[]
  mayReport: boolean
  asOf: string
}

export type KeptPhoto = { id: string; name: string; bytes: Blob }

/** A day on this phone until the server has it. */
export type KeptDay = KeptRecord & { county: string; siteName: string; sheet: StationSheet; photo: KeptPhoto | null }
export type KeptDays = Kept<KeptDay>

/** A photo before its day, each under the id it was kept with: sent twice they are one. */
async function send({ county, sheet, photo }: KeptDay): Promise<void> {
  if (photo)
    await request('POST', `/api/reporting/${county}/report-papers?id=${photo.id}&name=${encodeURIComponent(photo.name)}`, photo.bytes)
  await request('POST', `/api/reporting/${county}/station-days`, sheet)
}

/** Days of stations are written where there is no network: kept on the phone, sent once. */
export const stationDayWork: OfflineWork<StationDaysView, KeptDay> = {
  store: phoneStoreOf({ database: 'jincun-station-days', records: 'days' }),
  lock: 'jincun-station-days',
  send,
}
