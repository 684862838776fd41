import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { contractorOrganisations } from '@jincun/identity/server'
import { accept } from '@jincun/kernel'
import { z } from 'zod'
import { Contractor, endingLicences } from '../index.ts'
import { wantFiles } from './file-store.ts'
import { contractors, contracts } from './kinds.ts'
import { listRecords } from './records.ts'
import { saveVersioned } from './save-record.ts'
import { AtCounty, AtRecord, place, today } from './work.ts'

const action = 'projects.write'

const list = route({
  method: 'GET',
  path: '/api/projects/:county/contractors',
  action: 'projects.read',
  summary: 'Contractors of a county with their papers, licences about to end, and contracts',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, now, may, policy } = context
    const all = await listRecords(tx, contracts, sql`county_code = ${params.county}`)
    const day = today(context)
    const rows = (await listRecords(tx, contractors, sql`county_code = ${params.county}`)).map(contractor => ({
      contractor,
      contracts: all
        .filter(contract => contract.contractorId === contractor.id)
        .map(({ id, number, title, state, amountFen }) => ({ id, number, title, state, amountFen })),
      endingLicences: endingLicences(contractor, all, policy, day).map(({ licence }) => licence),
    }))
    return accept({ rows, mayWrite: may(action, params.county), asOf: now.toISOString() })
  },
})

const save = route({
  method: 'PUT',
  path: '/api/projects/:county/contractors/:id',
  action,
  summary: "Enter or change the county's file on a contractor",
  clauses: ['notice-2020/6.3'],
  params: AtRecord,
  body: Contractor.omit({ id: true, countyCode: true, version: true }).extend({ seenVersion: z.number().int().min(0) }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const { seenVersion, ...content } = body
    const files = await wantFiles(
      tx,
      params.county,
      [...body.licences, ...body.capabilities].map(({ fileId }) => fileId),
    )
    if (!files.ok) return files
    // Whose accounts see its contracts follows from the credit code, so that nobody types an id or links another firm.
    const [own] = content.organisationId ? [] : await contractorOrganisations(tx, content.creditCode)
    const organisationId = content.organisationId ?? own?.id ?? null
    const wanted = { ...content, organisationId, id: params.id, countyCode: params.county, version: 1 }
    return saveVersioned(context, contractors, wanted, seenVersion, action, accept, ['version', 'organisation_id'])
  },
})

export const contractorRoutes = [list, save]
