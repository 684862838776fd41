import type { AuditEvent, Publication, Transaction } from '@jincun/db'
import type { Refusal, Result } from '@jincun/kernel'
import type { Bilingual, Finding, PolicyPack } from '@jincun/policy'
import type { z } from 'zod'
import type { Caller } from './caller.ts'

/** A file sent to the caller instead of JSON. */
export class Download {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly contentType: string
  constructor(bytes: Uint8Array, fileName: string, contentType: string) {
    this.bytes = bytes
    this.fileName = fileName
    this.contentType = contentType
  }
}

/** A JSON answer that also sets cookies: sign-in and sign-out. */
export class WithCookies {
  readonly value: unknown
  readonly cookies: readonly string[]
  constructor(value: unknown, cookies: readonly string[]) {
    this.value = value
    this.cookies = cookies
  }
}

/** Rules not met: all of them at once (HTTP 422). */
export type RuleRefusal = { kind: 'rules'; code: string; message: Bilingual; findings: readonly Finding[] }

export type NoReason = Refusal | RuleRefusal

/** What a handler is given: input already parsed, the caller already permitted, the transaction already scoped. */
export type RouteContext<Params, Query, Body> = {
  params: Params
  query: Query
  body: Body
  /** The bytes sent, on routes that take an upload. */
  upload: Uint8Array
  caller: Caller
  /** As sent; only identity reads them. */
  headers: Headers
  tx: Transaction
  now: Date
  /** A fresh UUIDv7. */
  newId: () => string
  policy: PolicyPack
  /** Writes to the audit log in this transaction; who, when and realm are filled in. */
  audit: (
    event: Pick<AuditEvent, 'countyCode' | 'action' | 'recordKind' | 'recordId' | 'before' | 'after'> & { reason?: string },
  ) => Promise<void>
  /** Adds to the public log in this transaction; who, when and realm are filled in. Returns the leaf number. */
  publish: (publication: Omit<Publication, 'publishedAt' | 'publishedBy' | 'realm'>) => Promise<bigint>
  /** Whether the caller may do another action at a place. */
  may: (action: string, placeCode: string) => boolean
}

type Schema = z.ZodType | undefined
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined

export type RouteSpec<P extends Schema, Q extends Schema, B extends Schema> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: `/api/${string}`
  /** An action of the permission table, or 'public' (everyone), or 'signed-in' (everyone with a session). */
  action: string
  summary: string
  clauses?: readonly string[]
  params?: P
  query?: Q
  body?: B
  /** Shape of the answer, for the published contract. */
  answer?: z.ZodType
  /** Takes raw bytes up to this size as its body instead of JSON. */
  upload?: { maximumBytes: number }
  /** JSON bodies above this size are refused unread; 1 MB when absent. */
  bodyLimit?: number
  /** The place the request is about, checked before anything is loaded. */
  place?: (input: { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }) => string
  handle: (context: RouteContext<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Result<unknown, NoReason>>
}

/** A route with its input types folded away; made by `route`. */
export type Route = RouteSpec<Schema, Schema, Schema>

/** Declares a route: parse → permit → load → decide → save → reply. GET routes run in read-only transactions. */
export function route<P extends Schema = undefined, Q extends Schema = undefined, B extends Schema = undefined>(
  spec: RouteSpec<P, Q, B>,
): Route {
  // The server hands each handler exactly what its own schemas parsed, so forgetting the types here is safe.
  return spec as unknown as Route
}
