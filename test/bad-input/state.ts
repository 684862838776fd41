import type pg from 'pg'

/** Rows and a hash of all content of every table in whatever order, and so of the heads of the audit chains and of the public log. */
export type DatabaseState = Record<string, { rows: number; content: string }>

export async function stateOf(owner: pg.Client): Promise<DatabaseState> {
  const tables = await owner.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const parts = tables.rows.map(({ name }) => {
    const table = owner.escapeIdentifier(name)
    const content = 'coalesce(sum(hashtextextended(t::text, 0)), 0)::text' // A sum needs no sorting: this is asked hundreds of times.
    return `select ${owner.escapeLiteral(name)} as name, count(*)::int as rows, ${content} as content from ${table} t`
  })
  const found = await owner.query<{ name: string; rows: number; content: string }>(parts.join(' union all '))
  return Object.fromEntries(found.rows.map(({ name, rows, content }) => [name, { rows, content }]))
}

export const without = (state: DatabaseState, tables: readonly string[] = []): DatabaseState =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !tables.includes(name)))
