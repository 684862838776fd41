import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { Expert } from '../../index.ts'

/** An expert and how often the record was changed. */
export type ExpertRecord = { expert: Expert; version: number; changedAt: string }

type Row = {
  county_code: string
  id: string
  person_id: string | null
  name: string
  organisation_name: string
  title: string
  home_county_code: string
  fields: string[]
  declared_relations: unknown
  past_contracts: unknown
  active: boolean
  version: number
  changed_at: Date
}

const columns = sql`county_code, id, person_id, name, organisation_name, title, home_county_code, fields, declared_relations, past_contracts,
  active, version, changed_at`

const recordOf = (row: Row): ExpertRecord => ({
  version: row.version,
  changedAt: row.changed_at.toISOString(),
  expert: Expert.parse({
    id: row.id,
    provinceCode: row.county_code,
    name: row.name,
    personId: row.person_id,
    organisationName: row.organisation_name,
    title: row.title,
    homeCountyCode: row.home_county_code,
    fields: row.fields,
    declaredRelations: row.declared_relations,
    pastContracts: row.past_contracts,
    active: row.active,
  }),
})

/** The pool of a province, by name. */
export async function expertsOf(tx: Transaction, provinceCode: string): Promise<ExpertRecord[]> {
  const rows = await tx.rows<Row>(sql`select ${columns} from expert where county_code = ${provinceCode} order by name, id`)
  return rows.map(recordOf)
}

export async function getExpert(tx: Transaction, provinceCode: string, id: string): Promise<ExpertRecord | undefined> {
  const row = await tx.row<Row>(sql`select ${columns} from expert where county_code = ${provinceCode} and id = ${id}`)
  return row && recordOf(row)
}

type Stamp = { realm: string; now: Date }

/** Adds an expert; a record of the same id stays as it is. Answers how many were added. */
export const insertExpert = (tx: Transaction, expert: Expert, { realm, now }: Stamp): Promise<number> =>
  tx.run(sql`insert into expert (county_code, id, realm, person_id, name, organisation_name, title, home_county_code, fields,
      declared_relations, past_contracts, active, version, changed_at)
    values (${expert.provinceCode}, ${expert.id}, ${realm}, ${expert.personId}, ${expert.name}, ${expert.organisationName}, ${expert.title},
      ${expert.homeCountyCode}, ${[...expert.fields]}::text[], ${JSON.stringify(expert.declaredRelations)}::jsonb,
      ${JSON.stringify(expert.pastContracts)}::jsonb, ${expert.active}, 1, ${now})
    on conflict (county_code, id) do nothing`)

/** Replaces an expert's record if it still has the version that was seen. */
export const updateExpert = (tx: Transaction, expert: Expert, version: number, now: Date): Promise<number> =>
  tx.run(sql`update expert set person_id = ${expert.personId}, name = ${expert.name}, organisation_name = ${expert.organisationName},
      title = ${expert.title}, home_county_code = ${expert.homeCountyCode}, fields = ${[...expert.fields]}::text[],
      declared_relations = ${JSON.stringify(expert.declaredRelations)}::jsonb, past_contracts = ${JSON.stringify(expert.pastContracts)}::jsonb,
      active = ${expert.active}, version = version + 1, changed_at = ${now}
    where county_code = ${expert.provinceCode} and id = ${expert.id} and version = ${version}`)
