import type { Finding, Force, RowRef } from '@jincun/policy'

type Judgement = {
  code: string
  clause: string
  force?: Force
  /** null: it cannot be told, which is neither met nor failed. */
  ok: boolean | null
  measured?: string | number | null
  required?: string | number
  zh: string
  en: string
  where?: string
  rows?: readonly RowRef[]
}

/** A finding from its parts; `must` unless told otherwise. */
export function judge({ code, clause, force = 'must', ok, measured = null, required = '', zh, en, where, rows = [] }: Judgement): Finding {
  return {
    code,
    clause,
    force,
    status: ok === null ? 'unknown' : ok ? 'met' : 'unmet',
    measured: measured === null ? null : String(measured),
    required: String(required),
    message: { zh, en },
    ...(where ? { where } : {}),
    rows: [...rows],
  }
}
