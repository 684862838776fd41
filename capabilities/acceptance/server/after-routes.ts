import { sql } from '@jincun/db'
import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { addOnce, AtCounty, AtRecord, listRecords, notFound, place, sitesOfProject, today, wantFiles } from '@jincun/projects/server'
import { dormantSites, dueChecks, OperationCheck } from '../index.ts'
import { evidencePack } from './evidence-pack.ts'
import { acceptances, operationChecks } from './kinds.ts'

const operation = route({
  method: 'GET',
  path: '/api/acceptance/:county/operation',
  action: 'acceptance.read',
  summary: 'Checks of operation due after acceptance, and sites closed or dormant',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, policy, now, may } = context
    const accepted = await listRecords(tx, acceptances, sql`county_code = ${params.county} and state = 'accepted'`)
    const checks = await listRecords(tx, operationChecks, sql`county_code = ${params.county}`)
    const due = await Promise.all(
      accepted.map(async acceptance =>
        dueChecks(acceptance, await sitesOfProject(tx, params.county, acceptance.projectId), checks, policy, today(context)),
      ),
    )
    const dormant = accepted.flatMap(({ id, year }) =>
      dormantSites(
        checks.filter(({ acceptanceId }) => acceptanceId === id),
        year,
        policy,
      ),
    )
    return accept({ due: due.flat(), dormant, checks, mayCheck: may('acceptance.check', params.county), asOf: now.toISOString() })
  },
})

const operationCheck = route({
  method: 'POST',
  path: '/api/acceptance/:county/operation-checks',
  action: 'acceptance.check',
  summary: 'Record what was seen at a site after acceptance',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  body: OperationCheck.omit({ countyCode: true }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const [acceptance] = await listRecords(
      tx,
      acceptances,
      sql`county_code = ${params.county} and id = ${body.acceptanceId} and state = 'accepted'`,
    )
    if (!acceptance || body.checkedOn > today(context)) return refuse(notFound)
    const files = await wantFiles(tx, params.county, [body.photoFileId])
    return files.ok ? addOnce(context, operationChecks, { ...body, countyCode: params.county }, 'acceptance.check') : files
  },
})

const evidence = route({
  method: 'GET',
  path: '/api/acceptance/:county/evidence/:id',
  action: 'acceptance.read',
  summary: 'Everything on file of a project in one ZIP, with an index and hashes; what is missing is named',
  clauses: ['notice-2020/6.2', 'notice-2020/6.3'],
  params: AtRecord,
  place,
  handle: async ({ tx, params, now }) => {
    const pack = await evidencePack(tx, params.county, params.id, now)
    return pack ? accept(new Download(pack.bytes, pack.name, 'application/zip')) : refuse(notFound)
  },
})

export const afterRoutes = [operation, operationCheck, evidence]
