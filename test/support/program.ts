import { migrate, readMigrations } from '@jincun/db'
import type { Capability } from '@jincun/http'
import { demoPassword } from '@jincun/identity'
import type { PolicyPack } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { buildProgram, createDemoClock } from '@jincun/server'
import type { Program } from '@jincun/server'
import type { InjectOptions } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { demoInstant, testSecret } from './constants.ts'
import { copyTemplate } from './templates.ts'

export type Answer<T = unknown> = { status: number; body: T; headers: Record<string, unknown>; bytes: Buffer }

/** Sends requests as one person (or as the public) through the whole server, in process. */
export type Client = {
  get<T = unknown>(path: string): Promise<Answer<T>>
  send<T = unknown>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>>
  upload<T = unknown>(path: string, bytes: Uint8Array): Promise<Answer<T>>
  /** Any request at all, as this person: for what no well-meaning client sends. */
  ask<T = unknown>(request: InjectOptions): Promise<Answer<T>>
}

export type TestProgram = {
  program: Program
  /** Owner's connection, for looking behind row-level security. */
  owner: pg.Client
  url: string
  /** The public. */
  anyone: Client
  /** A demo person by username, see capabilities/identity/demo-people.ts. */
  as(username: string): Promise<Client>
  /** Sets the server's clock. */
  setNow(instant: string): void
  close(): Promise<void>
}

function clientOf(program: Program, cookie: string): Client {
  const ask = async <T>(request: InjectOptions): Promise<Answer<T>> => {
    const headers = { ...(cookie ? { cookie } : {}), ...request.headers }
    const response = await program.server.inject({ ...request, headers })
    const isJson = String(response.headers['content-type']).includes('json')
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : response.body) as T,
      headers: response.headers,
      bytes: response.rawPayload,
    }
  }
  const send = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload: object, type = 'application/json') =>
    ask<T>({ method, url, headers: { 'content-type': type }, payload })
  return {
    ask,
    get: path => ask({ method: 'GET', url: path }),
    send: (method, path, body) => send(method, path, body ?? {}),
    upload: (path, bytes) => send('POST', path, Buffer.from(bytes), 'application/octet-stream'),
  }
}

async function migrateSlices(url: string, slices: readonly Capability[]): Promise<void> {
  const folders = slices.flatMap(({ name, migrations }) => (migrations ? [{ slice: name, folder: migrations }] : []))
  if (folders.length > 0) await migrate(url, await readMigrations(folders))
}

/** The whole program over its own copy of the demo (or an empty) database. */
export async function startTestProgram(
  options: {
    now?: string
    empty?: boolean
    webRoot?: string
    setUpCode?: string
    onQuery?: (text: string) => void
    /** Policy of this program instead of the shipped: for what a province of a test sets. */
    policy?: (shipped: PolicyPack) => PolicyPack
    /** Slices beside the shipped ones; their migrations run first. */
    more?: readonly Capability[]
  } = {},
): Promise<TestProgram> {
  const url = await copyTemplate(inject('clusterUrl'), options.empty ? 'empty' : 'demo')
  let now = options.now ? new Date(options.now) : demoInstant
  const clock = createDemoClock(() => now)
  const { onQuery, setUpCode, webRoot, more = [] } = options
  await migrateSlices(url, more)
  const shipped = await loadPolicy()
  const program = await buildProgram({
    databaseUrl: url,
    policy: options.policy ? options.policy(shipped) : shipped,
    secret: testSecret,
    now: clock.now,
    more: [...more, clock.capability],
    requestsPerMinute: 1_000_000,
    ...(setUpCode ? { setUpCode } : {}),
    ...(onQuery ? { onQuery } : {}),
    ...(webRoot ? { webRoot } : {}),
  })
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const clients = new Map<string, Client>()
  const anyone = clientOf(program, '')
  const as = async (username: string): Promise<Client> => {
    const known = clients.get(username)
    if (known) return known
    const answer = await anyone.send('POST', '/api/sign-in', { username, password: demoPassword })
    if (answer.status !== 200) throw new Error(`Sign-in of ${username} failed: ${JSON.stringify(answer.body)}`)
    const cookies = answer.headers['set-cookie']
    const client = clientOf(
      program,
      [cookies]
        .flat()
        .map(cookie => String(cookie).split(';')[0])
        .join('; '),
    )
    clients.set(username, client)
    return client
  }
  const close = async () => {
    await owner.end()
    await program.close()
  }
  return {
    program,
    owner,
    url,
    anyone,
    as,
    setNow: instant => {
      now = new Date(instant)
    },
    close,
  }
}
