import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import type { Result } from '@jincun/kernel'
import type { PhotoUse, UsedAgain } from '../index.ts'
import { wantFiles } from './file-store.ts'
import { stampOf } from './work.ts'
import type { Work } from './work.ts'

/** Things used twice that are told in one answer; more than a hundred are looked into county by county. */
const groupsShown = 100

/** Refuses photos that were never sent, and notes what each of those sent shows. */
export async function wantPhotos(
  work: Work,
  { countyCode, kind, recordId, projectId, label, opens }: PhotoUse,
  fileIds: readonly (string | null)[],
): Promise<Result<true>> {
  const wanted = await wantFiles(work.tx, countyCode, fileIds)
  const ids = fileIds.filter(id => id !== null)
  if (!wanted.ok || ids.length === 0) return wanted
  const { realm, now } = stampOf(work)
  await work.tx.run(sql`insert into photo_use (county_code, sha256, record_kind, record_id, realm, project_id, label, opens, used_at)
    select distinct county_code, sha256, ${kind}, ${recordId}::uuid, ${realm}, ${projectId}::uuid, ${label}, ${opens}, ${now}::timestamptz
    from project_file where county_code = ${countyCode} and id = any(${ids}::uuid[]) and media_type like 'image/%' on conflict do nothing`)
  return wanted
}

const within = (column: Fragment, countyCode: string | undefined): Fragment => (countyCode ? sql`and ${column} = ${countyCode}` : sql``)

/** Photos that several records in scope show; of a county those it shows itself, wherever else they stand. */
export async function photosUsedAgain(tx: Transaction, countyCode?: string): Promise<UsedAgain[]> {
  const twice = await tx.rows<{ sha256: string }>(sql`select sha256 from photo_use where sha256 in
      (select sha256 from photo_use where true ${within(sql`county_code`, countyCode)})
    group by sha256 having count(*) > 1 order by max(used_at) desc, sha256 limit ${groupsShown}`)
  return tx.rows<UsedAgain>(sql`select u.sha256 as mark, u.county_code as "countyCode", p.year::int as year, u.project_id as "projectId",
      p.content->>'name' as "projectName", u.record_kind as kind, u.record_id as "recordId", u.label, u.opens
    from photo_use u join project p on p.county_code = u.county_code and p.id = u.project_id
    where u.sha256 = any(${twice.map(({ sha256 }) => sha256)}::text[]) order by u.sha256, u.used_at, u.county_code, u.record_id`)
}

const serialOf = (table: Fragment): Fragment => sql`upper(btrim(${table}.content->>'serial'))`

/** Maker's numbers that stand on several cards in scope; of a county those on its own cards, wherever else they stand. */
export async function serialsUsedAgain(tx: Transaction, countyCode?: string): Promise<UsedAgain[]> {
  const twice = await tx.rows<{ serial: string }>(sql`select ${serialOf(sql`a`)} as serial from asset_card a where ${serialOf(sql`a`)} <> ''
      and ${serialOf(sql`a`)} in (select ${serialOf(sql`b`)} from asset_card b where true ${within(sql`b.county_code`, countyCode)})
    group by 1 having count(*) > 1 order by 1 limit ${groupsShown}`)
  return tx.rows<UsedAgain>(sql`select ${serialOf(sql`a`)} as mark, a.county_code as "countyCode", p.year::int as year, p.id as "projectId",
      p.content->>'name' as "projectName", 'asset' as kind, a.id as "recordId", a.number || ' ' || (a.content->>'name') as label,
      a.county_code as opens
    from asset_card a join contract c on c.county_code = a.county_code and c.id = a.contract_id
      join project p on p.county_code = c.county_code and p.id = c.project_id
    where ${serialOf(sql`a`)} = any(${twice.map(({ serial }) => serial)}::text[]) order by 1, a.recorded_at, a.county_code, a.id`)
}
