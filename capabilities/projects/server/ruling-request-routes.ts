import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import type { RouteContext } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { z } from 'zod'
import { citing, clausesOf, judgeAtGate, RulingRequest } from '../index.ts'
import type { Bare, Contract, Project } from '../index.ts'
import { doubtsAmong, inRequest } from './doubtful-lines.ts'
import { contractsOfOrganisation, findContract, findProject, gateRulingsOf } from './front-door.ts'
import { rulingRequests } from './kinds.ts'
import { listRecords } from './records.ts'
import { addOnce } from './save-record.ts'
import { AtCounty, byOf, notFound, place } from './work.ts'
import type { Work } from './work.ts'

const path = '/api/projects/:county/ruling-requests' as const
const action = 'projects.refer'

const notDoubtful: Bare = {
  kind: 'wrong-state',
  code: 'name-not-doubtful',
  message: {
    zh: '这个名称不存疑或已经裁定，不需要再裁定；属于负面清单的不能裁定放行。',
    en: 'This name is not in doubt or was ruled on; what is on the negative list cannot be let through.',
  },
}

type Asked = { contract: Contract; project: Project }
type Asking = Work & Pick<RouteContext<unknown, unknown, unknown>, 'may'>

/** A contract of the county's office, or of the contractor that asks; another's is not found. */
async function contractToAsk({ tx, caller, may }: Asking, county: string, id: string): Promise<Result<Asked>> {
  const contract = await findContract(tx, county, id)
  const own = async () => (await contractsOfOrganisation(tx, caller.organisationId ?? '')).some(each => each.id === id)
  if (!contract || !(may('projects.write', county) || (await own()))) return refuse(notFound)
  const project = await findProject(tx, county, contract.projectId)
  return project ? accept({ contract, project }) : refuse(notFound)
}

const ask = route({
  method: 'POST',
  path,
  action,
  summary: 'Ask for a ruling on the doubtful words of an invoice, on the contract line they are to be paid on',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  body: RulingRequest.pick({ id: true, contractId: true, lineId: true, name: true }),
  place,
  handle: async context => {
    const { params, body } = context
    const found = await contractToAsk(context, params.county, body.contractId)
    if (!found.ok) return found
    const { contract, project } = found.value
    const request: RulingRequest = { ...body, countyCode: params.county, year: contract.year, askedBy: byOf(context) }
    const asked = contract.state === 'signed' ? inRequest(request, contract, project.name) : []
    if (asked.length === 0) return refuse(notFound)
    if ((await doubtsAmong(context, params.county, asked)).length === 0)
      return refuse(citing(notDoubtful, clausesOf(contract.year).negativeList))
    return addOnce(context, rulingRequests, request, action)
  },
})

const list = route({
  method: 'GET',
  path,
  action,
  summary: 'What was asked about the words of invoices on a contract, and how it was ruled on',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  query: z.strictObject({ contract: z.uuid() }),
  place,
  handle: async context => {
    const { tx, params, query, policy, now } = context
    const found = await contractToAsk(context, params.county, query.contract)
    if (!found.ok) return found
    const { contract, project } = found.value
    const rulings = await gateRulingsOf(tx, params.county, contract.year)
    const requests = await listRecords(tx, rulingRequests, sql`county_code = ${params.county} and contract_id = ${query.contract}`)
    const rows = requests.flatMap(request =>
      inRequest(request, contract, project.name).map(({ spending }) => {
        const { because, ruling } = judgeAtGate(spending, rulings, policy, contract.year)
        return { request, waits: because === 'doubtful', ruling }
      }),
    )
    return accept({ rows, asOf: now.toISOString() })
  },
})

export const rulingRequestRoutes = [ask, list]
