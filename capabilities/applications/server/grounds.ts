import type { Transaction } from '@jincun/db'
import { shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { accept } from '@jincun/kernel'
import { earlierRates } from '@jincun/ledger/server'
import type { EarlierRate } from '@jincun/ledger/server'
import type { Finding, PolicyPack } from '@jincun/policy'
import { checkApplication } from '../index.ts'
import type { Application, Fact, Measured } from '../index.ts'
import { measuredFacts } from '../facts.ts'
import { knownOf } from './work.ts'
import type { Known } from './work.ts'

/** What the rules go by: what lists say of the county, and what the records of this system measure. */
export type Grounds = Known & { measured: Measured }
type Asked = { tx: Transaction; policy: PolicyPack; now: Date }

const measuredOf = (rate: EarlierRate | undefined, asOf: string): Measured => ({
  disbursement: rate ? { part: rate.numerator, whole: rate.denominator, formula: rate.formula, batchYears: rate.batchYears, asOf } : null,
})

/** Measured figures of the counties whose codes begin with `prefix`, by county; who is not there has none. One query for all. */
export async function measuredByCounty({ tx, policy, now }: Asked, year: number, prefix: string): Promise<ReadonlyMap<string, Measured>> {
  const rates = await earlierRates(tx, policy, year, { prefix })
  return new Map([...rates].map(([code, rate]) => [code, measuredOf(rate, shanghaiDate(now))]))
}

/** Everything one county's application is judged by; refused for a code that is no county unit. One query. */
export async function groundsOf({ tx, policy, now }: Asked, countyCode: string, year: number): Promise<Result<Grounds>> {
  const known = knownOf(countyCode, year)
  if (!known.ok) return known
  const measured = measuredOf((await earlierRates(tx, policy, year, { countyCode })).get(countyCode), shanghaiDate(now))
  const facts: Fact[] = [...known.value.facts, ...measuredFacts(known.value.standing, measured)]
  return accept({ ...known.value, facts, measured })
}

/** What the year's rules say of an application on those grounds. */
export const findingsOf = (application: Application, { standing, measured }: Grounds, policy: PolicyPack): Finding[] =>
  checkApplication(application, standing, policy, measured)
