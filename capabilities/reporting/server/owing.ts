import type { Transaction } from '@jincun/db'
import { placedSitesOf, signedContracts } from '@jincun/projects/server'
import type { Owing } from '../index.ts'

/** Signed contracts of a county that have a data agreement, with the sites of their projects: of one firm, or of all. */
export async function owingOf(tx: Transaction, countyCode: string, whose: 'all' | { code: string | null }): Promise<Owing[]> {
  const signed = (await signedContracts(tx, countyCode)).filter(({ dataAgreement }) => dataAgreement !== null)
  const sites = await placedSitesOf(tx, countyCode, signed)
  return signed
    .filter(({ party }) => whose === 'all' || party.creditCode === whose.code)
    .map(contract => ({ contract, sites: sites.flatMap(({ site }) => (site.projectId === contract.projectId ? [site] : [])) }))
}
