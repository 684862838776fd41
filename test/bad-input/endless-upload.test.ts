import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '@jincun/identity'
import { startTestProgram } from '../support/program.ts'
import type { TestProgram } from '../support/program.ts'
import { id } from './bad-request.ts'
import { draft } from './cases/draft.ts'
import { stateOf } from './state.ts'

const mebibyte = 1024 * 1024
const megabyte = Buffer.alloc(mebibyte, 'x')
const twoGibibytes = 2 * 1024 * mebibyte

let program: TestProgram
let port: number
let cookie: string
beforeAll(async () => {
  program = await startTestProgram()
  await program.program.server.listen({ port: 0, host: '127.0.0.1' })
  port = (program.program.server.server.address() as AddressInfo).port
  const answer = await program.anyone.send('POST', '/api/sign-in', { username: 'zhaojue-office', password: demoPassword })
  cookie = [answer.headers['set-cookie']]
    .flat()
    .map(each => String(each).split(';')[0])
    .join('; ')
})
afterAll(() => program.close())

type Outcome = { status: number; code: string; sent: number }

const heard = (socket: Socket, event: 'end' | 'close') => new Promise(resolve => socket.once(event, resolve))
const written = (socket: Socket, bytes: Uint8Array) => new Promise(resolve => socket.write(bytes, resolve))

/** Sends a megabyte at a time for as long as the server takes them, at most two gigabytes, and reads what it says meanwhile. */
async function pour(headers: readonly string[], isChunked: boolean): Promise<Outcome> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', piece => {
    said += piece.toString('utf8')
  })
  socket.on('error', () => undefined) // The server hangs up on us, as it should.
  const path = draft(`attachments?id=${id(70)}&name=video.pdf`)
  socket.write([`POST ${path} HTTP/1.1`, 'host: localhost', 'content-type: application/octet-stream', ...headers, '', ''].join('\r\n'))
  const block = isChunked ? Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')]) : megabyte
  const closed = heard(socket, 'close')
  let sent = 0
  while (!socket.closed && sent < twoGibibytes) {
    await Promise.race([written(socket, block), closed, wait(100)])
    sent += megabyte.length
  }
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1])
  return { status, code: /"code":"([a-z-]+)"/.exec(said)?.[1] ?? said, sent }
}

test.each([
  ['its size said beforehand', `content-length: ${twoGibibytes}`, 8],
  ['its size not said', 'transfer-encoding: chunked', 80],
])('a signed-in upload of 2 GB, %s, is refused at the limit and never held in memory', async (_what, header, mostSent) => {
  const before = await stateOf(program.owner)
  const memory = process.memoryUsage().rss
  const outcome = await pour([header, `cookie: ${cookie}`], header.includes('chunked'))
  expect(outcome).toMatchObject({ status: 413, code: 'too-large' })
  expect(outcome.sent).toBeLessThan(mostSent * mebibyte)
  expect(process.memoryUsage().rss - memory).toBeLessThan(200 * mebibyte)
  expect(await stateOf(program.owner)).toEqual(before)
})

test('a stranger’s upload is refused before it is read', async () => {
  const outcome = await pour(['transfer-encoding: chunked'], true)
  expect(outcome).toMatchObject({ status: 401, code: 'sign-in-needed' })
  expect(outcome.sent).toBeLessThan(16 * mebibyte)
})

test('who sends on for a while before listening still hears why it was refused', async () => {
  const socket = connect(port, '127.0.0.1')
  const errors: Error[] = []
  socket.on('error', error => errors.push(error))
  const over = Promise.race([heard(socket, 'end'), heard(socket, 'close')])
  socket.pause()
  socket.write(`POST ${draft('attachments?id=x&name=v.pdf')} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${twoGibibytes}\r\n\r\n`)
  for (let block = 0; block < 40; block++) await Promise.race([written(socket, megabyte), wait(10)])
  const pieces: Buffer[] = []
  socket.on('data', piece => pieces.push(piece))
  socket.resume()
  await over
  socket.destroy()
  expect(Buffer.concat(pieces).toString('utf8')).toMatch(/^HTTP\/1\.1 401[\s\S]*"code":"sign-in-needed"/)
  expect(errors).toEqual([])
})
