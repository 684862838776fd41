import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { oneAtATime } from './one-at-a-time.ts'
import { compile, sql } from './sql.ts'
import type { Fragment } from './sql.ts'

/** Whose eyes a transaction has. Row-level security reads it; without it no row is seen. */
export type Scope = {
  personId: string | null
  /** Live and demo organisations never mix. */
  realm: string
  /** Place-code prefixes the action is permitted in; '*' is the nation; none means no row. */
  jurisdictions: readonly string[]
}

export type Transaction = {
  rows<Row>(query: Fragment): Promise<Row[]>
  /** The only row, or undefined. */
  row<Row>(query: Fragment): Promise<Row | undefined>
  /** Runs a statement and tells how many rows it touched. */
  run(statement: Fragment): Promise<number>
  /** Sends rows in PostgreSQL's text form by `copy … from stdin`: by far the fastest way in. The statement carries no values. */
  copyIn(statement: Fragment, rows: Uint8Array): Promise<void>
}

export type Database = {
  /** Runs `work` in one transaction that sees only the scope; commits unless it throws. `snapshot` reads one instant throughout. */
  transaction<T>(scope: Scope, mode: 'read' | 'snapshot' | 'write', work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * For libraries that bring their own SQL (sessions) and for health checks: a pool of its own, so that ten requests which each hold a
   * connection and ask a library for something never wait for one another for ever.
   */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** The role the program works as: it owns nothing, bypasses nothing and cannot touch the audit log but by its one function. */
export const applicationRole = 'jincun_app'

const types = {
  // bigint → BigInt (money), date → its text (a business date is not an instant); the rest as pg gives it.
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 20) return (text: string) => BigInt(text)
    if (oid === 1082) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

type Turn = ReturnType<typeof oneAtATime>

const over = (client: pg.PoolClient, inTurn: Turn, onQuery?: (text: string) => void): Transaction => {
  const ask = async (query: Fragment) => {
    const compiled = compile(query)
    onQuery?.(compiled.text)
    return inTurn(() => client.query(compiled))
  }
  const copy = async (text: string, rows: Uint8Array): Promise<void> => {
    const stream = client.query(copyFrom(text))
    const finished = once(stream, 'finish')
    stream.end(rows)
    await finished
  }
  return {
    rows: async <Row>(query: Fragment) => (await ask(query)).rows as Row[],
    row: async <Row>(query: Fragment) => (await ask(query)).rows[0] as Row | undefined,
    run: async statement => (await ask(statement)).rowCount ?? 0,
    copyIn: async (statement, rows) => {
      const { text } = compile(statement)
      onQuery?.(text)
      await inTurn(() => copy(text, rows))
    },
  }
}

const scopeStatement = (scope: Scope): Fragment => {
  const jurisdictions = scope.jurisdictions.filter(prefix => /^(\*|\d{2,6})$/.test(prefix))
  return sql`select set_config('jincun.person', ${scope.personId ?? ''}, true),
    set_config('jincun.realm', ${scope.realm}, true), set_config('jincun.jurisdictions', ${jurisdictions.join(',')}, true)`
}

/** Goes on in the same transaction with the eyes of another scope: for a request that asks in several. */
export async function enterScope(tx: Transaction, scope: Scope): Promise<void> {
  await tx.run(scopeStatement(scope))
}

const begins = { read: 'begin read only', snapshot: 'begin isolation level repeatable read read only', write: 'begin' }

/**
 * Opens a pool that works as the application role.
 * @param onQuery hears every statement's text; benches count queries with it.
 */
export function openDatabase(
  url: string,
  options: { connections?: number; role?: string | null; onQuery?: (text: string) => void } = {},
): Database {
  const role = options.role === undefined ? applicationRole : options.role
  const openPool = (): pg.Pool => {
    const pool = new pg.Pool({
      connectionString: url,
      max: options.connections ?? 10,
      types,
      options: role === null ? '-c timezone=Asia/Shanghai' : `-c role=${role} -c timezone=Asia/Shanghai`,
    })
    pool.on('error', () => undefined) // An idle connection that the server closes is replaced at the next use.
    return pool
  }
  const [pool, ofTransactions] = [openPool(), openPool()]
  return {
    pool,
    close: async () => {
      await Promise.all([pool.end(), ofTransactions.end()])
    },
    async transaction(scope, mode, work) {
      const client = await ofTransactions.connect()
      const inTurn = oneAtATime()
      const tx = over(client, inTurn, options.onQuery)
      let broken: Error | undefined
      try {
        await client.query(begins[mode])
        await tx.run(scopeStatement(scope))
        const value = await work(tx)
        await inTurn(() => client.query('commit'))
        return value
      } catch (error) {
        // After whatever the failed work had started side by side: nothing of it may run outside the transaction.
        await inTurn(() => client.query('rollback')).catch((failure: Error) => {
          broken = failure
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}
