import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { z } from 'zod'
import { missingMoneyRules, moneySignalRules, payeeStatuses } from '../index.ts'
import type { Compared } from './compared-payments.ts'
import { moneySignals, rulesNow } from './money-signals.ts'

/** The rules of a year with the values of the numbers they compare with. */
const rulesOf = (pack: PolicyPack, year: number) =>
  moneySignalRules(pack, year).map(rule => ({
    ...rule,
    numbers: rule.numbers.map(name => {
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
    const { signals, compared } = await moneySignals(context, query.countyCode)
    const { year, missing } = rulesNow(context)
    const years = [...new Set([year, ...compared.contracts.map(contract => contract.year)])].sort()
    const written = years.filter(each => missingMoneyRules(policy, each).length === 0)
    return accept({
      asOf: now.toISOString(),
      today: shanghaiDate(now),
      missing,
      rules: written.flatMap(each => rulesOf(policy, each)),
      signals,
      statuses: payeeStatuses,
      payees: payeesOf(compared).map(each => ({ ...each, mayCheck: may('payments.office-approve', each.countyCode) })),
    })
  },
})

export const signalRoutes = [list]
