import type { ClauseRef, Finding, RowRef } from '@jincun/policy'
import type { Expert, PastContract, ReviewedApplication } from './expert.ts'

/** The settings a conflict check reads. `year` is the round's. */
export type ConflictRules = { clause: ClauseRef; contractYears: number; year: number }

/** What a check reads beside the two records. */
export type ConflictGround = {
  /** The last code of a county's line (places' `lastCode`), so that a fact given under an old code meets the county's successor. */
  lineOf: (countyCode: string) => string
  /** Contracts of counties as the registers and the whole pool know them; those of the expert's organisation count as the expert's. */
  contracts: readonly PastContract[]
}

/** Names written alike: without white space, with half-width brackets, in one case. */
export const normalName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const expertRow = (expert: Expert): RowRef => ({ kind: 'expert', key: expert.id, label: expert.name })

type Kind = { code: string; zh: string; en: string }
const kinds = {
  homeCounty: { code: 'conflict-home-county', zh: '专家家乡即申报县', en: 'the expert comes from the county' },
  organisation: { code: 'conflict-organisation', zh: '专家单位参与该申报', en: "the expert's organisation takes part in the application" },
  relation: { code: 'conflict-declared-relation', zh: '专家申明有利害关系', en: 'the expert declared a relation' },
  contract: {
    code: 'conflict-past-contract',
    zh: '专家或其单位曾承接该县项目',
    en: 'the expert or its organisation had a contract of the county',
  },
} as const satisfies Record<string, Kind>

/** Every conflict is a `must` that is not met: the rows say which fact of the expert meets which fact of the application. */
function conflict(kind: Kind, expert: Expert, application: ReviewedApplication, rules: ConflictRules, fact: string): Finding {
  return {
    code: kind.code,
    status: 'unmet',
    force: 'must',
    clause: rules.clause,
    measured: fact,
    required: '无利害关系 / no conflict of interest',
    message: {
      zh: `${expert.name}须回避${application.countyName}：${kind.zh}（${fact}）。`,
      en: `${expert.name} must not review ${application.countyName}: ${kind.en} (${fact}).`,
    },
    where: `${expert.id}.${application.applicationId}.${fact}`,
    rows: [expertRow(expert), { kind: 'application', key: application.applicationId, label: application.countyName }],
  }
}

const sharesName = (names: readonly string[], name: string): boolean => names.some(each => normalName(each) === normalName(name))

/**
 * 五（二）公平、公正、公开: an expert does not review an application tied to him by home county, organisation, declared relation or
 * past contract of his own or of his organisation. Asked before anybody is invited, and again before scoring. Which ties count is this
 * system's reading; the notice names none. A contract counts when it ended within `contractYears` years before the round's year, or
 * still runs.
 * @returns one finding per tie; none when the expert may review the application
 */
export function findConflicts(expert: Expert, application: ReviewedApplication, rules: ConflictRules, ground: ConflictGround): Finding[] {
  const found: Finding[] = []
  const line = ground.lineOf(application.countyCode)
  const isHere = (countyCode: string | null): boolean => countyCode !== null && ground.lineOf(countyCode) === line
  const add = (kind: Kind, fact: string) => found.push(conflict(kind, expert, application, rules, fact))
  if (isHere(expert.homeCountyCode)) add(kinds.homeCounty, expert.homeCountyCode)
  if (sharesName(application.organisationNames, expert.organisationName)) add(kinds.organisation, expert.organisationName)
  for (const relation of expert.declaredRelations) {
    const named = relation.organisationName !== null && sharesName(application.organisationNames, relation.organisationName)
    if (named || isHere(relation.countyCode)) add(kinds.relation, relation.text)
  }
  const ofOrganisation = ground.contracts.filter(({ organisationName }) => sharesName([organisationName], expert.organisationName))
  const recent = [...expert.pastContracts, ...ofOrganisation].filter(
    ({ countyCode, endYear }) => endYear >= rules.year - rules.contractYears && isHere(countyCode),
  )
  for (const fact of new Set(recent.map(({ endYear, subject }) => `${endYear} ${subject}`))) add(kinds.contract, fact)
  return found
}

/** The conflicts of a pool with all applications, by expert and application. */
export class ConflictTable {
  readonly #found = new Map<string, Finding[]>()
  constructor(experts: readonly Expert[], applications: readonly ReviewedApplication[], rules: ConflictRules, ground: ConflictGround) {
    for (const expert of experts)
      for (const application of applications) {
        const findings = findConflicts(expert, application, rules, ground)
        if (findings.length > 0) this.#found.set(`${expert.id}/${application.applicationId}`, findings)
      }
  }
  between = (expertId: string, applicationId: string): readonly Finding[] => this.#found.get(`${expertId}/${applicationId}`) ?? []
  all = (): Finding[] => [...this.#found.values()].flat()
}
