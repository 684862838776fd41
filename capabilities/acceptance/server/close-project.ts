import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { holdProject, listRecords, markAccepted, signedContracts } from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import type { Bilingual } from '@jincun/policy'
import { wholeProjectAccepted } from '../index.ts'
import type { Acceptance } from '../index.ts'
import { acceptances } from './kinds.ts'

/**
 * Closes the project once all its signed contracts are accepted, and says in the words of the publication what the result reaches. The project is
 * held first: of two results concluded at once the second sees the first.
 */
export async function closeAccepted({ tx }: Pick<Work, 'tx'>, { countyCode, projectId, state }: Acceptance): Promise<Bilingual> {
  if (state !== 'accepted') return { zh: '项目验收发现缺陷', en: 'Defects found' }
  await holdProject(tx, countyCode, projectId)
  const all = await listRecords(tx, acceptances, sql`county_code = ${countyCode} and project_id = ${projectId}`)
  if (!wholeProjectAccepted(projectId, await signedContracts(tx, countyCode), all))
    return { zh: '合同验收合格，项目尚有合同待验收', en: 'Contract accepted; others of the project are still to be accepted' }
  await markAccepted(tx, countyCode, projectId)
  return { zh: '项目验收合格', en: 'Project accepted' }
}

/** Contracts of a project whose acceptance was concluded. */
export async function acceptedContractsOf(tx: Transaction, countyCode: string, projectId: string): Promise<ReadonlySet<string>> {
  const here = sql`county_code = ${countyCode} and project_id = ${projectId} and state = 'accepted'`
  return new Set((await listRecords(tx, acceptances, here)).map(({ contractId }) => contractId))
}
