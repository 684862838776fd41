import { findProvisionalQuota } from '@jincun/allocation/server'
import { checkApplication, stateAt } from '@jincun/applications'
import type { Application, Measured } from '@jincun/applications'
import { findApplications, measuredByCounty } from '@jincun/applications/server'
import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { countyStanding } from '@jincun/designation'
import { designationData } from '@jincun/designation/server'
import { findProvince, lastCode } from '@jincun/places'
import { deadlineOf, parameterFor } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { checkList, checkProvincialPlan, extensionOf, listSubject } from '../../index.ts'
import { listEligibility } from '../../list-eligibility.ts'
import type { ListSubject, RankedListRecord } from '../../index.ts'

/** A county's application as the list page shows it, with what the rules say of it. */
export type Candidate = {
  countyCode: string
  name: string
  type: ListSubject['counties'][number]['type']
  state: Application['state']
  applicationId: string
  findings: readonly Finding[]
}

/** What other slices know of a province's round: the number it was given and its counties' applications, by present county code. */
export type RoundFacts = { quota: number | null; candidates: ReadonlyMap<string, Candidate> }

/** The first instant that is too late for a year's lists (5.3). */
export const closingOf = (policy: PolicyPack, year: number): Date => deadlineOf(parameterFor(policy, 'ranked-list-deadline', year))

export const provinceName = (code: string): string => findProvince(designationData().places, code)?.name ?? code

function candidateOf(policy: PolicyPack, application: Application, measured: Measured | undefined, now: Date): Candidate {
  const countyCode = lastCode(designationData().places, application.countyCode)
  const standing = countyStanding(designationData(), application.countyCode, application.year)
  return {
    countyCode,
    name: standing.ok ? standing.value.name : countyCode,
    type: application.content.type,
    state: stateAt(application, policy, now),
    applicationId: application.id,
    findings: standing.ok ? checkApplication(application, standing.value, policy, measured) : [],
  }
}

/** Reads number, applications and what the ledger measures; three queries, whatever the number of counties. */
export async function roundFacts(tx: Transaction, policy: PolicyPack, year: number, provinceCode: string, now: Date): Promise<RoundFacts> {
  const quota = (await findProvisionalQuota(tx, year, provinceCode))?.quota ?? null
  const stored = await findApplications(
    tx,
    sql`a.year = ${year} and a.state <> 'withdrawn' and a.county_code like ${`${provinceCode.slice(0, 2)}%`}`,
  )
  const measured = await measuredByCounty({ tx, policy, now }, year, provinceCode.slice(0, 2))
  const candidates = stored.map(({ application }) => candidateOf(policy, application, measured.get(application.countyCode), now))
  return { quota, candidates: new Map(candidates.map(candidate => [candidate.countyCode, candidate])) }
}

/** The list as the rules judge it at an instant. */
export function subjectOf(policy: PolicyPack, { list, events }: RankedListRecord, facts: RoundFacts, now: Date): ListSubject {
  const types = new Map(list.entries.map(entry => [entry.countyCode, entry.type]))
  return listSubject(designationData(), {
    year: list.year,
    provinceCode: list.provinceCode,
    quota: facts.quota,
    entries: list.entries,
    at: now,
    extension: extensionOf(events),
    eligibilityOf: countyCode => {
      const candidate = facts.candidates.get(countyCode)
      const application = candidate ? { standing: candidate, findings: candidate.findings } : null
      return listEligibility(policy, list.year, { type: types.get(countyCode) ?? 'first' }, application)
    },
  })
}

/** Findings on list and plan together: what stands between the province and its submission. */
export function findingsOf(policy: PolicyPack, record: RankedListRecord, subject: ListSubject): Finding[] {
  return [...checkList(policy, subject), ...checkProvincialPlan(policy, record.list.year, record.plan)]
}
