import { createHash } from 'node:crypto'
import { sql } from '@jincun/db'
import { Download, route } from '@jincun/http'
import { accept, canonicalJson, refuse } from '@jincun/kernel'
import {
  addOnce,
  asJson,
  AtCounty,
  AtRecord,
  listRecords,
  notFound,
  place,
  projectFileOf,
  sitesOfProject,
  today,
  wantFiles,
} from '@jincun/projects/server'
import { zipSync } from 'fflate'
import { dormantSites, dueChecks, OperationCheck } from '../index.ts'
import { acceptances, deliveries, inspections, operationChecks } from './kinds.ts'

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

const text = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(asJson(value)))
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const plain = (name: string): string => name.replaceAll(/[/\\:*?"<>|]/g, '_')

const titles: Record<string, string> = {
  project: '01-项目台账',
  planVersions: '02-实施方案各版',
  procurements: '03-采购与全部报价',
  contracts: '04-合同',
  contractChanges: '05-合同变更',
  contractors: '06-承办单位',
  sites: '07-站点',
  signPhotos: '08-标识照片',
  progress: '09-进度',
  assets: '10-资产卡片',
  gateRulings: '11-负面清单裁定',
  acceptances: '12-验收',
  inspections: '13-检查记录',
  deliveries: '14-数据报送',
  operationChecks: '15-运营回访',
}

const evidence = route({
  method: 'GET',
  path: '/api/acceptance/:county/evidence/:id',
  action: 'acceptance.read',
  summary: 'Everything on file of a project in one ZIP, with an index and hashes; what is missing is named',
  clauses: ['notice-2020/6.2', 'notice-2020/6.3'],
  params: AtRecord,
  place,
  handle: async ({ tx, params, now }) => {
    const found = await projectFileOf(tx, params.county, params.id)
    if (!found) return refuse(notFound)
    const requests = await listRecords(tx, acceptances, sql`county_code = ${params.county} and project_id = ${params.id}`)
    const ids = requests.map(({ id }) => id)
    const contractIds = found.parts.contracts.map(({ id }) => id)
    const parts = {
      ...found.parts,
      acceptances: requests,
      inspections: await listRecords(tx, inspections, sql`county_code = ${params.county} and request_id = any(${ids}::uuid[])`),
      deliveries: await listRecords(tx, deliveries, sql`county_code = ${params.county} and contract_id = any(${contractIds}::uuid[])`),
      operationChecks: await listRecords(tx, operationChecks, sql`county_code = ${params.county} and acceptance_id = any(${ids}::uuid[])`),
    }
    const records = Object.entries(parts).map(([key, value]) => ({
      name: `${titles[key] ?? key}.json`,
      bytes: text(value),
      empty: Array.isArray(value) && value.length === 0,
    }))
    const papers = found.files.map(({ id, name, bytes }) => ({
      name: `附件/${id.slice(0, 8)}-${plain(name)}`,
      bytes: new Uint8Array(bytes),
      empty: false,
    }))
    const all = [...records, ...papers]
    const index = {
      project: { id: params.id, countyCode: params.county, name: found.parts.project.name },
      madeAt: now.toISOString(),
      entries: all.map(({ name, bytes, empty }) => ({ name, size: bytes.length, sha256: hash(bytes), empty })),
      missing: records.filter(({ empty }) => empty).map(({ name }) => name.replace('.json', '')),
    }
    const files = Object.fromEntries([...all.map(({ name, bytes }) => [name, bytes] as const), ['00-目录.json', text(index)] as const])
    // The same records give the same bytes: the time inside the archive is fixed, the true one stands in the index.
    const bytes = zipSync(files, { mtime: new Date('2020-01-01T00:00:00Z'), level: 6 })
    return accept(new Download(bytes, `${plain(found.parts.project.name)}-证据包.zip`, 'application/zip'))
  },
})

export const afterRoutes = [operation, operationCheck, evidence]
