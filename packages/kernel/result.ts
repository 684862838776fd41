/** Why a request is turned away when no rule of the programme is at issue (rules answer with findings). */
export type RefusalKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'wrong-state' | 'conflict' | 'too-large' | 'too-many'

/** One clear sentence in both languages: what, where, and how to mend it. `code` is permanent. */
export type Refusal = {
  kind: RefusalKind
  code: string
  message: { zh: string; en: string }
  /** Field or sheet/row/column where it is wrong. */
  where?: string
  /** For conflicts and wrong states: what the caller needs to see, e.g. the other version. */
  details?: unknown
}

export type Result<T, Reason = Refusal> = { ok: true; value: T } | { ok: false; reason: Reason }

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <Reason>(reason: Reason): { ok: false; reason: Reason } => ({ ok: false, reason })
