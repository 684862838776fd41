import type { Database, Scope } from '@jincun/db'
import { formatShanghai, shanghaiDate } from '@jincun/kernel'
import { administrativeCodes } from '@jincun/places/server'
import { goodsCategoriesFor, reportTypeFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import type { TransactionGround } from '../index.ts'

/** What an import works with. */
export type ImportWork = { database: Database; scope: Scope; policy: PolicyPack; now: Date; newId: () => string }

/** What the end of a batch works with, in whoever's transaction. */
export type EndingWork = Pick<ImportWork, 'policy' | 'now' | 'newId'> & { personId: string | null }

/** What the rows of a county are judged by at this instant. */
export function transactionGround(work: Pick<ImportWork, 'policy' | 'now'>, countyCode: string): TransactionGround {
  const day = shanghaiDate(work.now)
  const codes = administrativeCodes()
  return {
    countyCode,
    now: formatShanghai(work.now),
    type: reportTypeFor(work.policy, 'transactions', day),
    categories: goodsCategoriesFor(work.policy, day),
    isPlace: code => codes.has(code),
  }
}
