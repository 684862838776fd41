import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { citing, clausesOf } from '@jincun/projects'
import type { Bare, Contract } from '@jincun/projects'
import {
  addOnce,
  AtCounty,
  contractsOfOrganisation,
  findContract,
  fixSites,
  holdProject,
  keepFile,
  listRecords,
  notFound,
  place,
  sitesOfProject,
  stageOf,
  today,
  uploadBytesMaximum,
  wantFiles,
} from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import { mayProceed } from '@jincun/policy'
import { z } from 'zod'
import { Acceptance, checkSitesRegistered, dataAsked, dataCompleteness, DataDelivery, rulesNotMet } from '../index.ts'
import { acceptances, deliveries } from './kinds.ts'

const action = 'acceptance.request'

/** The caller's own signed contract; another firm's is not found. */
async function ownContract({ tx, caller }: Work, countyCode: string, id: string): Promise<Result<Contract>> {
  const own = caller.organisationId ? await contractsOfOrganisation(tx, caller.organisationId) : []
  const contract = own.find(each => each.countyCode === countyCode && each.id === id)
  return contract ? accept(contract) : refuse(notFound)
}

const notCompleted: Bare = {
  kind: 'wrong-state',
  code: 'project-not-completed',
  message: { zh: '项目还没有报建设完成，不能申请验收。', en: 'The project was not reported completed; acceptance cannot be requested.' },
}

const notAgreed: Bare = {
  kind: 'invalid',
  code: 'data-not-agreed',
  message: {
    zh: '数据协议没有约定报这一项，或月份还没有到。',
    en: 'The agreement does not ask for this, or its month is not here yet.',
  },
  where: 'item',
}

const own = route({
  method: 'GET',
  path: '/api/acceptance/:county/own',
  action,
  summary: "The caller's contracts with what data are on file and what is missing, and their acceptance",
  clauses: ['notice-2020/6.4d'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, caller, now } = context
    const contracts = (caller.organisationId ? await contractsOfOrganisation(tx, caller.organisationId) : []).filter(
      each => each.countyCode === params.county,
    )
    const all = await listRecords(tx, deliveries, sql`county_code = ${params.county}`)
    const requests = await listRecords(tx, acceptances, sql`county_code = ${params.county}`)
    const rows = await Promise.all(
      contracts.map(async contract => ({
        stage: await stageOf(tx, params.county, contract.projectId),
        contract: {
          id: contract.id,
          number: contract.number,
          title: contract.title,
          state: contract.state,
          start: contract.start,
          end: contract.end,
        },
        completeness: dataCompleteness(
          context.policy,
          contract,
          all,
          today(context),
          await sitesOfProject(tx, params.county, contract.projectId),
        ),
        acceptance: requests.find(({ contractId }) => contractId === contract.id) ?? null,
      })),
    )
    return accept({ rows, asOf: now.toISOString() })
  },
})

const upload = route({
  method: 'POST',
  path: '/api/acceptance/:county/files',
  action,
  summary: 'Send a file of data',
  params: AtCounty,
  query: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(200) }),
  upload: { maximumBytes: uploadBytesMaximum },
  place,
  handle: async context => keepFile(context, context.params.county, context.query, context.upload, action),
})

const deliver = route({
  method: 'POST',
  path: '/api/acceptance/:county/deliveries',
  action,
  summary: 'Hand in data of a month as the data agreement asks',
  clauses: ['notice-2020/6.4d'],
  params: AtCounty,
  body: DataDelivery.omit({ countyCode: true, deliveredOn: true }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const contract = await ownContract(context, params.county, body.contractId)
    if (!contract.ok) return contract
    const asked = dataAsked(context.policy, contract.value, await sitesOfProject(tx, params.county, contract.value.projectId))
    if (!asked.includes(body.item) || body.month > today(context).slice(0, 7))
      return refuse(citing(notAgreed, clausesOf(contract.value.year).data))
    const files = await wantFiles(tx, params.county, [body.fileId])
    if (!files.ok) return files
    return addOnce(context, deliveries, { ...body, countyCode: params.county, deliveredOn: today(context) }, action)
  },
})

const request = route({
  method: 'POST',
  path: '/api/acceptance/:county/requests',
  action,
  summary: 'Request acceptance of a contract whose work is completed',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  body: Acceptance.pick({ id: true, contractId: true, statement: true }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const contract = await ownContract(context, params.county, body.contractId)
    if (!contract.ok) return contract
    // The contract before the project, as everyone else holds them.
    await findContract(tx, params.county, body.contractId, true)
    const { projectId, year } = contract.value
    const held = await holdProject(tx, params.county, projectId)
    // A contract signed late is asked for its data too, though the others of its project are accepted already.
    if (held?.stage !== 'completed' && held?.stage !== 'accepted') return refuse(citing(notCompleted, clausesOf(year).register))
    const registered = [checkSitesRegistered(contract.value, await sitesOfProject(tx, params.county, projectId), context.policy)]
    if (!mayProceed(registered)) return refuse(rulesNotMet(registered))
    await fixSites(tx, params.county, projectId, today(context))
    const record: Acceptance = {
      ...body,
      countyCode: params.county,
      projectId,
      year,
      version: 1,
      state: 'requested',
      requestedOn: today(context),
      draws: 0,
      sample: null,
      carried: { city: [], province: [] },
      defects: [],
      acceptedOn: null,
      acceptedBy: null,
    }
    return addOnce(context, acceptances, record, action)
  },
})

export const contractorRoutes = [own, upload, deliver, request]
