import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

/** Something made public: its kind and year say which page shows it; the content is what an outsider downloads. */
export type Publication = {
  id: string
  countyCode: string
  realm: string
  kind: string
  year: number
  title: { zh: string; en: string }
  content: JsonValue
  clause: string
  publishedAt: Date
  publishedBy: string | null
}

/** Adds a publication to the public log in the caller's transaction; the same id twice is one publication. Returns its leaf number. */
export async function publish(tx: Transaction, publication: Publication): Promise<bigint> {
  const { id, countyCode, realm, kind, year, title, content, clause, publishedAt, publishedBy } = publication
  const row = await tx.row<{ leaf: bigint }>(sql`select append_publication(${id}, ${countyCode}, ${realm}, ${kind}, ${year},
    ${title.zh}, ${title.en}, ${canonicalJson(content)}, ${clause}, ${publishedAt}, ${publishedBy}) as leaf`)
  return row?.leaf ?? 0n
}
