import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { checkSite } from '../index.ts'
import type { RulesNotMet, Site } from '../index.ts'
import { placedSitesOf, signedContracts } from './front-door.ts'
import type { Work } from './work.ts'

/** Refuses a site above the caps of the province's standard or supported twice (6.2), as it would stand among the others of the county. */
export async function siteKeepsStandard(
  { tx, policy }: Pick<Work, 'tx' | 'policy'>,
  site: Site,
  year: number,
): Promise<Result<true, Refusal | RulesNotMet>> {
  const signed = await signedContracts(tx, site.countyCode)
  const others = (await placedSitesOf(tx, site.countyCode, signed)).filter(other => other.site.id !== site.id)
  const partyCode = signed.find(({ state, projectId }) => state === 'signed' && projectId === site.projectId)?.party.creditCode ?? null
  const findings = checkSite({ site, partyCode }, others, year, policy)
  if (!findings.some(({ status, force }) => status === 'unmet' && force === 'must')) return accept(true)
  return refuse({
    kind: 'rules',
    code: 'site-over-standard',
    message: {
      zh: '超过省里的支持标准或重复支持，不能登记。',
      en: "Above the province's standard or supported twice; it cannot be entered.",
    },
    findings,
  })
}
