import { endOfShanghaiDay, parseRatio } from '@jincun/kernel'
import type { Fen, Ratio } from '@jincun/kernel'
import type {
  Clause,
  Parameter,
  PolicyListEntry,
  PolicyPack,
  ProvincialStandard,
  RuleBook,
  FactorSheet,
  Scorecard,
  WorkPlanStructure,
} from './schema.ts'

/** A year or id that the policy folder does not hold. Carries the file to fill. */
export class PolicyGap extends Error {
  readonly file: string
  constructor(what: string, file: string) {
    super(`No ${what}. Fill ${file}.`)
    this.name = 'PolicyGap'
    this.file = file
  }
}

const found = <T>(value: T | undefined, what: string, file: string): T => {
  if (value === undefined) throw new PolicyGap(what, file)
  return value
}

export type ParameterForYear = Parameter['values'][string] & { id: string; title: Parameter['title']; unit: Parameter['unit'] }

/** The value of a parameter in a year; a missing year throws a PolicyGap that names the file to fill. */
export function parameterFor(pack: PolicyPack, id: string, year: number): ParameterForYear {
  const file = `policy/parameters/${id}.yaml`
  const parameter = found(pack.parameters.get(id), `parameter ${id}`, file)
  const value = found(parameter.values[year], `value of ${id} for ${year}`, file)
  return { ...value, id, title: parameter.title, unit: parameter.unit }
}

const wrongUnit = (parameter: ParameterForYear, wanted: string): never => {
  throw new Error(`Parameter ${parameter.id} is read as ${wanted} but its unit is ${parameter.unit}`)
}

/** A percentage or ratio as an exact ratio: percent 150 → 150/100, ratio '1/3' → 1/3. */
export function ratioOf(parameter: ParameterForYear): Ratio {
  if (parameter.unit === 'percent') return parseRatio(`${String(parameter.value)}%`)
  return parameter.unit === 'ratio' ? parseRatio(String(parameter.value)) : wrongUnit(parameter, 'a ratio')
}

/** A whole number (count, points). */
export function countOf(parameter: ParameterForYear): number {
  return typeof parameter.value === 'number' ? parameter.value : wrongUnit(parameter, 'a whole number')
}

/** An amount of money in 分. */
export function fenOf(parameter: ParameterForYear): Fen {
  return parameter.unit === 'fen' && typeof parameter.value === 'number' ? BigInt(parameter.value) : wrongUnit(parameter, 'money')
}

/** The first instant after the last day on which something may still be done. */
export function deadlineOf(parameter: ParameterForYear): Date {
  return parameter.unit === 'date' ? endOfShanghaiDay(String(parameter.value)) : wrongUnit(parameter, 'a date')
}

/** Ids or place codes. */
export function idsOf(parameter: ParameterForYear): readonly string[] {
  return Array.isArray(parameter.value) ? parameter.value : wrongUnit(parameter, 'a list')
}

export const listFor = (pack: PolicyPack, id: string, year: number): readonly PolicyListEntry[] =>
  found(pack.lists.get(id)?.values[year], `list ${id} for ${year}`, `policy/lists/${id}.yaml`)

export const ruleBookFor = (pack: PolicyPack, year: number): RuleBook =>
  found(pack.ruleBooks.get(year), `rule book for ${year}`, `policy/rules/${year}.yaml`)

export const factorSheetFor = (pack: PolicyPack, year: number): FactorSheet =>
  found(pack.factorSheets.get(year), `factor sheet for ${year}`, `policy/factor-sheets/${year}.yaml`)

export const scorecardFor = (pack: PolicyPack, year: number): Scorecard =>
  found(pack.scorecards.get(year), `score sheet for ${year}`, `policy/scorecards/${year}.yaml`)

export const workPlanFor = (pack: PolicyPack, year: number, level: WorkPlanStructure['level']): WorkPlanStructure =>
  found(pack.workPlans.get(`${year}-${level}`), `work plan of a ${level} for ${year}`, `policy/work-plans/${year}-${level}.yaml`)

/** The clause behind 'notice-2020/4.4', or undefined when no source has it. */
export function clauseOf(pack: PolicyPack, reference: string): Clause | undefined {
  const [sourceId, clauseId] = reference.split('/')
  return pack.sources.find(source => source.id === sourceId)?.clauses.find(clause => clause.id === clauseId)
}

/** A province's standard with what it adopts filled in, and all documents it rests on. */
export type StandardInForce = ProvincialStandard & { sources: readonly ProvincialStandard['source'][] }

const parts = ['nodeCaps', 'uniqueness', 'facilityShares', 'sampling', 'checklists'] as const

/** What a province asks of projects of a year (6.2); null when it has published nothing that is on file here: that is not "no limit". */
export function standardFor(pack: PolicyPack, provinceCode: string, year: number): StandardInForce | null {
  const own = pack.standards.get(`${provinceCode}-${year}`)
  if (!own) return null
  const adopted = own.adopts.map(key => found(pack.standards.get(key), `standard ${key}`, `policy/standards/${key}.yaml`))
  const chain = [own, ...adopted]
  const first = <Key extends (typeof parts)[number]>(key: Key): ProvincialStandard[Key] =>
    chain.find(standard => standard[key].length > 0)?.[key] ?? own[key]
  const populousFrom = chain.find(standard => standard.populousFrom !== undefined)?.populousFrom
  return {
    ...own,
    nodeCaps: first('nodeCaps'),
    uniqueness: first('uniqueness'),
    facilityShares: first('facilityShares'),
    sampling: first('sampling'),
    checklists: first('checklists'),
    // A number the province sets itself goes before one it adopts, and what it adopts first before what it adopts later.
    numbers: Object.assign({}, ...chain.toReversed().map(({ numbers }) => numbers)),
    ...(populousFrom === undefined ? {} : { populousFrom }),
    sources: chain.map(({ source }) => source),
  }
}
