import { Readable } from 'node:stream'
import type { AuditEvent, Database, Scope } from '@jincun/db'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { admit, auditBy, sharedContext } from './admit.ts'
import type { ServeSettings } from './admit.ts'
import type { Caller } from './caller.ts'
import { cited } from './cited.ts'
import { problemOfError } from './problem-of-error.ts'
import { problemOf, problems } from './problem.ts'
import type { Problem } from './problem.ts'
import { refuseUnread } from './refuse-unread.ts'
import type { NoReason, Route } from './route.ts'
import { answerJson, fileHeaders } from './serve-route.ts'

/** A file of any size sent to the caller as it is read; what it reads from outlives the handler. */
export class FileStream {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly fileName: string
  readonly contentType: string
  constructor(bytes: AsyncIterable<Uint8Array>, fileName: string, contentType: string) {
    this.bytes = bytes
    this.fileName = fileName
    this.contentType = contentType
  }
}

/** What a handler of a stream is given. It opens its own transactions in the caller's scope: a file of hours must not hold one open. */
export type StreamContext<Params, Query> = {
  params: Params
  query: Query
  headers: Headers
  /** The bytes as they come; reading on is what lets the sender send on. Ends with an error above the route's limit. */
  bytes: AsyncIterable<Uint8Array>
  caller: Caller
  database: Database
  scope: Scope
  now: Date
  newId: () => string
  policy: PolicyPack
  /** Whether the caller may do another action at a place. */
  may: (action: string, placeCode: string) => boolean
  audit: (event: Pick<AuditEvent, 'countyCode' | 'action' | 'recordKind' | 'recordId' | 'before' | 'after'>) => Promise<void>
}

type StreamSpec<P extends z.ZodType, Q extends z.ZodType> = Pick<Route, 'path' | 'action' | 'summary' | 'clauses' | 'answer'> & {
  /** GET answers with a `FileStream` and has no body to read. */
  method: 'GET' | 'POST'
  params: P
  query: Q
  maximumBytes: number
  place: (input: { params: z.output<P>; query: z.output<Q> }) => string
  handle: (context: StreamContext<z.output<P>, z.output<Q>>) => Promise<Result<unknown, NoReason>>
}

/** A route that takes, or answers, a body of any size as a stream; made by `streamRoute`. */
export type StreamRoute = StreamSpec<z.ZodType, z.ZodType>

/** Declares a route that reads its body as it comes: parse → permit → handle. */
export const streamRoute = <P extends z.ZodType, Q extends z.ZodType>(spec: StreamSpec<P, Q>): StreamRoute => spec as unknown as StreamRoute

class TooLarge extends Error {}

async function* limited(body: AsyncIterable<Uint8Array>, maximumBytes: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > maximumBytes) throw new TooLarge()
    yield chunk
  }
}

async function decide(settings: ServeSettings, route: StreamRoute, request: FastifyRequest): Promise<Result<unknown, Problem>> {
  const caller = await settings.authenticate(request)
  const admitted = admit(settings, route, caller, { params: request.params, query: request.query, body: undefined })
  if (!admitted.ok) return admitted
  const { input, scope } = admitted.value
  const shared = sharedContext(settings, caller, request)
  const handled = await route.handle({
    params: input.params,
    query: input.query,
    ...shared,
    bytes: limited(request.body as AsyncIterable<Uint8Array>, route.maximumBytes),
    database: settings.database,
    scope,
    audit: event => settings.database.transaction(scope, 'write', tx => auditBy(tx, shared, event)),
  })
  return handled.ok ? handled : refuse(cited(problemOf(handled.reason), route, input.params))
}

async function serveStream(
  settings: ServeSettings,
  route: StreamRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answer = await decide(settings, route, request).catch((error: unknown): Result<unknown, Problem> => {
    const problem = error instanceof TooLarge ? problems.tooLarge(route.maximumBytes) : problemOfError(error)
    if (!problem) throw error
    return refuse(problem)
  })
  if (answer.ok && answer.value instanceof FileStream)
    return reply.headers(fileHeaders(answer.value)).send(Readable.from(answer.value.bytes))
  return answer.ok ? answerJson(reply, answer.value) : refuseUnread(reply, answer.reason)
}

/** Mounts routes that read their bodies themselves, whatever content type is sent. */
export async function addStreams(
  server: FastifyInstance,
  settings: ServeSettings,
  routes: readonly StreamRoute[],
  onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>,
): Promise<void> {
  await server.register(async scoped => {
    scoped.removeAllContentTypeParsers()
    scoped.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const route of routes)
      scoped.route({
        method: route.method,
        url: route.path,
        onRequest,
        handler: (request, reply) => serveStream(settings, route, request, reply),
      })
  })
}
