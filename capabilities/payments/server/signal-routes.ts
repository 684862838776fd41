import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import { moneyRulesOf, moneyView } from '@jincun/ledger/server'
import type { PolicyPack } from '@jincun/policy'
import { plansInForce } from '@jincun/projects/server'
import { z } from 'zod'
import { payeeStatuses, placeSignals } from '../index.ts'
import type { PaymentSignal } from '../index.ts'
import { comparedPayments, signalsOfPayments } from './compared-payments.ts'
import type { Compared } from './compared-payments.ts'
import type { Context } from './ground.ts'

/** The rules of a year with the numbers they compare with, as the list money-signals has them. */
const rulesOf = (pack: PolicyPack, year: number) =>
  (pack.lists.get('money-signals')?.values[year] ?? []).map(({ id, term, clause, keywords }) => ({
    code: id,
    title: term,
    clause,
    year,
    numbers: (keywords ?? []).map(name => {
      const parameter = pack.parameters.get(name)
      const value = parameter?.values[year]
      return {
        id: name,
        title: parameter?.title ?? { zh: name, en: name },
        unit: parameter?.unit ?? '',
        value: value ? String(value.value) : null,
      }
    }),
  }))

/** Signals on the money of places; none where the policy lacks the numbers of the year, and the answer says which. */
async function ofPlaces(context: Context, countyCode: string | undefined): Promise<PaymentSignal[]> {
  const { year, missing } = moneyRulesOf(context)
  if (missing.length > 0) return []
  const rows = await moneyView(context, countyCode ? { countyCode } : {})
  const counties = rows.map(row => row.countyCode).filter(code => !code.endsWith('0000'))
  return placeSignals(rows, await plansInForce(context.tx, counties), context.policy, year)
}

/** Payees with money paid, each with the last check on file. */
const payeesOf = ({ contracts, checkOf, records }: Compared) => {
  const paid = new Set(records.filter(({ state }) => state === 'paid').map(({ request }) => request.contractId))
  const firms = Map.groupBy(
    contracts.filter(({ id }) => paid.has(id)),
    ({ countyCode, party }) => `${countyCode} ${party.creditCode}`,
  )
  return [...firms.values()].flatMap(([contract]) =>
    contract ? [{ countyCode: contract.countyCode, party: contract.party, check: checkOf(contract) }] : [],
  )
}

const list = route({
  method: 'GET',
  path: '/api/payments/signals',
  action: 'payments.read',
  summary: 'Signals on money with the rule, its numbers, and the rows each used; payees with the last check of their business status',
  clauses: ['notice-2020/6.2', 'notice-2020/5.6', 'notice-2020/3.0', 'notice-2020/6.3'],
  query: z.strictObject({
    countyCode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  handle: async context => {
    const { policy, now, query, may } = context
    const compared = await comparedPayments(context, query.countyCode)
    const signals = [...signalsOfPayments(context, compared), ...(await ofPlaces(context, query.countyCode))]
    const { year, missing } = moneyRulesOf(context)
    const years = [...new Set([year, ...compared.contracts.map(contract => contract.year)])].sort()
    return accept({
      asOf: now.toISOString(),
      today: shanghaiDate(now),
      missing,
      rules: years.flatMap(each => rulesOf(policy, each)),
      signals,
      statuses: payeeStatuses,
      payees: payeesOf(compared).map(each => ({ ...each, mayCheck: may('payments.office-approve', each.countyCode) })),
    })
  },
})

export const signalRoutes = [list]
