import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { countOf } from '@jincun/policy'
import { z } from 'zod'
import { isOpen, numberIn, requiredData, spendingCategories } from '../index.ts'
import { contractors, procurements } from './kinds.ts'
import { listRecords } from './records.ts'
import { loadRegister } from './register.ts'
import { AtCounty, place, Year } from './work.ts'

const form = route({
  method: 'GET',
  path: '/api/projects/:county/contract-form',
  action: 'projects.write',
  summary: 'All a contract is written from: projects with their plan lines and data to be asked, contractors, awarded procurements',
  clauses: ['notice-2020/6.3', 'notice-2020/6.4d'],
  params: AtCounty,
  query: z.strictObject({ year: Year }),
  place,
  handle: async ({ tx, params, query, policy }) => {
    const data = await loadRegister(tx, params.county, query.year)
    const awarded = await listRecords(tx, procurements, sql`county_code = ${params.county} and state = 'awarded'`)
    return accept({
      projects: data.projects
        .filter(({ stage }) => isOpen(stage))
        .map(({ project: { id, name, planLineIds } }) => ({
          id,
          name,
          planLineIds,
          data: requiredData(policy, query.year, [
            ...new Set(data.sites.filter(({ projectId }) => projectId === id).map(({ kind }) => kind)),
          ]).map(entry => ({ id: entry.id, term: entry.term })),
        })),
      planLines: data.plan?.lines ?? [],
      contractors: (await listRecords(tx, contractors, sql`county_code = ${params.county}`)).map(({ id, name, creditCode }) => ({
        id,
        name,
        creditCode,
      })),
      procurements: awarded
        .filter(({ year }) => year === query.year)
        .map(({ id, title, projectId, award, bids }) => {
          const won = bids.find(bid => bid.id === award?.bidId)
          return {
            id,
            title,
            projectId,
            winner: won?.bidder.name ?? '',
            creditCode: won?.bidder.creditCode ?? '',
            amountFen: won?.amountFen ?? '0',
          }
        }),
      categories: spendingCategories(policy, query.year),
      advancePercentMaximum: countOf(numberIn(policy, 'advance-percent-maximum', { countyCode: params.county, year: query.year })),
    })
  },
})

export const contractFormRoutes = [form]
