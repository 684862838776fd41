import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { accept, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { citing, clausesOf } from '../index.ts'
import type { Bare, RulesNotMet, Site, SiteCorrection } from '../index.ts'
import { holdProject, siteMoved, sitesFixed } from './fixed-sites.ts'
import { siteCorrections, sites } from './kinds.ts'
import { addRecord, findRecord, listRecords, saveRecord } from './records.ts'
import { addOnce } from './save-record.ts'
import { siteKeepsStandard } from './site-rules.ts'
import { auditRecord, byOf, notFound, stale, stampOf, today } from './work.ts'
import type { Work } from './work.ts'

/** A correction as it is asked for: the site as it should stand, the version that was seen (0: it was forgotten), and why. */
export type WantedCorrection = { id: string; site: Omit<Site, 'version'>; seenVersion: number; reason: string }

const notFixed: Bare = {
  kind: 'wrong-state',
  code: 'sites-not-fixed',
  message: {
    zh: '项目还没有申请验收，站点可以直接修改，不需要更正。',
    en: 'No acceptance was requested yet: change the site directly, it needs no correction.',
  },
}
const nothingChanged: Bare = {
  kind: 'invalid',
  code: 'site-unchanged',
  message: { zh: '与现在登记的没有不同，不需要更正。', en: 'It does not differ from what is on the register.' },
  where: 'site',
}

const content = (site: Site): string => canonicalJson(asJson({ ...site, version: 0 }))

async function writeSite(work: Work, standing: Site | undefined, after: Site): Promise<Result<unknown>> {
  if (!standing) return addRecord(work.tx, sites, after, stampOf(work))
  await saveRecord(work.tx, sites, after, stampOf(work), ['version'])
  return accept(true)
}

/**
 * Puts a site right after a request fixed the sites of its project (6.2): a new version beside the one that was wrong, with who, when and why.
 * Whoever calls says whether acceptance still allows it, and knows a correction that is sent twice.
 */
export async function correctSite(
  work: Work,
  { id, site, seenVersion, reason }: WantedCorrection,
  action: string,
): Promise<Result<SiteCorrection, Refusal | RulesNotMet>> {
  const { tx } = work
  const held = await holdProject(tx, site.countyCode, site.projectId)
  if (!held) return refuse(notFound)
  const { register: clause } = clausesOf(held.year)
  if (held.stage === 'accepted' || held.stage === 'stopped') return refuse(citing(sitesFixed, clause))
  if (!held.sitesFixed) return refuse(citing(notFixed, clause))
  const standing = await findRecord(tx, sites, site.countyCode, site.id, true)
  if ((standing?.version ?? 0) !== seenVersion) return refuse(stale(standing?.version ?? 0, standing ?? null))
  if (standing && standing.projectId !== site.projectId) return refuse(citing(siteMoved, clause))
  const after: Site = { ...site, version: seenVersion + 1 }
  if (standing && content(standing) === content(after)) return refuse(citing(nothingChanged, clause))
  const kept = await siteKeepsStandard(work, after, held.year)
  if (!kept.ok) return kept
  const written = await writeSite(work, standing, after)
  if (!written.ok) return written
  const { countyCode, projectId } = site
  const before = standing ?? null
  const correction = { id, countyCode, projectId, siteId: site.id, before, after, reason, by: byOf(work), correctedOn: today(work) }
  await auditRecord(work, { countyCode, action, recordKind: 'project_site', recordId: site.id, before, after, reason })
  return addOnce(work, siteCorrections, correction, action)
}

/** Corrections of the sites of a project, oldest first. */
export const correctionsOf = (tx: Transaction, countyCode: string, projectId: string): Promise<SiteCorrection[]> =>
  listRecords(tx, siteCorrections, sql`county_code = ${countyCode} and project_id = ${projectId}`)
