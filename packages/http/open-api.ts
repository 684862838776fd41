import { z } from 'zod'
import type { Route } from './route.ts'
import type { StreamRoute } from './stream-route.ts'

const schemaOf = (schema: z.ZodType | undefined): unknown =>
  schema ? z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) : undefined

/** Path and query parameters of a route as OpenAPI wants them. */
function parametersOf(route: Pick<Route, 'params' | 'query'>): unknown[] {
  return (['params', 'query'] as const).flatMap(part => {
    const schema = schemaOf(route[part]) as { properties?: Record<string, unknown>; required?: string[] } | undefined
    return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || (schema?.required ?? []).includes(name),
      schema: property,
    }))
  })
}

function bodyOf(route: Route | StreamRoute): unknown {
  if (route.method === 'GET') return undefined
  if ('maximumBytes' in route) return Object.fromEntries(streamTypes.map(type => [type, {}]))
  if (route.upload) return { 'application/octet-stream': {} }
  return route.body ? { 'application/json': { schema: schemaOf(route.body) } } : undefined
}

const streamTypes = ['text/csv', 'application/x-ndjson', 'application/json', 'application/octet-stream']

function operationOf(route: Route | StreamRoute): unknown {
  const body = bodyOf(route)
  return {
    summary: route.summary,
    'x-action': route.action,
    'x-clauses': route.clauses ?? [],
    parameters: parametersOf(route as Route),
    ...(body ? { requestBody: { content: body } } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(route.answer) ?? {} } } },
      default: { description: 'RFC 9457 problem document', content: { 'application/problem+json': {} } },
    },
  }
}

/** The published contract (OpenAPI 3.1), made from the routes themselves. */
export function openApiOf(routes: readonly Route[], streams: readonly StreamRoute[] = []): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of [...routes, ...streams]) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return { openapi: '3.1.0', info: { title: 'Jincun', version: '0.1.0' }, paths }
}
