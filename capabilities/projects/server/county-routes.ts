import { sql } from '@jincun/db'
import { designationData } from '@jincun/designation/server'
import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { findCounty } from '@jincun/places'
import { z } from 'zod'

type Row = {
  county: string
  year: number
  planVersion: number | null
  waitingPlans: number
  projects: number
  accepted: number
  referred: number
}

const counties = route({
  method: 'GET',
  path: '/api/project-counties',
  action: 'projects.read',
  summary: 'Counties of the scope that have a plan, with how far their projects are and what waits',
  clauses: ['notice-2020/6.2'],
  query: z.strictObject({}),
  handle: async ({ tx, now }) => {
    const rows = await tx.rows<Row>(sql`
      select p.county_code as county, p.year,
        max(p.version) filter (where p.state = 'approved') as "planVersion",
        (count(*) filter (where p.state = 'proposed'))::int as "waitingPlans",
        (select count(*)::int from project j where j.county_code = p.county_code and j.year = p.year) as projects,
        (select count(*)::int from project j where j.county_code = p.county_code and j.year = p.year and j.stage = 'accepted') as accepted,
        (select count(*)::int from contract c where c.county_code = p.county_code and c.state = 'referred'
          and (c.content->>'year')::int = p.year) as referred
      from plan_version p group by p.county_code, p.year order by p.year desc, p.county_code`)
    const { places } = designationData()
    return accept({
      rows: rows.map(row => ({ ...row, name: findCounty(places, row.county)?.name ?? row.county })),
      asOf: now.toISOString(),
    })
  },
})

export const countyRoutes = [counties]
