import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { readReport } from './read-report.ts'
import type { Report } from './read-report.ts'

/**
 * How the stand-in behaves: takes reports, says no, keeps the caller waiting, cuts the line before or after it kept the report, answers that it is busy,
 * raises a SOAP fault, or talks nonsense in one of several ways.
 */
export type Behaviour =
  | { kind: 'accept' }
  | { kind: 'refuse'; message: string }
  | { kind: 'delay'; milliseconds: number }
  | { kind: 'cut-before' }
  | { kind: 'cut-after' }
  | { kind: 'busy' }
  | { kind: 'fault'; code: 'Client' | 'Server' }
  | { kind: 'say'; status: number; body: string }

/** A report that was kept: when it came, in which sequence, and how often the very same came again. */
export type Kept = Report & { receipt: string; repeats: number }

export type MinistryServer = {
  address: string
  /** Every report kept, in the sequence of its first coming. */
  kept: Kept[]
  /** Requests that came, kept or not. */
  requests: { soapAction: string; body: string }[]
  behave(behaviour: Behaviour): void
  /** Takes the server off the net, as for maintenance; what was kept stays. */
  stop(): Promise<void>
  /** Puts it on the net again, at the same address. */
  start(): Promise<void>
}

const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const answerOf = (states: boolean, more: string): string =>
  envelope(
    `<syncServiceStationOperationResponse xmlns="http://www.cvicse.com/service/"><out xmlns="">${escaped(
      `<result><states>${states}</states>${more}</result>`,
    )}</out></syncServiceStationOperationResponse>`,
  )

const faultOf = (code: string, message: string): string =>
  envelope(`<soapenv:Fault><faultcode>soapenv:${code}</faultcode><faultstring>${escaped(message)}</faultstring></soapenv:Fault>`)

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(pieces).toString('utf8')
}

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' })
  response.end(body)
}

/** Keeps a report; the very same again is known again and gets its first receipt, so that whoever heard no answer may ask again. */
function keep(kept: Kept[], report: Report): Kept {
  const same = kept.find(each => each.xml === report.xml)
  if (same) {
    same.repeats++
    return same
  }
  const fresh = { ...report, receipt: `R${report.userId}-${report.rptDate}-${kept.length + 1}`, repeats: 0 }
  kept.push(fresh)
  return fresh
}

/** Answers one SOAP request the way the behaviour says. */
async function answer(
  server: Pick<MinistryServer, 'kept' | 'requests'>,
  behaviour: Behaviour,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await bodyOf(request)
  server.requests.push({ soapAction: String(request.headers.soapaction ?? ''), body })
  const cut = (): Socket => request.socket.destroy()
  if (behaviour.kind === 'cut-before') return void cut()
  if (behaviour.kind === 'busy') return send(response, 503, 'Service Unavailable')
  if (behaviour.kind === 'say') return send(response, behaviour.status, behaviour.body)
  if (behaviour.kind === 'fault') return send(response, 500, faultOf(behaviour.code, 'the stand-in was told to'))
  if (behaviour.kind === 'refuse') return send(response, 200, answerOf(false, `<message>${escaped(behaviour.message)}</message>`))
  const report = readReport(body)
  if (typeof report === 'string') return send(response, 500, faultOf('Client', report))
  const kept = keep(server.kept, report)
  if (behaviour.kind === 'cut-after') return void cut()
  if (behaviour.kind === 'delay') {
    const { promise, resolve } = Promise.withResolvers<void>()
    setTimeout(resolve, behaviour.milliseconds).unref()
    await promise
  }
  send(response, 200, answerOf(true, `<receipt>${kept.receipt}</receipt>`))
}

/**
 * Starts a real SOAP 1.1 server that stands in for the ministry's system in tests and trials. It was written from the wire format alone and shares no
 * code with the client.
 */
export async function startMinistryServer(port = 0): Promise<MinistryServer> {
  let behaviour: Behaviour = { kind: 'accept' }
  const state = { kept: [] as Kept[], requests: [] as MinistryServer['requests'] }
  const listen = async (at: number) => {
    const http = createServer((request, response) => {
      answer(state, behaviour, request, response).catch(() => request.socket.destroy())
    })
    const { promise, resolve } = Promise.withResolvers<void>()
    http.listen(at, '127.0.0.1', resolve)
    await promise
    return http
  }
  let http = await listen(port)
  const own = (http.address() as AddressInfo).port
  return {
    ...state,
    address: `http://127.0.0.1:${own}/services/syncServiceStation`,
    behave: next => {
      behaviour = next
    },
    stop: async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      http.close(() => resolve())
      http.closeAllConnections()
      await promise
    },
    start: async () => {
      http = await listen(own)
    },
  }
}
