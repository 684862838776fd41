import { refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'

/** A file that cannot be used: where, what is wrong, and how to mend it. */
export const wrongInput = (code: string, where: string, en: string, zh: string): { ok: false; reason: Refusal } =>
  refuse({ kind: 'invalid', code, where, message: { zh, en } })
