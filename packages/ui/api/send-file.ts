import { Problem } from './problem.ts'

const bodyOf = (request: XMLHttpRequest): ConstructorParameters<typeof Problem>[1] => {
  try {
    return JSON.parse(request.responseText) as ConstructorParameters<typeof Problem>[1]
  } catch {
    return {}
  }
}

/**
 * Sends the bytes of one file and tells how far it has come, in percent. The file's name travels in the query as `fileName`.
 * XMLHttpRequest, since fetch does not report the progress of what it sends.
 */
export function sendFile<Answer>(path: string, file: File, onProgress: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${path}${path.includes('?') ? '&' : '?'}fileName=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = event => onProgress(Math.round((100 * event.loaded) / Math.max(1, event.total)))
    request.onerror = () => reject(new Problem(0, {}))
    request.onload = () => {
      const body: unknown = bodyOf(request)
      if (request.status >= 200 && request.status < 300) resolve(body as Answer)
      else reject(new Problem(request.status, body as ConstructorParameters<typeof Problem>[1]))
    }
    request.send(file)
  })
}
