import type { InjectOptions } from 'fastify'
import type { TestProgram } from '../support/program.ts'

/** What a case needs to know of the demonstration before it sends. */
export type World = {
  program: TestProgram
  /** Version of the draft application of 昭觉 as it stands. */
  draftVersion: number
  /** Version of the saved input sheet of 2020. */
  sheetVersion: number
  /** Version and projects of the draft, to change one thing of them. */
  /** The ranked list of 四川 as a page would send it back. */
  rankedList: { seenVersion: number; entries: object[]; basis: object; reasons: object; plan: object }
  /** The address of the application that a reviewer of 四川 has to score, and a whole sheet for it. */
  assignment: string
  sheetItems: { itemId: string; halfPoints: number; reason: string }[]
  /** The request of 昭觉's contractor that waits, and records of its register, as the pages would send them back. */
  payment: { id: string; contractId: string; [field: string]: unknown }
  register: {
    project: Record<string, unknown>
    contract: Record<string, unknown> & { id: string; lines: Record<string, unknown>[] }
    contractor: Record<string, unknown>
    procurement: Record<string, unknown>
    planLines: Record<string, unknown>[]
    siteId: string
  }
  draftProject: { id: string; [field: string]: unknown; lines: Record<string, unknown>[] }
}

/** One malformed request, who sends it, and the one answer it must get. */
export type BadRequest = {
  name: string
  /** A demo person's username; absent: the public. */
  who?: string
  /** What must have happened before, such as a session that ran out. */
  prepare?: (world: World) => Promise<void>
  /** The server's clock, when it is not the demonstration's. */
  at?: string
  send: (world: World) => InjectOptions
  status: number
  code: string
  /** The sentence as it is shown, Chinese. */
  says: string
  /** Where the answer points, where it names a field, sheet, row or column. */
  where?: string
  /** Tables that may change all the same: a refused sign-in is counted. */
  mayChange?: readonly string[]
}

export const json = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload: unknown): InjectOptions => ({
  method,
  url,
  headers: { 'content-type': 'application/json' },
  payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
})

export const bytes = (url: string, payload: Uint8Array): InjectOptions => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/octet-stream' },
  payload: Buffer.from(payload),
})

export const get = (url: string): InjectOptions => ({ method: 'GET', url })

/** An id like every caller makes, the same in every run. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
