import type { Transaction } from '@jincun/db'
import type { Caller } from '@jincun/http'
import { organisationWithCode } from '@jincun/identity/server'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Batch } from './batch.ts'
import { findReporter } from './find-reporter.ts'
import type { Reporter } from './find-reporter.ts'

/** Who asks, and what they may do where. */
export type Asking = { tx: Transaction; caller: Caller; may: (action: string, placeCode: string) => boolean }

/** The credit code of the caller's firm; null where it has none. */
export async function ownCode({ tx, caller }: Pick<Asking, 'tx' | 'caller'>): Promise<string | null> {
  const own = caller.organisationId ? await organisationWithCode(tx, caller.organisationId) : undefined
  return own?.socialCreditCode ?? null
}

/**
 * Whose batches the caller sees in a county: everyone's, or those of one credit code, or nobody's (a firm without a code). What the caller is in
 * another county counts for nothing here.
 */
export const visibleContractor = async (asking: Asking, county: string): Promise<'all' | { code: string | null }> =>
  asking.may('reporting.see-all', county) ? 'all' : { code: await ownCode(asking) }

/** The batch, if the caller sees batches of its firm: a firm sees its own, supervising bodies all of the county. */
export async function ifVisible(asking: Asking, batch: Batch | undefined): Promise<Batch | undefined> {
  if (!batch) return undefined
  const whose = await visibleContractor(asking, batch.countyCode)
  return whose === 'all' || whose.code === batch.contractor ? batch : undefined
}

const contractorNeeded = (zh: string, en: string) =>
  refuse({ kind: 'invalid' as const, code: 'contractor-needed', where: 'query.contractor', message: { zh, en } })

/** For whom the caller reports in a county: its own firm, or, for the county's office, the contractor it names. */
export async function reporterFor(asking: Asking, county: string, named: string | undefined): Promise<Result<Reporter>> {
  if (asking.may('reporting.for-others', county))
    return named
      ? findReporter(asking.tx, named, county)
      : contractorNeeded('请写明承办单位的统一社会信用代码。', 'Name the contractor by its credit code.')
  const own = await ownCode(asking)
  if (own && (named === undefined || named === own)) return findReporter(asking.tx, own, county)
  return contractorNeeded(
    '只能报送本单位的数据；本单位须登记统一社会信用代码。',
    'You report for your own firm only, which needs a credit code on file.',
  )
}
