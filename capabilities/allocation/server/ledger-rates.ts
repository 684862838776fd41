import { provinceCodeOf } from '@jincun/places'
import { earlierRates } from '@jincun/ledger/server'
import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import { places } from '@jincun/places/server'
import { z } from 'zod'

/** 资金拨付率 of each province as its counties' books have it, for the factor method; null where the ledger has none. */
export const ledgerRates = route({
  method: 'GET',
  path: '/api/allocations/:year/ledger-rates',
  action: 'allocation.prepare',
  summary: 'Disbursement rate of earlier batches by province from the ledger, with its formula; no data where the ledger has none',
  clauses: ['notice-2020/5.1'],
  params: z.strictObject({ year: z.coerce.number().int().min(2014).max(2100) }),
  handle: async ({ params: { year }, tx, policy, now }) => {
    const rates = await earlierRates(tx, policy, year, {}, provinceCodeOf)
    const [any] = [...rates.values()]
    return accept({
      year,
      asOf: now.toISOString(),
      day: shanghaiDate(now),
      formula: any?.formula ?? null,
      clause: any?.clause ?? null,
      rates: places().provinces.map(({ code, name }) => {
        const rate = rates.get(code)
        return {
          provinceCode: code,
          name,
          percent: rate?.percent ?? null,
          paid: rate?.numerator ?? null,
          received: rate?.denominator ?? null,
          batchYears: rate?.batchYears ?? [],
        }
      }),
    })
  },
})
