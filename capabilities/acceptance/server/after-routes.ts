import { sql } from '@jincun/db'
import { Download, route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { citing, clausesOf } from '@jincun/projects'
import type { Bare } from '@jincun/projects'
import { addOnce, AtCounty, AtRecord, listRecords, notFound, place, sitesOfProject, today, wantPhotos } from '@jincun/projects/server'
import { dormantSites, dueChecks, mayCheck, OperationCheck } from '../index.ts'
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

const checkNotOpen: Bare = {
  kind: 'wrong-state',
  code: 'operation-check-not-open',
  message: {
    zh: '回访日期须在这次回访的到期日之后、下一次到期之前，并在此期间录入，不能晚于今天；错过的回访不能补做，请做下一次。',
    en: 'A check is made and entered between its day and that of the next, and not in the future; a missed one is not made up: make the next.',
  },
  where: 'checkedOn',
}

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
    const { tx, params, body, policy } = context
    const [acceptance] = await listRecords(
      tx,
      acceptances,
      sql`county_code = ${params.county} and id = ${body.acceptanceId} and state = 'accepted'`,
    )
    const sites = acceptance ? await sitesOfProject(tx, params.county, acceptance.projectId) : []
    const site = sites.find(({ id }) => id === body.siteId)
    if (!acceptance || !site) return refuse(notFound)
    const own = dueChecks(acceptance, sites, [], policy, today(context)).filter(({ siteId }) => siteId === body.siteId)
    // A visit counts for the check whose time it is in, and is entered within that time: what was missed is not made up by an earlier date.
    const open = own.some(due => mayCheck(due, body.checkedOn) && mayCheck(due, today(context)))
    if (!open || body.checkedOn > today(context)) return refuse(citing(checkNotOpen, clausesOf(acceptance.year).supervision))
    const { projectId } = acceptance
    const label = `${site.name} ${body.checkedOn}`
    const use = { countyCode: params.county, kind: 'operation', recordId: body.id, projectId, label, opens: params.county } as const
    const files = await wantPhotos(context, use, [body.photoFileId])
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
