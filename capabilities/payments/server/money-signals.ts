import { moneyRulesOf, moneyView, placeName } from '@jincun/ledger/server'
import type { UsedAgain } from '@jincun/projects'
import { photosUsedAgain, plansInForce, serialsUsedAgain } from '@jincun/projects/server'
import { missingMoneyRules, photoSignals, placeSignals, serialSignals } from '../index.ts'
import type { PaymentSignal } from '../index.ts'
import { comparedPayments, signalsOfPayments } from './compared-payments.ts'
import type { Compared } from './compared-payments.ts'
import type { Context } from './ground.ts'

/** Signals on money that a later slice finds in its own records, of a county or of the whole scope. */
type Source = (context: Context, countyCode: string | undefined) => Promise<PaymentSignal[]>

const sources: Source[] = []

/** Slices that stand after payments say what they find when the program is put together. */
export const tellMoneySignalsBy = (source: Source): number => sources.push(source)

/** The year of the rules and the files that would have to be filled before everything of it is judged. */
export function rulesNow(context: Pick<Context, 'policy' | 'now'>): { year: number; missing: string[] } {
  const { year, missing } = moneyRulesOf(context)
  return { year, missing: [...missing, ...missingMoneyRules(context.policy, year)] }
}

/** Signals on the money of places; none where the policy lacks the numbers of the year, and the answer says which. */
async function ofPlaces(context: Context, countyCode: string | undefined): Promise<PaymentSignal[]> {
  const { year, missing } = rulesNow(context)
  if (missing.length > 0) return []
  const rows = await moneyView(context, countyCode ? { countyCode } : {})
  const counties = rows.map(row => row.countyCode).filter(code => !code.endsWith('0000'))
  return placeSignals(rows, await plansInForce(context.tx, counties), context.policy, year)
}

const placed = (uses: readonly UsedAgain[]) => uses.map(use => ({ ...use, placeName: placeName(use.countyCode) }))

/** Of a county only its own are told: the other county of a pair answers for its own. */
async function ofReuse({ tx }: Context, countyCode: string | undefined): Promise<PaymentSignal[]> {
  const found = [
    ...serialSignals(placed(await serialsUsedAgain(tx, countyCode))),
    ...photoSignals(placed(await photosUsedAgain(tx, countyCode))),
  ]
  return countyCode ? found.filter(signal => signal.countyCode === countyCode) : found
}

/** Every signal on money of a county, or of the caller's scope, with the requests they were found among. */
export async function moneySignals(
  context: Context,
  countyCode: string | undefined,
): Promise<{ signals: PaymentSignal[]; compared: Compared }> {
  const compared = await comparedPayments(context, countyCode)
  const told: PaymentSignal[] = []
  for (const source of sources) told.push(...(await source(context, countyCode)))
  const found = [signalsOfPayments(context, compared), await ofPlaces(context, countyCode), await ofReuse(context, countyCode), told]
  return { signals: found.flat(), compared }
}
