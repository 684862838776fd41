import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import type { Problem } from './problem.ts'
import { sendProblem } from './serve-route.ts'

/** Milliseconds a connection is held open after a refusal, for the sender to read it. */
const heldOpen = 2000

/** Says that nothing more comes, takes nothing more in, and hangs up after a while. */
function hangUpLater(socket: Socket): void {
  socket.end()
  socket.pause()
  const timer = setTimeout(() => socket.destroy(), heldOpen)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
}

/**
 * Refuses a body that is not read to its end, and hangs up. A socket closed on bytes not yet read is reset, and the reset overtakes the answer
 * (RFC 9112 §9.6): so it is held for two seconds, with its window shut, until the sender has read what is wrong.
 */
export function refuseUnread(reply: FastifyReply, problem: Problem): FastifyReply {
  const { socket } = reply.request.raw
  socket.destroySoon = () => hangUpLater(socket)
  return sendProblem(reply.header('connection', 'close'), problem)
}
