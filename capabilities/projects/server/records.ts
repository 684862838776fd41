import { join, name, sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import { accept, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { z } from 'zod'

type Base = { id: string; countyCode: string }

/** Who saves, when, and in which realm. */
export type Stamp = { realm: string; personId: string | null; now: Date; newId: () => string }

/** A kind of record: its table, its shape, and the columns that stand beside the content so that the database can find, add up and guard. */
export type Kind<T extends Base> = {
  table: string
  schema: z.ZodType<T>
  columns: (record: T, stamp: Pick<Stamp, 'realm'>) => Record<string, unknown>
}

export const idUsed: Refusal = {
  kind: 'conflict',
  code: 'id-used-for-another-record',
  message: { zh: '这个编号已用于另一条内容不同的记录，请刷新后重试。', en: 'This id was used for another record; reload and try again.' },
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(asJson(a)) === canonicalJson(asJson(b))

/** Records of a kind that fit a condition, in the order they were recorded. */
export async function listRecords<T extends Base>(tx: Transaction, kind: Kind<T>, where: Fragment, order?: Fragment): Promise<T[]> {
  const rows = await tx.rows<{ content: unknown }>(
    sql`select content from ${name(kind.table)} where ${where} order by ${order ?? sql`recorded_at, id`}`,
  )
  return rows.map(row => kind.schema.parse(row.content))
}

/** One record of a county; `lock` holds it against a second writer. */
export async function findRecord<T extends Base>(
  tx: Transaction,
  kind: Kind<T>,
  countyCode: string,
  id: string,
  lock = false,
): Promise<T | undefined> {
  const row = await tx.row<{ content: unknown }>(
    sql`select content from ${name(kind.table)} where county_code = ${countyCode} and id = ${id} ${lock ? sql`for update` : sql``}`,
  )
  return row && kind.schema.parse(row.content)
}

async function keepHistory<T extends Base>(tx: Transaction, kind: Kind<T>, record: T, stamp: Stamp): Promise<void> {
  await tx.run(sql`insert into project_history (county_code, kind, record_id, id, realm, content, saved_at, saved_by)
    values (${record.countyCode}, ${kind.table}, ${record.id}, ${stamp.newId()}, ${stamp.realm}, ${JSON.stringify(record)}::jsonb,
      ${stamp.now}, ${stamp.personId})`)
}

/** Adds a record once: the same id with the same content again is the first time's success, with other content a conflict. */
export async function addRecord<T extends Base>(
  tx: Transaction,
  kind: Kind<T>,
  record: T,
  stamp: Stamp,
): Promise<Result<{ isNew: boolean }>> {
  const columns = Object.entries(kind.columns(record, stamp))
  const added = await tx.run(
    sql`insert into ${name(kind.table)} (county_code, id, realm, content, recorded_at, recorded_by${join(
      columns.map(([column]) => sql`, ${name(column)}`),
      sql``,
    )}) values (${record.countyCode}, ${record.id}, ${stamp.realm}, ${JSON.stringify(record)}::jsonb, ${stamp.now}, ${stamp.personId}${join(
      columns.map(([, value]) => sql`, ${value}`),
      sql``,
    )}) on conflict (county_code, id) do nothing`,
  )
  if (added === 1) {
    await keepHistory(tx, kind, record, stamp)
    return accept({ isNew: true })
  }
  const first = await tx.row<{ content: unknown }>(sql`select content from project_history
    where county_code = ${record.countyCode} and kind = ${kind.table} and record_id = ${record.id} order by seq limit 1`)
  return first && same(first.content, record) ? accept({ isNew: false }) : refuse(idUsed)
}

/** Writes a later state of a record that was loaded with its lock. */
export async function saveRecord<T extends Base>(
  tx: Transaction,
  kind: Kind<T>,
  record: T,
  stamp: Stamp,
  changing: readonly string[],
): Promise<void> {
  const columns = Object.entries(kind.columns(record, stamp)).filter(([column]) => changing.includes(column))
  await tx.run(sql`update ${name(kind.table)} set content = ${JSON.stringify(record)}::jsonb, recorded_at = ${stamp.now},
    recorded_by = ${stamp.personId}${join(
      columns.map(([column, value]) => sql`, ${name(column)} = ${value}`),
      sql``,
    )} where county_code = ${record.countyCode} and id = ${record.id}`)
  await keepHistory(tx, kind, record, stamp)
}
