import { currentLanguage } from '../preferences.ts'
import { Problem } from './problem.ts'

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Path with its query; empty values are left out, so one address means one request. */
export function address(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

async function bodyOf(response: Response): Promise<unknown> {
  const kind = response.headers.get('content-type') ?? ''
  return kind.includes('json') ? response.json() : null
}

/** JSON, or the bytes of one file as they are. */
function carried(body: unknown): { content: BodyInit; type: string } {
  if (body instanceof Blob) return { content: body, type: 'application/octet-stream' }
  return { content: JSON.stringify(body), type: 'application/json' }
}

/** Sends a request and reads its JSON; every refusal is thrown as a Problem. A File as body is sent as an upload. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) {
    const { content, type } = carried(body)
    headers['content-type'] = type
    init.body = content
  }
  const response = await fetch(path, init).catch(() => {
    throw new Problem(0, {})
  })
  const answer = await bodyOf(response)
  if (!response.ok) throw new Problem(response.status, (answer ?? {}) as ConstructorParameters<typeof Problem>[1])
  return answer as T
}
