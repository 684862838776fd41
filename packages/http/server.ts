import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import fastify from 'fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Capability } from './capability.ts'
import type { PermissionTable } from './caller.ts'
import { openApiOf } from './open-api.ts'
import { ownRoutes } from './own-routes.ts'
import { problems } from './problem.ts'
import { refuseUnread } from './refuse-unread.ts'
import type { Route } from './route.ts'
import { sendProblem, serveRoute } from './serve-route.ts'
import type { ServeSettings } from './admit.ts'
import { addStreams } from './stream-route.ts'
import type { StreamRoute } from './stream-route.ts'

export type ServerSettings = Omit<ServeSettings, 'permissions'> & {
  capabilities: readonly Capability[]
  /** The built web client; absent in server tests. */
  webRoot?: string
  /** Requests a minute from one address before it is told to wait. */
  requestsPerMinute?: number
  log?: boolean
}

/** Every slice's part in one table; an action named twice is a mistake of ours. */
export function permissionsOf(capabilities: readonly Capability[]): PermissionTable {
  const entries = capabilities.flatMap(capability => Object.entries(capability.permissions))
  const twice = entries.find(([action], index) => entries.findIndex(([other]) => other === action) !== index)
  if (twice) throw new Error(`Action ${twice[0]} stands in two permission tables`)
  return Object.fromEntries(entries)
}

/** A route whose action no table lists would be open or dead; the program does not start with one. */
function checkRoutes(routes: readonly Pick<Route, 'method' | 'path' | 'action'>[], permissions: PermissionTable): void {
  const lost = routes.find(route => route.action !== 'public' && route.action !== 'signed-in' && !permissions[route.action])
  if (lost) throw new Error(`Route ${lost.method} ${lost.path} names action ${lost.action}, which no permission table lists`)
}

/** A write that a browser sends with our cookie from another site's page is refused. */
function fromForeignOrigin(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const origin = request.headers.origin
  if (origin === undefined || origin === 'null') return request.headers['sec-fetch-site'] === 'cross-site'
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuseUnread(reply, problems.tooLarge(request.routeOptions.bodyLimit ?? 0))
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendProblem(reply, problems.wrongType)
  if (error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_MAX_PARAM_LENGTH') return sendProblem(reply, problems.unreadableAddress)
  if (error.statusCode === 429) return sendProblem(reply, problems.tooMany)
  if (error.statusCode === 400 || error instanceof SyntaxError) return sendProblem(reply, problems.unreadable)
  const id = randomUUID()
  request.log.error({ err: error, id }, 'unexpected error')
  return sendProblem(reply, problems.bug(id))
}

async function addGuards(server: FastifyInstance, settings: ServerSettings): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  })
  await server.register(rateLimit, { max: settings.requestsPerMinute ?? 3000, timeWindow: 60_000 })
  await server.register(compress, { threshold: 1024 })
  server.addHook('onRequest', async (request, reply) => {
    if (fromForeignOrigin(request)) return sendProblem(reply, problems.foreignOrigin)
    return undefined
  })
}

/** A stranger's upload is refused before its bytes are read. */
const refuseStrangers =
  (serve: ServeSettings) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const caller = await serve.authenticate(request)
    return caller.kind === 'public' ? refuseUnread(reply, problems.unauthenticated) : undefined
  }

function addRoutes(server: FastifyInstance, serve: ServeSettings, routes: readonly Route[]): void {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      ...(route.upload && route.action !== 'public' ? { onRequest: refuseStrangers(serve) } : {}),
      bodyLimit: route.upload?.maximumBytes ?? route.bodyLimit ?? 1_000_000,
      handler: (request, reply) => serveRoute(serve, route, request, reply),
    })
  }
}

async function addWeb(server: FastifyInstance, webRoot: string | undefined): Promise<void> {
  const built = webRoot !== undefined && existsSync(webRoot)
  if (built)
    await server.register(staticFiles, {
      root: webRoot,
      wildcard: false,
      preCompressed: false,
      maxAge: '365d',
      immutable: true,
      index: false,
    })
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      built &&
      ['GET', 'HEAD'].includes(request.method) &&
      !request.url.startsWith('/api/') &&
      !/\.\w+$/.test(request.url.split('?')[0] ?? '')
    return isPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false })
      : sendProblem(reply, problems.notFound)
  })
}

/** Builds the HTTP server from the capabilities; it listens nowhere yet. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const permissions = permissionsOf(settings.capabilities)
  const serve = { ...settings, permissions }
  const routes = [...ownRoutes(serve, settings.capabilities), ...settings.capabilities.flatMap(capability => capability.routes)]
  const streams: readonly StreamRoute[] = settings.capabilities.flatMap(capability => capability.streams ?? [])
  checkRoutes([...routes, ...streams], permissions)
  const server = fastify({
    logger: settings.log ?? false,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerError,
  })
  server.setErrorHandler<FastifyError>(answerError)
  await addGuards(server, settings)
  addRoutes(server, serve, routes)
  await addStreams(server, serve, streams, refuseStrangers(serve))
  server.get('/healthz', async () => ({ ok: true }))
  server.get('/readyz', async () => ({ ok: (await settings.database.pool.query('select 1')).rowCount === 1 }))
  server.get('/api/openapi.json', async () => openApiOf(routes, streams))
  await addWeb(server, settings.webRoot)
  return server
}
