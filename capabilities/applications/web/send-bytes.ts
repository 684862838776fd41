import { Problem } from '@jincun/ui'

/** Sends the bytes of one file; answers why it was refused, or null. The name and ids travel in the path's query. */
export async function sendBytes(path: string, file: File): Promise<Problem | null> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file })
    return response.ok ? null : new Problem(response.status, await response.json())
  } catch {
    return new Problem(0, {})
  }
}
