import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { ProjectStage } from '../index.ts'

/** Where a project stands and the last share of its work that was reported; null while none was. */
export type ProjectStanding = { stage: ProjectStage; percent: number | null; reportedOn: string | null }

/** How far projects are, by id, in one query: for lists that compare money with work. */
export async function standingOfProjects(tx: Transaction, ids: readonly string[]): Promise<Map<string, ProjectStanding>> {
  const rows = await tx.rows<{ id: string; stage: ProjectStage; percent: number | null; as_of: string | null }>(
    sql`select p.id, p.stage, r.percent, r.as_of from project p
      left join lateral (select percent, as_of from progress_report g where g.county_code = p.county_code and g.project_id = p.id
        order by as_of desc, recorded_at desc, id desc limit 1) r on true
      where p.id = any(${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(rows.map(({ id, stage, percent, as_of }) => [id, { stage, percent, reportedOn: as_of }]))
}
