import type { Transaction } from '@jincun/db'
import type { Caller } from '@jincun/http'
import { organisationWithCode } from '@jincun/identity/server'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { findReporter } from './find-reporter.ts'
import type { Reporter } from './find-reporter.ts'

const ownRoles = ['contractor', 'station-keeper']

/** Whether the caller sees only what its own firm reported. */
export const seesOwnOnly = (caller: Caller): boolean => caller.grants.every(({ role }) => ownRoles.includes(role))

/** The credit code of the caller's firm; null where it has none. */
export async function ownCode(tx: Transaction, caller: Caller): Promise<string | null> {
  const own = caller.organisationId ? await organisationWithCode(tx, caller.organisationId) : undefined
  return own?.socialCreditCode ?? null
}

/** For whom the caller reports: its own firm, or, for the county's office, the contractor it names. */
export async function reporterFor(tx: Transaction, caller: Caller, county: string, named: string | undefined): Promise<Result<Reporter>> {
  const own = seesOwnOnly(caller) ? await ownCode(tx, caller) : undefined
  const code = own === undefined ? named : own
  if (!code || (named !== undefined && named !== code))
    return refuse({
      kind: 'invalid',
      code: 'contractor-needed',
      where: 'query.contractor',
      message: {
        zh: own === undefined ? '请写明承办单位的统一社会信用代码。' : '只能报送本单位的数据；本单位须登记统一社会信用代码。',
        en:
          own === undefined
            ? 'Name the contractor by its credit code.'
            : 'You report for your own firm only, which needs a credit code on file.',
      },
    })
  return findReporter(tx, code, county)
}
