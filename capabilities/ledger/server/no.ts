import { refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'

/** A refusal that names its clause, in words and as data. */
export const no = (kind: Refusal['kind'], code: string, clause: string, zh: string, en: string, where?: string) =>
  refuse<Refusal>({
    kind,
    code,
    message: { zh: `${zh}（依据 ${clause}）`, en: `${en} (${clause})` },
    details: { clause },
    ...(where ? { where } : {}),
  })
