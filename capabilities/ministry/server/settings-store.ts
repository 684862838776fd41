import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { MinistrySettings, MinistryStation } from '../index.ts'

export type Change = { realm: string; reason: string; now: Date; personId: string | null }

/** What a county reports as, in its last version; undefined before the first. */
export const settingsOf = (tx: Transaction, countyCode: string): Promise<MinistrySettings | undefined> =>
  tx.row<MinistrySettings>(sql`select county_code as "countyCode", version, system, enterprise_code as "enterpriseCode", starts_on as "startsOn"
    from ministry_settings where county_code = ${countyCode} order by version desc limit 1`)

/** Counties of the scope that report to the ministry's system. */
export const reportingCounties = async (tx: Transaction): Promise<string[]> =>
  (await tx.rows<{ code: string }>(sql`select distinct county_code as code from ministry_settings order by 1`)).map(({ code }) => code)

export const insertSettings = (tx: Transaction, next: MinistrySettings, { realm, reason, now, personId }: Change): Promise<number> =>
  tx.run(sql`insert into ministry_settings (county_code, version, realm, system, enterprise_code, starts_on, reason, changed_at, changed_by)
    values (${next.countyCode}, ${next.version}, ${realm}, ${next.system}, ${next.enterpriseCode}, ${next.startsOn}, ${reason}, ${now}, ${personId})
    on conflict do nothing`)

/** Where reports of a county go; address '' where nowhere. */
export const endpointOf = async (tx: Transaction, countyCode: string): Promise<{ address: string; version: number }> =>
  (await tx.row<{ address: string; version: number }>(
    sql`select address, version from ministry_endpoint where county_code = ${countyCode} order by version desc limit 1`,
  )) ?? { address: '', version: 0 }

export const insertEndpoint = (
  tx: Transaction,
  next: { countyCode: string; version: number; address: string },
  { realm, now, personId }: Change,
): Promise<number> =>
  tx.run(sql`insert into ministry_endpoint (county_code, version, realm, address, changed_at, changed_by)
    values (${next.countyCode}, ${next.version}, ${realm}, ${next.address}, ${now}, ${personId}) on conflict do nothing`)

/** Stations of a county as the ministry knows them, each in its last version. */
export const stationsOf = (tx: Transaction, countyCode: string): Promise<MinistryStation[]> =>
  tx.rows<MinistryStation>(sql`select distinct on (station) county_code as "countyCode", station, version, code, name, kind,
      left_out_because as "leftOutBecause"
    from ministry_station where county_code = ${countyCode} order by station, version desc`)

export const insertStation = (tx: Transaction, next: MinistryStation, { realm, now, personId }: Change): Promise<number> =>
  tx.run(sql`insert into ministry_station (county_code, station, version, realm, code, name, kind, left_out_because, changed_at, changed_by)
    values (${next.countyCode}, ${next.station}, ${next.version}, ${realm}, ${next.code}, ${next.name}, ${next.kind}, ${next.leftOutBecause},
      ${now}, ${personId}) on conflict do nothing`)
