import { route } from '@jincun/http'
import { refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { RulingRequest } from '../index.ts'
import { doubtsAmong, inRequest } from './doubtful-lines.ts'
import { contractsOfOrganisation, findContract, findProject } from './front-door.ts'
import { rulingRequests } from './kinds.ts'
import { addOnce } from './save-record.ts'
import { AtCounty, byOf, notFound, place } from './work.ts'

const notDoubtful: Refusal = {
  kind: 'wrong-state',
  code: 'name-not-doubtful',
  message: {
    zh: '这个名称不存疑或已经裁定，不需要再裁定；属于负面清单的不能裁定放行（通知三）。',
    en: 'This name is not in doubt or was ruled on; what is on the negative list cannot be let through (clause 3.6).',
  },
}

const ask = route({
  method: 'POST',
  path: '/api/projects/:county/ruling-requests',
  action: 'projects.refer',
  summary: 'Ask for a ruling on the doubtful words of an invoice, on the contract line they are to be paid on',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  body: RulingRequest.pick({ id: true, contractId: true, lineId: true, name: true }),
  place,
  handle: async context => {
    const { tx, params, body, caller, may } = context
    const found = await findContract(tx, params.county, body.contractId)
    const own = async () => (await contractsOfOrganisation(tx, caller.organisationId ?? '')).some(({ id }) => id === body.contractId)
    if (!found || !(may('projects.write', params.county) || (await own()))) return refuse(notFound)
    const project = await findProject(tx, params.county, found.projectId)
    const request: RulingRequest = { ...body, countyCode: params.county, year: found.year, askedBy: byOf(context) }
    const asked = project && found.state === 'signed' ? inRequest(request, found, project.name) : []
    if (asked.length === 0) return refuse(notFound)
    if ((await doubtsAmong(context, params.county, asked)).length === 0) return refuse(notDoubtful)
    return addOnce(context, rulingRequests, request, 'projects.refer')
  },
})

export const rulingRequestRoutes = [ask]
