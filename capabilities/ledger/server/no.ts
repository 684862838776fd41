import { refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'

/** A refusal that names its clause, as data: pages, the interface and the command line show it. */
export const no = (kind: Refusal['kind'], code: string, clause: string, zh: string, en: string, where?: string) =>
  refuse<Refusal>({
    kind,
    code,
    message: { zh, en },
    details: { clause },
    ...(where ? { where } : {}),
  })
