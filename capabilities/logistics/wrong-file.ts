import { refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'

/** A file or option that cannot be used: where, what is wrong, how to mend it. */
export const wrongFile = (code: string, where: string, en: string, zh: string): { ok: false; reason: Refusal } =>
  refuse({ kind: 'invalid', code, where, message: { zh, en } })
