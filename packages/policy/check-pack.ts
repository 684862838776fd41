import { wantedInstead } from './check-value.ts'
import type { Fault } from './fault.ts'
import { clauseOf } from './read.ts'
import { ministryFaults } from './ministry-systems.ts'
import { reportFaults } from './report-faults.ts'
import { signalFaults } from './signals.ts'
import type { PolicyPack, RuleBook } from './schema.ts'

type Place = { file: string; field: string }

const fault = ({ file, field }: Place, zh: string, en: string): Fault => ({ file, field, message: { zh, en } })

/** A clause that is cited must be in a source of that year or an earlier one. */
function* citation(pack: PolicyPack, clause: string, year: number, at: Place): Generator<Fault> {
  const source = pack.sources.find(({ id }) => clause.startsWith(`${id}/`))
  if (!source || !clauseOf(pack, clause)) yield fault(at, `没有条款“${clause}”`, `there is no clause ${clause}; add it to policy/sources`)
  else if (source.year > year) yield fault(at, `${year}年不能引用${source.year}年的条款`, `${year} cannot cite a clause of ${source.year}`)
}

/** The second one of a pair of equal ids. */
function* repeats(ids: readonly string[], file: string, field: (index: number) => string): Generator<Fault> {
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index) yield fault({ file, field: field(index) }, `“${id}”出现了两次`, `${id} is there twice`)
}

function* sourceFaults({ sources }: PolicyPack): Generator<Fault> {
  for (const source of sources)
    yield* repeats(
      source.clauses.map(({ id }) => id),
      `policy/sources/${source.id}.yaml`,
      index => `clauses[${index}].id`,
    )
}

function* parameterFaults(pack: PolicyPack): Generator<Fault> {
  for (const { id, unit, values } of pack.parameters.values()) {
    const file = `policy/parameters/${id}.yaml`
    for (const [year, value] of Object.entries(values)) {
      const wanted = wantedInstead(unit, value.value)
      if (wanted)
        yield fault({ file, field: `values.${year}.value` }, `单位是${unit}，应写${wanted.zh}`, `the unit is ${unit}; write ${wanted.en}`)
      if (value.origin && !value.note)
        yield fault(
          { file, field: `values.${year}.note` },
          '不是通知的数，须说明来历',
          'not a number of the notice: say where it comes from',
        )
      yield* citation(pack, value.clause, Number(year), { file, field: `values.${year}.clause` })
    }
  }
}

function* listFaults(pack: PolicyPack): Generator<Fault> {
  for (const { id, values } of pack.lists.values()) {
    const file = `policy/lists/${id}.yaml`
    for (const [year, entries] of Object.entries(values)) {
      yield* repeats(
        entries.map(entry => entry.id),
        file,
        index => `values.${year}[${index}].id`,
      )
      for (const [index, entry] of entries.entries()) {
        const at = (field: string): Place => ({ file, field: `values.${year}[${index}].${field}` })
        yield* citation(pack, entry.clause, Number(year), at('clause'))
        if (entry.parent && !entries.some(({ id: other }) => other === entry.parent))
          yield fault(at('parent'), `没有上级“${entry.parent}”`, `there is no entry ${entry.parent} above it`)
        const negatives = pack.lists.get('negative-list')?.values[year]
        if (entry.negative && negatives && !negatives.some(({ id: other }) => other === entry.negative))
          yield fault(at('negative'), `负面清单没有“${entry.negative}”`, `the negative list has no entry ${entry.negative}`)
      }
    }
  }
}

const parts = ['county', 'plan', 'list', 'final'] as const

function* rulesOfPart(pack: PolicyPack, book: RuleBook, part: (typeof parts)[number]): Generator<Fault> {
  const file = `policy/rules/${book.year}.yaml`
  yield* repeats(
    book[part].map(({ rule }) => rule),
    file,
    index => `${part}[${index}].rule`,
  )
  for (const [index, entry] of book[part].entries()) {
    yield* citation(pack, entry.clause, book.year, { file, field: `${part}[${index}].clause` })
    for (const [role, id] of Object.entries(entry.parameters)) {
      const at = { file, field: `${part}[${index}].parameters.${role}` }
      if (!pack.parameters.has(id)) yield fault(at, `没有参数“${id}”`, `there is no parameter ${id}; add policy/parameters/${id}.yaml`)
      else if (!pack.parameters.get(id)?.values[book.year])
        yield fault(at, `参数“${id}”没有${book.year}年的值`, `${id} has no value for ${book.year}; fill policy/parameters/${id}.yaml`)
    }
  }
}

function* factorSheetFaults(pack: PolicyPack): Generator<Fault> {
  for (const { year, factors, clause, floor, cap } of pack.factorSheets.values()) {
    const file = `policy/factor-sheets/${year}.yaml`
    const total = factors.reduce((sum, { weightPerMille }) => sum + weightPerMille, 0)
    if (total !== 1000)
      yield fault({ file, field: 'factors' }, `权重之和是${total}‰，应为1000‰`, `weights sum to ${total} per mille, not 1000`)
    if (cap !== null && cap < floor) yield fault({ file, field: 'cap' }, `上限${cap}低于下限${floor}`, `cap ${cap} is below floor ${floor}`)
    yield* repeats(
      factors.map(({ id }) => id),
      file,
      index => `factors[${index}].id`,
    )
    yield* citation(pack, clause, year, { file, field: 'clause' })
    for (const [index, factor] of factors.entries()) yield* citation(pack, factor.clause, year, { file, field: `factors[${index}].clause` })
  }
}

type Cited = { id: string; clause: string }

/** Ids once each, and every clause known: score sheets and work plans are lists of such things. */
function* citedFaults(pack: PolicyPack, file: string, year: number, field: string, things: readonly Cited[]): Generator<Fault> {
  yield* repeats(
    things.map(({ id }) => id),
    file,
    index => `${field}[${index}].id`,
  )
  for (const [index, { clause }] of things.entries()) yield* citation(pack, clause, year, { file, field: `${field}[${index}].clause` })
}

function* sheetFaults(pack: PolicyPack): Generator<Fault> {
  for (const { year, items, preferences } of pack.scorecards.values()) {
    yield* citedFaults(pack, `policy/scorecards/${year}.yaml`, year, 'items', items)
    yield* citedFaults(pack, `policy/scorecards/${year}.yaml`, year, 'preferences', preferences)
  }
  for (const { year, level, sections } of pack.workPlans.values())
    yield* citedFaults(pack, `policy/work-plans/${year}-${level}.yaml`, year, 'sections', sections)
}

function* standardFaults(pack: PolicyPack): Generator<Fault> {
  for (const [key, { adopts, clause, checklists, numbers }] of pack.standards) {
    const file = `policy/standards/${key}.yaml`
    // A province's document of 2017 may stand under a notice of 2017 or be cited by a later one; only the clause itself must be known.
    if (!clauseOf(pack, clause)) yield fault({ file, field: 'clause' }, `没有条款“${clause}”`, `there is no clause ${clause}`)
    for (const [index, other] of adopts.entries())
      if (!pack.standards.has(other) || other === key)
        yield fault({ file, field: `adopts[${index}]` }, `没有标准“${other}”`, `there is no standard ${other}`)
    for (const [index, { items }] of checklists.entries())
      yield* repeats(
        items.map(({ id }) => id),
        file,
        item => `checklists[${index}].items[${item}].id`,
      )
    for (const id of Object.keys(numbers))
      if (!pack.parameters.has(id)) yield fault({ file, field: `numbers.${id}` }, `没有参数“${id}”`, `there is no parameter ${id}`)
  }
}

/** What a year needs beside its rule book before a round of that year can be run. The factor method is not in every notice. */
function* completeness(pack: PolicyPack, year: number): Generator<Fault> {
  const needed: [boolean, string][] = [
    [pack.sources.some(source => source.year === year), `policy/sources/notice-${year}.yaml`],
    ...['negative-list', 'support-areas', 'support-modes'].map((id): [boolean, string] => [
      pack.lists.get(id)?.values[year] !== undefined,
      `policy/lists/${id}.yaml`,
    ]),
    [pack.scorecards.has(year), `policy/scorecards/${year}.yaml`],
    [pack.workPlans.has(`${year}-county`), `policy/work-plans/${year}-county.yaml`],
    [pack.workPlans.has(`${year}-province`), `policy/work-plans/${year}-province.yaml`],
  ]
  for (const [there, file] of needed)
    if (!there)
      yield fault(
        { file, field: '' },
        `有${year}年的规则，却缺这个文件或这一年`,
        `${year} has a rule book, but this file or its year is missing`,
      )
}

/** Every fault between files of a pack, in a fixed order; none means that it can be used. */
export function* faultsOf(pack: PolicyPack): Generator<Fault> {
  yield* sourceFaults(pack)
  yield* parameterFaults(pack)
  yield* listFaults(pack)
  yield* factorSheetFaults(pack)
  yield* sheetFaults(pack)
  yield* standardFaults(pack)
  yield* reportFaults(pack)
  yield* ministryFaults(pack)
  yield* signalFaults(pack)
  for (const book of pack.ruleBooks.values()) {
    for (const part of parts) yield* rulesOfPart(pack, book, part)
    yield* completeness(pack, book.year)
  }
}
