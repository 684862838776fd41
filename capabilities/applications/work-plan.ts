import { z } from 'zod'
import { DayText, DecimalText, FenText, ItemId, Line, Prose } from './amounts.ts'

/** What a line builds or fits out, where a share of the money is limited by it (2017 四（二）). */
export const Facility = z.enum(['service-centre', 'service-station', 'distribution-centre', 'none'])
export type Facility = z.infer<typeof Facility>

/**
 * One thing money is spent on. Amounts are 分 by source; null is "not said yet", which is not zero.
 * The negative list (3.6) and the reuse of premises (3.2) are judged line by line.
 */
export const BudgetLine = z.strictObject({
  id: ItemId,
  name: Line(200),
  /** What kind of spending the county says it is; judged together with the name. */
  category: Line(100),
  facility: Facility.nullable(),
  centralFen: FenText.nullable(),
  localFen: FenText.nullable(),
  enterpriseFen: FenText.nullable(),
  /** Buildings, plant or equipment. */
  hardware: z.boolean().nullable(),
  /** Asked of hardware only: does it use premises and equipment that are already there (3.2). */
  reusesExistingPremises: z.boolean().nullable(),
})
export type BudgetLine = z.infer<typeof BudgetLine>

/** A step with the day it is due. */
export const Milestone = z.strictObject({ id: ItemId, name: Line(200), due: DayText.nullable() })
export type Milestone = z.infer<typeof Milestone>

/** Who answers for a project: name and post only; no telephone or identity number is asked. */
export const ResponsiblePerson = z.strictObject({ name: Line(50), post: Line(100) })
export type ResponsiblePerson = z.infer<typeof ResponsiblePerson>

/** A project of the plan: one support area × one support mode, ids of the year's policy lists; '' is "not said yet". */
export const PlanProject = z.strictObject({
  id: ItemId,
  name: Line(200),
  content: Prose(5_000),
  supportArea: z.string().max(60),
  supportMode: z.string().max(60),
  lines: z.array(BudgetLine).max(200),
  start: DayText.nullable(),
  end: DayText.nullable(),
  milestones: z.array(Milestone).max(50),
  responsiblePerson: ResponsiblePerson,
  acceptanceMethod: Prose(2_000),
})
export type PlanProject = z.infer<typeof PlanProject>

/** What a goal measures: a figure the rules know by name, or one of the county's own. */
export const GoalKind = z.enum([
  'rural-online-retail-sales',
  'rural-online-retail-growth',
  'produce-online-retail-sales',
  'produce-online-retail-growth',
  'training-attendances',
  'station-coverage',
  'station-coverage-poor-villages',
  'own',
])
export type GoalKind = z.infer<typeof GoalKind>

/** A goal that can be checked (4.3): number, unit, baseline and date. Growth and coverage are in percent. */
export const Goal = z.strictObject({
  id: ItemId,
  kind: GoalKind,
  indicator: Line(100),
  unit: Line(20),
  baseline: DecimalText.nullable(),
  baselineDate: DayText.nullable(),
  target: DecimalText.nullable(),
  targetDate: DayText.nullable(),
  /** What is counted and where the figure comes from. */
  scope: Line(300),
})
export type Goal = z.infer<typeof Goal>

/** What the county binds itself to; the wording agreed to is frozen with the submission. */
export const Commitments = z.strictObject({
  /** 6.4c, 6.4d: contractors sign to give complete data; no complete data, no acceptance. */
  data: z.boolean(),
  /** 6.4a: plan, funds and projects are published on the county's website, timely and in one place. */
  disclosure: z.boolean(),
  /** 6.4b: every funded project carries the programme's sign and the tip-off channel. */
  sign: z.boolean(),
  /** What is said here is true. */
  truthfulness: z.boolean(),
})
export type Commitments = z.infer<typeof Commitments>

/** More is a mistake or an attack. */
export const projectsMaximum = 100

/** 工作方案 of a county (A.1): texts by the section ids of the year's structure, goals, projects, commitments. */
export const WorkPlan = z.strictObject({
  sections: z.record(z.string().regex(/^[a-z0-9-]+$/), Prose(20_000)),
  goals: z.array(Goal).max(60),
  projects: z.array(PlanProject).max(projectsMaximum),
  commitments: Commitments,
})
export type WorkPlan = z.infer<typeof WorkPlan>
