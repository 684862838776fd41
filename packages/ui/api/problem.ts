import type { Bilingual, Finding } from '@jincun/policy'

/** One wrong field or cell: where it is and what is wrong there. */
export type FieldError = { where: string; message: Bilingual }

type Body = {
  code?: string
  title?: string
  detail?: string
  message?: Bilingual
  where?: string
  findings?: Finding[]
  errors?: FieldError[]
  details?: unknown
  clause?: string
}

const unreachable: Bilingual = {
  zh: '连不上服务器，请检查网络后再试。',
  en: 'The server cannot be reached; check the network and try again.',
}
const unexplained: Bilingual = {
  zh: '服务器没能完成这一步，内容没有改变，请再试一次。',
  en: 'The server could not complete this step; nothing was changed. Please try again.',
}

/** A "no" of the server (RFC 9457) in words a person can act on. `status` 0 means the server was not reached. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly text: Bilingual
  /** The field a single refusal is about. */
  readonly where: string | null
  readonly findings: readonly Finding[]
  readonly errors: readonly FieldError[]
  readonly details: unknown
  /** The clause the answer rests on; null where none speaks of it. */
  readonly clause: string | null

  constructor(status: number, body: Body) {
    const text = body.message ?? (body.detail ? { zh: body.detail, en: body.detail } : status === 0 ? unreachable : unexplained)
    super(text.en)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? (status === 0 ? 'unreachable' : 'unexplained')
    this.text = text
    this.where = body.where ?? null
    this.findings = body.findings ?? []
    this.errors = body.errors ?? []
    this.details = body.details
    this.clause = body.clause ?? null
  }
}

/** Any thrown thing as a Problem, so that a screen shows one kind. */
export const asProblem = (thrown: unknown): Problem => (thrown instanceof Problem ? thrown : new Problem(0, {}))
