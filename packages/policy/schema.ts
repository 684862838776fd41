import { z } from 'zod'
import { Bilingual, ClauseRef, Force } from './finding.ts'
import type { MinistrySystem } from './ministry-schema.ts'
import type { GoodsCategories, ReportType } from './report-schema.ts'
import type { SignalRule } from './signal-schema.ts'

const Id = z.string().regex(/^[a-z0-9-]+$/)
const Year = z.coerce.number().int().min(2014).max(2100)
/** Values by year. A year that is not written does not exist: nothing runs on into another year. */
const byYear = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^20\d\d$/), value)

/** A clause of a source in our own words. `guidance` clauses bind no rule, screen or test. */
export const Clause = z.strictObject({
  id: z.string().regex(/^[0-9A-Za-z.-]+$/),
  /** Where it stands in the source, e.g. 五（二）. */
  where: z.string(),
  term: Bilingual,
  paraphrase: Bilingual,
  force: z.enum(['must', 'should', 'guidance']),
  /** Which later issue of the project carries the clause, and what of it when a part is carried already. Shown as not yet carried. */
  planned: z.strictObject({ issue: z.number().int().min(1), what: Bilingual.optional() }).optional(),
})
export type Clause = z.infer<typeof Clause>

/** A notice: who issued it, when, and its clauses. */
export const Source = z.strictObject({
  id: Id,
  year: Year,
  title: Bilingual,
  documentNumber: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuers: z.array(Bilingual),
  clauses: z.array(Clause),
})
export type Source = z.infer<typeof Source>

/** Whole numbers, decimal texts ('1/3', '2020-05-29'), or lists of ids. Never a float. */
export const ParameterValue = z.union([z.number().int(), z.string(), z.array(z.string()), z.boolean()])
export type ParameterValue = z.infer<typeof ParameterValue>

/** One number of the programme, by year, each with the clause it comes from. */
export const Parameter = z.strictObject({
  id: Id,
  title: Bilingual,
  unit: z.enum(['percent', 'ratio', 'count', 'fen', 'date', 'points', 'place-codes', 'ids', 'flag']),
  values: byYear(
    z.strictObject({
      value: ParameterValue,
      force: Force,
      clause: ClauseRef,
      /** Where the number is not the notice's own: set by this system (`house`) or taken from published figures; the note says which. */
      origin: z.enum(['house', 'published']).optional(),
      note: Bilingual.optional(),
    }),
  ),
})
export type Parameter = z.infer<typeof Parameter>

/** A list of the programme (support areas, support modes, negative list, ...), by year. */
export const PolicyList = z.strictObject({
  id: Id,
  title: Bilingual,
  values: byYear(
    z.array(
      z.strictObject({
        id: Id,
        term: Bilingual,
        clause: ClauseRef,
        /** Other names of the same thing in other published versions of the notice. */
        otherTerms: z.array(z.string()).optional(),
        /** Words by which a text is proposed to belong here; a person confirms. */
        keywords: z.array(z.string()).optional(),
        /** Words that look alike but do not belong here. */
        exceptions: z.array(z.string()).optional(),
        /** The entry of the same list and year under which this one stands, in lists that are trees. */
        parent: Id.optional(),
        /** The entry of the year's negative list that this is, in lists of kinds of spending. */
        negative: Id.optional(),
        note: Bilingual.optional(),
      }),
    ),
  ),
})
export type PolicyList = z.infer<typeof PolicyList>
export type PolicyListEntry = PolicyList['values'][string][number]

/** One rule switched on for a year: which check, its force, clause, and the parameters it reads. */
export const RuleEntry = z.strictObject({
  rule: Id,
  /** What the rule asks, in a few words, for readers of the page 规则与依据. */
  title: Bilingual.optional(),
  force: Force,
  clause: ClauseRef,
  parameters: z.record(z.string(), Id).default({}),
})
export type RuleEntry = z.infer<typeof RuleEntry>

/** The rules of a year by what they judge: a county's application, its plan, a province's list, the final list. */
export const RuleBook = z.strictObject({
  year: Year,
  county: z.array(RuleEntry),
  plan: z.array(RuleEntry),
  list: z.array(RuleEntry),
  final: z.array(RuleEntry),
})
export type RuleBook = z.infer<typeof RuleBook>

/** How scores of one factor are made from raw inputs (5.1). Weights are whole per mille and sum to 1000. */
export const FactorSheet = z.strictObject({
  year: Year,
  title: Bilingual,
  factors: z.array(
    z.strictObject({
      id: Id,
      title: Bilingual,
      unit: Bilingual,
      /** Column of the input sheet; columns joined by '+' are added up, and one empty cell makes the sum unknown. */
      column: z.string(),
      weightPerMille: z.number().int().min(0).max(1000),
      /** `lower` when less is better. */
      better: z.enum(['higher', 'lower']),
      normalisation: z.enum(['share', 'max', 'min-max', 'rank']),
      /** What is done where the input was never published: leave out and re-weight, count as zero, or take the mean of the known. */
      missing: z.enum(['reweight', 'zero', 'mean', 'refuse']),
      clause: ClauseRef,
      note: Bilingual.optional(),
    }),
  ),
  /** Least and most seats of a province that takes part. */
  floor: z.number().int().min(0),
  cap: z.number().int().min(1).nullable(),
  rounding: z.enum(['largest-remainder', 'webster', 'jefferson']),
  clause: ClauseRef,
  note: Bilingual,
})
export type FactorSheet = z.infer<typeof FactorSheet>

/** What reviewers score, and the preferences shown beside the scores (4.1, 4.2, 4.5). */
export const Scorecard = z.strictObject({
  id: Id,
  year: Year,
  title: Bilingual,
  items: z.array(z.strictObject({ id: Id, title: Bilingual, maxPoints: z.number().int().min(1), guidance: Bilingual, clause: ClauseRef })),
  preferences: z.array(
    z.strictObject({
      id: Id,
      title: Bilingual,
      /** Which fact of the county earns it. */
      fact: z.string(),
      /** Points are added visibly; a tie-break only orders equal scores. */
      kind: z.enum(['points', 'tie-break']),
      points: z.number().int().min(0),
      clause: ClauseRef,
    }),
  ),
  note: Bilingual,
})
export type Scorecard = z.infer<typeof Scorecard>

/** What a work plan must hold, section by section (A.1). */
export const WorkPlanStructure = z.strictObject({
  year: Year,
  level: z.enum(['county', 'province']),
  title: Bilingual,
  sections: z.array(
    z.strictObject({
      id: Id,
      title: Bilingual,
      hint: Bilingual,
      kind: z.enum(['text', 'goals', 'projects', 'schedule', 'commitments']),
      required: z.boolean(),
      minimumCharacters: z.number().int().min(0).default(0),
      clause: ClauseRef,
    }),
  ),
})
export type WorkPlanStructure = z.infer<typeof WorkPlanStructure>

const Percent = z.number().int().min(0).max(100)

/**
 * What a province asks of projects (6.2): caps per kind of node, how many may be supported, shares, sampling of acceptance, checklists.
 * `adopts` takes the parts that are left empty from other standards ('130000-2017'), in order. Nothing is made up: `source` says where it was read.
 */
export const ProvincialStandard = z.strictObject({
  provinceCode: z.string().regex(/^\d\d0000$/),
  year: Year,
  title: Bilingual,
  source: Bilingual,
  /** `published`: a document of that province; `house`: set by this system, e.g. for demonstrations. */
  origin: z.enum(['published', 'house']),
  clause: ClauseRef,
  adopts: z.array(z.string().regex(/^\d\d0000-20\d\d$/)).default([]),
  /** Caps of central money for one site: an amount in 分, a share of the investment in it, or both. */
  nodeCaps: z
    .array(
      z.strictObject({
        id: Id,
        node: Id,
        premises: Id.optional(),
        maximumFen: z.number().int().optional(),
        maximumPercent: Percent.optional(),
        note: Bilingual.optional(),
      }),
    )
    .default([]),
  /** At most so many supported sites per village, supported firms per route. */
  uniqueness: z.array(z.strictObject({ id: Id, per: z.enum(['village', 'route']), maximum: z.number().int().min(1) })).default([]),
  /** Greatest share of the plan's central money for one kind of facility. */
  facilityShares: z.array(z.strictObject({ id: Id, facility: Id, maximumPercent: Percent })).default([]),
  /** Least share of sites a level looks at itself when it accepts. */
  sampling: z.array(z.strictObject({ level: z.enum(['city', 'province']), node: Id, minimumPercent: Percent })).default([]),
  /** A village from this many residents on needs the larger station. */
  populousFrom: z.number().int().optional(),
  checklists: z
    .array(
      z.strictObject({
        node: Id,
        items: z
          .array(
            z.strictObject({
              id: Id,
              title: Bilingual,
              measure: z.enum(['yes-no', 'square-metres', 'percent', 'count']),
              minimum: z.number().int().optional(),
              when: z.enum(['populous-or-poor', 'neither']).optional(),
              evidence: Bilingual,
            }),
          )
          .min(1),
      }),
    )
    .default([]),
  /** Numbers of policy/parameters that this province sets otherwise, by id. */
  numbers: z.record(Id, z.number().int()).default({}),
})
export type ProvincialStandard = z.infer<typeof ProvincialStandard>

/** Everything of the folder policy/, read once and never changed. */
export type PolicyPack = {
  sources: readonly Source[]
  parameters: ReadonlyMap<string, Parameter>
  lists: ReadonlyMap<string, PolicyList>
  ruleBooks: ReadonlyMap<number, RuleBook>
  factorSheets: ReadonlyMap<number, FactorSheet>
  scorecards: ReadonlyMap<number, Scorecard>
  workPlans: ReadonlyMap<string, WorkPlanStructure>
  /** By province and year, '130000-2017'. */
  standards: ReadonlyMap<string, ProvincialStandard>
  /** By id and version, 'transactions-1'. */
  reportTypes: ReadonlyMap<string, ReportType>
  goodsCategories: ReadonlyMap<number, GoodsCategories>
  /** Versions of the ministry's system by id. */
  ministrySystems: ReadonlyMap<string, MinistrySystem>
  signalRules: ReadonlyMap<string, SignalRule>
}
