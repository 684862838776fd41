import { z } from 'zod'
import type { Route } from './route.ts'

const schemaOf = (schema: z.ZodType | undefined): unknown =>
  schema ? z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) : undefined

/** Path and query parameters of a route as OpenAPI wants them. */
function parametersOf(route: Route): unknown[] {
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

function operationOf(route: Route): unknown {
  const body = route.upload
    ? { 'application/octet-stream': {} }
    : route.body
      ? { 'application/json': { schema: schemaOf(route.body) } }
      : undefined
  return {
    summary: route.summary,
    'x-action': route.action,
    'x-clauses': route.clauses ?? [],
    parameters: parametersOf(route),
    ...(body ? { requestBody: { content: body } } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(route.answer) ?? {} } } },
      default: { description: 'RFC 9457 problem document', content: { 'application/problem+json': {} } },
    },
  }
}

/** The published contract (OpenAPI 3.1), made from the routes themselves. */
export function openApiOf(routes: readonly Route[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return { openapi: '3.1.0', info: { title: 'Jincun', version: '0.1.0' }, paths }
}
