/** What came of one call: an answer with its bytes, or why there is none. `cut` and `timeout` may have arrived over there all the same. */
export type CallResult = { kind: 'answer'; status: number; bytes: Buffer } | { kind: 'no-connection' | 'cut' | 'timeout'; message: string }

/** More than this is no answer to a report. */
const answerBytesMaximum = 1_048_576

const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

function failureOf(error: unknown): CallResult {
  if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'timeout', message: error.message }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const message = [code, cause instanceof Error ? cause.message : String(cause)].filter(Boolean).join(' ').slice(0, 300)
  return { kind: neverConnected.includes(code) ? 'no-connection' : 'cut', message }
}

async function readLimited(response: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > answerBytesMaximum) throw new Error('the answer is longer than 1 MB')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Posts a SOAP 1.1 envelope. Redirects are not followed: a report goes to the address that was set and to no other. */
export async function callSoap(address: string, action: string, envelope: string, timeoutSeconds: number): Promise<CallResult> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"`, connection: 'close' },
      body: envelope,
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    })
    return { kind: 'answer', status: response.status, bytes: await readLimited(response) }
  } catch (error) {
    return failureOf(error)
  }
}
