import { createHash } from 'node:crypto'
import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { asJson, canonicalJson } from '@jincun/kernel'
import { paymentFileOf } from '@jincun/payments/server'
import { fileBytesOf, listRecords, projectFileOf } from '@jincun/projects/server'
import { zipSync } from 'fflate'
import { acceptances, deliveries, inspections, operationChecks } from './kinds.ts'

/** Parts in the order a reader asks for them: the register, how it was bought, how it was accepted, how it was paid. */
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
  stockTakes: '16-资产盘点',
  supportTerms: '17-补助条件',
  payments: '18-拨付申请与审批',
  ledgerEntries: '19-资金台账分录',
  siteCorrections: '20-站点更正',
}

const text = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(asJson(value)))
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const plain = (name: string): string => name.replaceAll(/[/\\:*?"<>|]/g, '_')

/** Ids of files anywhere in a record: whatever a field that ends in fileId or fileIds holds. */
function fileIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fileIdsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) =>
    /fileIds?$/i.test(key) ? [held].flat().filter(id => typeof id === 'string') : fileIdsIn(held),
  )
}

async function partsOf(tx: Transaction, countyCode: string, projectId: string) {
  const own = await projectFileOf(tx, countyCode, projectId)
  if (!own) return null
  const requests = await listRecords(tx, acceptances, sql`county_code = ${countyCode} and project_id = ${projectId}`)
  const ids = requests.map(({ id }) => id)
  const contractIds = own.contracts.map(({ id }) => id)
  return {
    ...own,
    acceptances: requests,
    inspections: await listRecords(tx, inspections, sql`county_code = ${countyCode} and request_id = any(${ids}::uuid[])`),
    deliveries: await listRecords(tx, deliveries, sql`county_code = ${countyCode} and contract_id = any(${contractIds}::uuid[])`),
    operationChecks: await listRecords(tx, operationChecks, sql`county_code = ${countyCode} and acceptance_id = any(${ids}::uuid[])`),
    ...(await paymentFileOf(tx, countyCode, contractIds)),
  }
}

/**
 * 证据包: everything on file of a project, records and papers, from the register to the treasury's voucher and the entries of the ledger, in
 * one ZIP with an index of hashes that names the parts nothing is on file of. Null when there is no such project.
 */
export async function evidencePack(tx: Transaction, countyCode: string, projectId: string, now: Date) {
  const parts = await partsOf(tx, countyCode, projectId)
  if (!parts) return null
  const records = Object.entries(parts).map(([key, value]) => ({
    name: `${titles[key] ?? key}.json`,
    bytes: text(value),
    empty: Array.isArray(value) && value.length === 0,
  }))
  const files = await fileBytesOf(tx, countyCode, [...new Set(fileIdsIn(parts))])
  // The whole id: ids made within a minute begin alike, and photos are often named alike.
  const papers = files.map(({ id, name, bytes }) => ({ name: `附件/${id}-${plain(name)}`, bytes: new Uint8Array(bytes), empty: false }))
  const all = [...records, ...papers]
  const index = {
    project: { id: projectId, countyCode, name: parts.project.name },
    madeAt: now.toISOString(),
    entries: all.map(({ name, bytes, empty }) => ({ name, size: bytes.length, sha256: hash(bytes), empty })),
    missing: records
      .filter(({ empty }) => empty)
      .map(({ name }) => name.replace('.json', ''))
      .toSorted(),
  }
  const content = Object.fromEntries([...all.map(({ name, bytes }) => [name, bytes] as const), ['00-目录.json', text(index)] as const])
  // The same records give the same bytes: the time inside the archive is fixed, the true one stands in the index.
  const bytes = zipSync(content, { mtime: new Date('2020-01-01T00:00:00Z'), level: 6 })
  return { bytes, name: `${plain(parts.project.name)}-证据包.zip` }
}
