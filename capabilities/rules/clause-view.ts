import type { Bilingual, Clause, Force, ParameterValue, PolicyPack, Source } from '@jincun/policy'
import { entriesOf } from './coverage.ts'
import type { ClauseCoverage, Coverage, RuleBookPart } from './coverage.ts'

/** How far a clause is carried: all of it, a part, not yet (a later issue), or it binds nothing. */
export type Carried = 'carried' | 'partly' | 'planned' | 'guidance'

export type RuleView = { rule: string; title: Bilingual; part: RuleBookPart; force: Force; parameters: readonly string[] }

/** A number under its clause. `origin` null is the notice's own. */
export type ParameterView = {
  id: string
  title: Bilingual
  unit: string
  value: ParameterValue
  force: Force
  origin: 'house' | 'published' | null
  note: Bilingual | null
}

/** Something of another policy file that rests on the clause. */
export type EntryView = { kind: 'list' | 'factor' | 'score-item' | 'preference' | 'plan-section'; of: Bilingual; title: Bilingual }

/** One clause with all that carries it; what the page 规则与依据 shows. */
export type ClauseView = Omit<Clause, 'planned'> &
  ClauseCoverage & {
    reference: string
    carried: Carried
    planned: { issue: number; what: Bilingual | null } | null
    rules: readonly RuleView[]
    parameters: readonly ParameterView[]
    entries: readonly EntryView[]
  }

/** A clause that is planned in whole has no `what`; with it, a part is carried already. */
export const carriedOf = ({ force, planned }: Pick<Clause, 'force' | 'planned'>): Carried => {
  if (force === 'guidance') return 'guidance'
  if (!planned) return 'carried'
  return planned.what ? 'partly' : 'planned'
}

const rulesOf = (pack: PolicyPack, year: number, reference: string): RuleView[] => {
  const book = pack.ruleBooks.get(year)
  return (book ? entriesOf(book) : [])
    .filter(({ entry }) => entry.clause === reference)
    .map(({ part, entry: { rule, title = { zh: rule, en: rule }, force, parameters } }) => ({
      rule,
      title,
      part,
      force,
      parameters: Object.values(parameters),
    }))
}

const parametersOf = (pack: PolicyPack, year: number, reference: string): ParameterView[] =>
  [...pack.parameters.values()].flatMap(({ id, title, unit, values }) => {
    const value = values[year]
    if (value?.clause !== reference) return []
    return [{ id, title, unit, value: value.value, force: value.force, origin: value.origin ?? null, note: value.note ?? null }]
  })

/** Entries of lists, factor sheet, score sheet and work plans of the year that cite the clause. */
function entriesUnder(pack: PolicyPack, year: number, reference: string): EntryView[] {
  const scorecard = pack.scorecards.get(year)
  const factorSheet = pack.factorSheets.get(year)
  const of = (kind: EntryView['kind'], whole: Bilingual, parts: readonly { title: Bilingual; clause: string }[]): EntryView[] =>
    parts.filter(({ clause }) => clause === reference).map(({ title }) => ({ kind, of: whole, title }))
  const lists = [...pack.lists.values()].flatMap(({ title, values }) =>
    of(
      'list',
      title,
      (values[year] ?? []).map(({ term, clause }) => ({ title: term, clause })),
    ),
  )
  const plans = [...pack.workPlans.values()].filter(plan => plan.year === year)
  return [
    ...lists,
    ...(factorSheet ? of('factor', factorSheet.title, factorSheet.factors) : []),
    ...(scorecard ? of('score-item', scorecard.title, scorecard.items) : []),
    ...(scorecard ? of('preference', scorecard.title, scorecard.preferences) : []),
    ...plans.flatMap(plan => of('plan-section', plan.title, plan.sections)),
  ]
}

const nothing: ClauseCoverage = { code: [], screens: [], tests: [] }

/** The clauses of a source in the order of the notice, each with what carries it. */
export function clauseViews(pack: PolicyPack, coverage: Coverage, source: Source): ClauseView[] {
  return source.clauses.map(({ planned, ...clause }) => {
    const reference = `${source.id}/${clause.id}`
    return {
      ...clause,
      ...(coverage[reference] ?? nothing),
      reference,
      carried: carriedOf({ force: clause.force, ...(planned ? { planned } : {}) }),
      planned: planned ? { issue: planned.issue, what: planned.what ?? null } : null,
      rules: rulesOf(pack, source.year, reference),
      parameters: parametersOf(pack, source.year, reference),
      entries: entriesUnder(pack, source.year, reference),
    }
  })
}

/**
 * What a clause that claims to be carried still lacks: something that does it (a rule, a page, code, or an entry of a list or sheet
 * that pages are made of), or a test. Empty for clauses that are guidance or planned in whole.
 */
export function lacksOf(view: ClauseView): ('carrier' | 'test')[] {
  if (view.carried === 'guidance' || view.carried === 'planned') return []
  const carrier = view.rules.length + view.screens.length + view.code.length + view.entries.length > 0
  return [...(carrier ? [] : (['carrier'] as const)), ...(view.tests.length > 0 ? [] : (['test'] as const))]
}
