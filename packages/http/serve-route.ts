import { publish } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { admit, auditBy, sharedContext } from './admit.ts'
import type { ServeSettings } from './admit.ts'
import type { Caller } from './caller.ts'
import { cited } from './cited.ts'
import type { ParsedInput } from './input.ts'
import { problemOfError } from './problem-of-error.ts'
import { problemOf } from './problem.ts'
import type { Problem } from './problem.ts'
import { Download, WithCookies } from './route.ts'
import type { Route, RouteContext } from './route.ts'
import { toWire } from './wire.ts'

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

function contextFor(
  settings: ServeSettings,
  caller: Caller,
  request: FastifyRequest,
  input: ParsedInput,
  upload: Uint8Array,
  tx: Transaction,
): RouteContext<undefined, undefined, undefined> {
  const shared = sharedContext(settings, caller, request)
  return {
    ...(input as { params: undefined; query: undefined; body: undefined }),
    ...shared,
    upload,
    tx,
    audit: event => auditBy(tx, shared, event),
    publish: publication => publish(tx, { ...publication, realm: caller.realm, publishedAt: shared.now, publishedBy: caller.personId }),
  }
}

async function decide(settings: ServeSettings, route: Route, caller: Caller, request: FastifyRequest): Promise<Result<unknown, Problem>> {
  const { params, query } = request
  const admitted = admit(settings, route, caller, { params, query, body: route.upload ? undefined : request.body })
  if (!admitted.ok) return admitted
  const { input, scope } = admitted.value
  const upload = route.upload && Buffer.isBuffer(request.body) ? request.body : new Uint8Array()
  return settings.database.transaction(scope, route.method === 'GET' ? 'read' : 'write', async tx => {
    const result = await route.handle(contextFor(settings, caller, request, input, upload, tx))
    if (!result.ok) throw new Refused(cited(problemOf(result.reason), route, input.params))
    return result
  })
}

/** Headers of a file that the caller is to keep. */
export const fileHeaders = ({ contentType, fileName }: { contentType: string; fileName: string }) => ({
  'content-type': contentType,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  'cache-control': 'no-store',
})

const sendFile = (reply: FastifyReply, file: Download): FastifyReply => reply.headers(fileHeaders(file)).send(Buffer.from(file.bytes))

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
    const problem = error instanceof Refused ? error.problem : problemOfError(error)
    if (!problem) throw error
    return refuse(problem)
  })
  if (!answer.ok) return sendProblem(reply, answer.reason)
  if (answer.value instanceof Download) return sendFile(reply, answer.value)
  if (answer.value instanceof WithCookies) return answerJson(reply.header('set-cookie', [...answer.value.cookies]), answer.value.value)
  return answerJson(reply, answer.value)
}
