import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { shanghaiDate } from '@jincun/kernel'
import type { Station, StationDay } from '../index.ts'

/** Stations of a county, each in its last version, by code. */
export const stationsOf = (tx: Transaction, countyCode: string): Promise<Station[]> =>
  tx.rows<Station>(sql`select distinct on (code) county_code as "countyCode", code, version, site_id as "siteId", starts_on as "startsOn",
    ends_on as "endsOn" from report_station where county_code = ${countyCode} order by code, version desc`)

export type StationChange = { realm: string; reason: string; now: Date; personId: string | null }

/** Adds a version; 0 where another was faster. */
export const insertStation = (tx: Transaction, next: Station, { realm, reason, now, personId }: StationChange): Promise<number> =>
  tx.run(sql`insert into report_station (county_code, code, version, realm, site_id, starts_on, ends_on, reason, changed_at, changed_by)
    values (${next.countyCode}, ${next.code}, ${next.version}, ${realm}, ${next.siteId}, ${next.startsOn}, ${next.endsOn}, ${reason}, ${now},
      ${personId}) on conflict do nothing`)

/** A day's sheet as the keeper handed it in. */
export type Sheet = {
  id: string
  countyCode: string
  contractor: string
  station: string
  day: string
  orders: number
  channel: 'form' | 'paper'
  paperFileId: string | null
  writtenAt: Date
  enteredAt: Date
  enteredBy: string | null
}

const sheetColumns = sql`id, county_code as "countyCode", contractor, station, day, orders, channel, paper_file_id as "paperFileId",
  written_at as "writtenAt", entered_at as "enteredAt", entered_by as "enteredBy"`

export const findSheet = (tx: Transaction, countyCode: string, id: string): Promise<Sheet | undefined> =>
  tx.row<Sheet>(sql`select ${sheetColumns} from station_sheet where county_code = ${countyCode} and id = ${id}`)

/** Sheets of a county since a day, the latest day first: of one firm, or of all. */
export const sheetsOf = (tx: Transaction, countyCode: string, whose: 'all' | { code: string | null }, since: string): Promise<Sheet[]> =>
  tx.rows<Sheet>(sql`select ${sheetColumns} from station_sheet where county_code = ${countyCode} and day >= ${since}
    ${whose === 'all' ? sql`` : sql`and contractor = ${whose.code}`} order by day desc, entered_at desc, id limit 1000`)

/** Adds a sheet; 0 where its id is there already. */
export const insertSheet = (tx: Transaction, sheet: Sheet, realm: string): Promise<number> =>
  tx.run(sql`insert into station_sheet (county_code, id, realm, contractor, station, day, orders, channel, paper_file_id, written_at,
      entered_at, entered_by)
    values (${sheet.countyCode}, ${sheet.id}, ${realm}, ${sheet.contractor}, ${sheet.station}, ${sheet.day}, ${sheet.orders}, ${sheet.channel},
      ${sheet.paperFileId}, ${sheet.writtenAt}, ${sheet.enteredAt}, ${sheet.enteredBy}) on conflict (county_code, id) do nothing`)

type Came = { contractor: string; station: string; day: string; firstAt: Date; orders: bigint; saidNone: boolean; onPaper: boolean }

/**
 * What is known of each day of these stations: orders in force by the rows themselves, and what the sheets say; the last sheet of a day decides
 * whether there was no trade. Two queries, whatever the number of days.
 */
export async function stationDays(
  tx: Transaction,
  countyCode: string,
  stations: readonly string[],
  from: string,
  to: string,
): Promise<StationDay[]> {
  if (stations.length === 0) return []
  const rows = await tx.rows<Came>(sql`select b.contractor, r.station, r.business_date as day,
      min(b.received_at) filter (where r.sign = 1) as "firstAt", sum(r.sign)::bigint as orders, false as "saidNone",
      bool_or(b.channel = 'paper') as "onPaper"
    from transaction_row r join report_batch b on b.county_code = r.county_code and b.id = r.batch_id
    where r.county_code = ${countyCode} and r.business_date between ${from} and ${to} and r.station = any(${[...stations]}::text[])
      and r.refund_of is null
    group by 1, 2, 3 having sum(r.sign) > 0`)
  const sheets = await tx.rows<Came>(sql`select contractor, station, day, min(entered_at) as "firstAt", 0::bigint as orders,
      (array_agg(orders order by entered_at desc, id desc))[1] = 0 as "saidNone", bool_or(channel = 'paper') as "onPaper"
    from station_sheet where county_code = ${countyCode} and day between ${from} and ${to} and station = any(${[...stations]}::text[])
    group by 1, 2, 3`)
  const byDay = Map.groupBy([...rows, ...sheets], ({ contractor, station, day }) => `${contractor} ${station} ${day}`)
  return [...byDay.values()].flatMap(came => {
    const [first] = came.toSorted((a, b) => a.firstAt.getTime() - b.firstAt.getTime())
    return first
      ? [
          {
            contractor: first.contractor,
            station: first.station,
            day: first.day,
            firstOn: shanghaiDate(first.firstAt),
            orders: Number(came.reduce((sum, each) => sum + each.orders, 0n)),
            saidNone: came.some(each => each.saidNone),
            onPaper: came.some(each => each.onPaper),
          },
        ]
      : []
  })
}
