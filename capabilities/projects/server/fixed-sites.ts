import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { projectOpen } from '../index.ts'
import type { Bare, ProjectStage } from '../index.ts'
import { notFound } from './work.ts'

export type HeldProject = { stage: ProjectStage; year: number; sitesFixed: boolean }

/**
 * A project held until the transaction ends, so that no site is entered while acceptance is requested, and no two results of its contracts are
 * concluded past each other. Null when it is not on the register.
 */
export async function holdProject(tx: Transaction, countyCode: string, id: string): Promise<HeldProject | null> {
  const row = await tx.row<HeldProject>(
    sql`select stage, year, sites_fixed_on is not null as "sitesFixed" from project where county_code = ${countyCode} and id = ${id} for update`,
  )
  return row ?? null
}

/** Holds a project that something is bought or contracted for, so that it is not accepted or stopped meanwhile; refuses one that is already. */
export async function holdOpen(tx: Transaction, countyCode: string, id: string): Promise<Result<true>> {
  const held = await holdProject(tx, countyCode, id)
  return held ? projectOpen(held.stage, held.year) : refuse(notFound)
}

/** Fixes the sites of a project from its first request for acceptance on (6.2, 6.3): what is checked and drawn is what stands then. */
export const fixSites = (tx: Transaction, countyCode: string, id: string, on: string): Promise<number> =>
  tx.run(sql`update project set sites_fixed_on = ${on} where county_code = ${countyCode} and id = ${id} and sites_fixed_on is null`)

export const sitesFixed: Bare = {
  kind: 'wrong-state',
  code: 'sites-fixed',
  message: {
    zh: '项目已申请验收（或已验收、已终止），站点以申请时登记的为准，不能再直接增加或修改；有误的，在验收页面写明理由更正（验收合格后不能更正）。',
    en: 'Acceptance was requested, or the project is finished: its sites stand. What is wrong is corrected with a reason on the page of the acceptance, until that is concluded.',
  },
}

export const siteMoved: Bare = {
  kind: 'invalid',
  code: 'site-of-another-project',
  message: { zh: '站点不能改到另一个项目；请在那个项目下另行登记。', en: 'A site does not move to another project; enter it there anew.' },
  where: 'projectId',
}
