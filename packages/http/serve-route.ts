import { appendAudit, publish } from '@jincun/db'
import type { Database, Transaction } from '@jincun/db'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { PolicyGap } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, PermissionTable } from './caller.ts'
import { parseInput } from './input.ts'
import type { ParsedInput } from './input.ts'
import { permits } from './permit.ts'
import { newIdAt, scopeFor } from './permitted.ts'
import { problemOf, problems } from './problem.ts'
import type { Problem } from './problem.ts'
import { Download, WithCookies } from './route.ts'
import type { Route, RouteContext } from './route.ts'
import { toWire } from './wire.ts'

export type ServeSettings = {
  database: Database
  policy: PolicyPack
  permissions: PermissionTable
  now: () => Date
  authenticate: (request: FastifyRequest) => Promise<Caller>
}

/** Thrown inside a transaction to undo it when the handler refuses; never leaves this file. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(toWire(problem))

/** Request headers in the web's own class. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [key, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(key, value)
  return headers
}

function contextFor(
  settings: ServeSettings,
  caller: Caller,
  request: FastifyRequest,
  input: ParsedInput,
  upload: Uint8Array,
  tx: Transaction,
): RouteContext<undefined, undefined, undefined> {
  const now = settings.now()
  return {
    ...(input as { params: undefined; query: undefined; body: undefined }),
    upload,
    caller,
    headers: headersOf(request),
    tx,
    now,
    newId: newIdAt(now),
    policy: settings.policy,
    audit: async event => {
      await appendAudit(tx, { ...event, at: now, realm: caller.realm, personId: caller.personId })
    },
    publish: publication => publish(tx, { ...publication, realm: caller.realm, publishedAt: now, publishedBy: caller.personId }),
    may: (action, placeCode) => permits(settings.permissions, caller, action, placeCode),
  }
}

async function decide(settings: ServeSettings, route: Route, caller: Caller, request: FastifyRequest): Promise<Result<unknown, Problem>> {
  const input = parseInput(route, { params: request.params, query: request.query, body: route.upload ? undefined : request.body })
  if (!input.ok) return input
  const scope = scopeFor(route.action, caller, settings.permissions)
  if (!scope.ok) return scope
  const place = route.place?.(input.value as { params: undefined; query: undefined; body: undefined })
  if (place !== undefined && !permits(settings.permissions, caller, route.action, place)) return refuse(problems.forbidden(route.action))
  const upload = route.upload && Buffer.isBuffer(request.body) ? request.body : new Uint8Array()
  return settings.database.transaction(scope.value, route.method === 'GET' ? 'read' : 'write', async tx => {
    const result = await route.handle(contextFor(settings, caller, request, input.value, upload, tx))
    if (!result.ok) throw new Refused(problemOf(result.reason))
    return result
  })
}

/** What PostgreSQL says when row-level security, a unique key or a foreign key stops a write that the service let through. */
function problemOfError(error: unknown): Problem | undefined {
  if (error instanceof Refused) return error.problem
  if (error instanceof PolicyGap) return problems.policyGap(error.file)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '42501') return problems.forbidden('row-level-security')
  if (code === '23505') return problems.conflict
  if (code === '22003') return problems.outOfRange
  if (code === '23503') return problems.missingReference
  return undefined
}

function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  const name = encodeURIComponent(file.fileName)
  const headers = {
    'content-type': file.contentType,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'cache-control': 'no-store',
  }
  return reply.headers(headers).send(Buffer.from(file.bytes))
}

export const answerJson = (reply: FastifyReply, value: unknown): FastifyReply =>
  reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).send(toWire(value))

/** Serves one request by one route: authenticate, parse, permit, then the handler in one scoped transaction. */
export async function serveRoute(
  settings: ServeSettings,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const caller = await settings.authenticate(request)
  const answer = await decide(settings, route, caller, request).catch((error: unknown): Result<unknown, Problem> => {
    const problem = problemOfError(error)
    if (!problem) throw error
    return refuse(problem)
  })
  if (!answer.ok) return sendProblem(reply, answer.reason)
  if (answer.value instanceof Download) return sendFile(reply, answer.value)
  if (answer.value instanceof WithCookies) return answerJson(reply.header('set-cookie', [...answer.value.cookies]), answer.value.value)
  return answerJson(reply, answer.value)
}
