import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { z } from 'zod'
import { milestoneAmounts } from '../index.ts'
import { contractsOfOrganisation } from './front-door.ts'
import { progressReports } from './kinds.ts'
import { listRecords } from './records.ts'

/** What a signed-in contractor sees: its own contracts and nobody else's. */
const own = route({
  method: 'GET',
  path: '/api/own-contracts',
  action: 'projects.own',
  summary: "The caller's own contracts",
  clauses: ['notice-2020/6.4d'],
  query: z.strictObject({}),
  handle: async ({ tx, caller, now }) => {
    const contracts = caller.organisationId ? await contractsOfOrganisation(tx, caller.organisationId) : []
    const rows = await Promise.all(
      contracts.slice(0, 200).map(async contract => ({
        contract,
        milestoneFen: Object.fromEntries(milestoneAmounts(contract)),
        progress:
          (await listRecords(tx, progressReports, sql`county_code = ${contract.countyCode} and project_id = ${contract.projectId}`)).at(
            -1,
          ) ?? null,
      })),
    )
    return accept({ rows, asOf: now.toISOString() })
  },
})

export const ownRoutes = [own]
