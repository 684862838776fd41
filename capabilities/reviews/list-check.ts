import { idsOf, PolicyGap, parameterFor } from '@jincun/policy'
import type { Finding, ParameterForYear, PolicyPack, RuleEntry } from '@jincun/policy'
import type { ListedCounty, ListSubject } from './ranked-list.ts'

/** What a check says; code, force and clause come from the rule book. */
export type Judgement = Pick<Finding, 'status' | 'measured' | 'required' | 'message' | 'rows'>

/** One rule on lists: a pure function of the subject and of the numbers the rule book points it to. */
export type ListCheck = (subject: ListSubject, number: NumberOf) => Judgement

/**
 * The parameter a rule reads in a role ('maximum'). Where the year's rule names none, `optional` gives undefined and `ids` an empty list.
 */
export type NumberOf = {
  (role: string): ParameterForYear
  optional(role: string): ParameterForYear | undefined
  ids(role: string): readonly string[]
}

/** Whether a place lies in one of the places of a list of code prefixes ('54' or '540000'). */
export const liesIn = (code: string, places: readonly string[]): boolean =>
  places.some(place => code.startsWith(place.replace(/(00)+$/, '')))

/** Reads a rule's parameters by role. A role the rule book leaves out throws and names the file to fill. */
export function numbersOf(pack: PolicyPack, rule: RuleEntry, year: number): NumberOf {
  const optional = (role: string) => {
    const id = rule.parameters[role]
    return id === undefined ? undefined : parameterFor(pack, id, year)
  }
  const required = (role: string): ParameterForYear => {
    const parameter = optional(role)
    if (!parameter) throw new PolicyGap(`parameter of rule ${rule.rule} in the role "${role}"`, `policy/rules/${year}.yaml`)
    return parameter
  }
  const ids = (role: string) => {
    const parameter = optional(role)
    return parameter ? idsOf(parameter) : []
  }
  return Object.assign(required, { optional, ids })
}

/** How a row is called in findings: its rank, name and code, with the older code where one was handed in. */
export function rowOf(county: ListedCounty): Finding['rows'][number] {
  const place = county.rank === null ? '' : `第${county.rank}位 `
  const written = county.writtenCode === undefined ? '' : `（原代码${county.writtenCode}）`
  return { kind: 'county', key: county.countyCode, label: `${place}${county.name ?? '未知县'} ${county.countyCode}${written}` }
}
