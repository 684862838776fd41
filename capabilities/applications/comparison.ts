import { listFor, workPlanFor } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'
import type { ApplicationContent } from './application.ts'
import { totalsOf } from './plan-totals.ts'
import type { SourceTotals } from './plan-totals.ts'
import {
  commitmentQuestions,
  declarationQuestions,
  facilityLabels,
  goalKindLabels,
  goalQuestions,
  operationBaseQuestions,
  projectQuestions,
} from './questions.ts'
import { Facility, GoalKind } from './work-plan.ts'
import type { PlanProject } from './work-plan.ts'

/** One field by which plans are laid side by side; `read` gives text, a number, 分 as bigint, or null for "not said". */
export type ComparedField = {
  id: string
  title: Bilingual
  format: 'text' | 'integer' | 'fen'
  read: (content: ApplicationContent) => string | number | bigint | null
}

const both = (...parts: Bilingual[]): Bilingual => ({
  zh: parts.map(part => part.zh).join(' › '),
  en: parts.map(part => part.en).join(' › '),
})
const sources: { id: keyof SourceTotals; title: Bilingual }[] = [
  { id: 'central', title: { zh: '中央资金', en: 'central funds' } },
  { id: 'local', title: { zh: '地方资金', en: 'local funds' } },
  { id: 'enterprise', title: { zh: '企业投入', en: 'enterprise funds' } },
]

type Chosen = { id: string; title: Bilingual; chosen: (project: PlanProject) => boolean }

/** Money of the lines that build or fit out one kind of facility. */
const facilityFields = (): ComparedField[] =>
  Facility.options.flatMap(facility =>
    sources.map(
      (source): ComparedField => ({
        id: `facility.${facility}.${source.id}`,
        title: both(facilityLabels[facility], source.title),
        format: 'fen',
        read: ({ plan }) => totalsOf(plan.projects.flatMap(project => project.lines).filter(line => line.facility === facility))[source.id],
      }),
    ),
  )

/** How many projects and budget lines each support area has, and from when to when its projects run. */
const areaFields = (pack: PolicyPack, year: number): ComparedField[] =>
  listFor(pack, 'support-areas', year).flatMap(({ id, term }): ComparedField[] => {
    const of = ({ plan }: ApplicationContent) => plan.projects.filter(project => project.supportArea === id)
    const days = (content: ApplicationContent, day: 'start' | 'end') =>
      of(content)
        .flatMap(project => project[day] ?? [])
        .toSorted()
    return [
      {
        id: `area.${id}.projects`,
        title: both(term, { zh: '项目数', en: 'projects' }),
        format: 'integer',
        read: content => of(content).length,
      },
      {
        id: `area.${id}.lines`,
        title: both(term, { zh: '预算行数', en: 'budget lines' }),
        format: 'integer',
        read: content => of(content).flatMap(project => project.lines).length,
      },
      {
        id: `area.${id}.start`,
        title: both(term, projectQuestions.start),
        format: 'text',
        read: content => days(content, 'start')[0] ?? null,
      },
      {
        id: `area.${id}.end`,
        title: both(term, projectQuestions.end),
        format: 'text',
        read: content => days(content, 'end').at(-1) ?? null,
      },
    ]
  })

/** Money of some projects, source by source. */
const moneyOf = ({ id, title, chosen }: Chosen): ComparedField[] =>
  sources.map(source => ({
    id: `money.${id}.${source.id}`,
    title: both(title, source.title),
    format: 'fen',
    read: ({ plan }) => totalsOf(plan.projects.filter(chosen).flatMap(project => project.lines))[source.id],
  }))

function moneyFields(pack: PolicyPack, year: number): ComparedField[] {
  const areas = listFor(pack, 'support-areas', year)
  const modes = listFor(pack, 'support-modes', year)
  const whole: Chosen = { id: 'all', title: { zh: '合计', en: 'total' }, chosen: () => true }
  const byArea = areas.map(({ id, term }): Chosen => ({ id, title: term, chosen: project => project.supportArea === id }))
  const byMode = modes.map(({ id, term }): Chosen => ({ id, title: term, chosen: project => project.supportMode === id }))
  const crossed = byArea.flatMap(area =>
    byMode.map(
      (mode): Chosen => ({
        id: `${area.id}.${mode.id}`,
        title: both(area.title, mode.title),
        chosen: project => area.chosen(project) && mode.chosen(project),
      }),
    ),
  )
  return [whole, ...byArea, ...byMode, ...crossed].flatMap(moneyOf)
}

const goalFields = (): ComparedField[] =>
  GoalKind.options
    .filter(kind => kind !== 'own')
    .flatMap(kind =>
      (['unit', 'baseline', 'baselineDate', 'target', 'targetDate', 'scope'] as const).map(field => ({
        id: `goal.${kind}.${field}`,
        title: both(goalKindLabels[kind], goalQuestions[field]),
        format: 'text' as const,
        read: ({ plan }: ApplicationContent) => plan.goals.find(goal => goal.kind === kind)?.[field] || null,
      })),
    )

const declarationFields = (): ComparedField[] => [
  ...(['receivedFen', 'disbursedFen'] as const).map(field => ({
    id: `declarations.${field}`,
    title: declarationQuestions[field],
    format: 'fen' as const,
    read: ({ declarations }: ApplicationContent) => (declarations?.[field] ? BigInt(declarations[field]) : null),
  })),
  ...(['acceptedProjects', 'totalProjects'] as const).map(field => ({
    id: `declarations.${field}`,
    title: declarationQuestions[field],
    format: 'integer' as const,
    read: ({ declarations }: ApplicationContent) => declarations?.[field] ?? null,
  })),
]

function textFields(pack: PolicyPack, year: number): ComparedField[] {
  const sections = workPlanFor(pack, year, 'county').sections.filter(section => section.kind === 'text')
  const bases = Object.entries(operationBaseQuestions) as [keyof typeof operationBaseQuestions, Bilingual][]
  return [
    ...bases.map(
      ([id, title]): ComparedField => ({
        id: `base.${id}`,
        title,
        format: 'text',
        read: ({ operationBase }) => operationBase[id].text || null,
      }),
    ),
    ...sections.map(
      ({ id, title }): ComparedField => ({ id: `text.${id}`, title, format: 'text', read: ({ plan }) => plan.sections[id] || null }),
    ),
  ]
}

function countFields(): ComparedField[] {
  const hardware = (plan: ApplicationContent['plan'], reuses: boolean) =>
    plan.projects.flatMap(project => project.lines).filter(line => line.hardware && line.reusesExistingPremises === reuses).length
  const count = (id: string, zh: string, en: string, read: (plan: ApplicationContent['plan']) => number): ComparedField => ({
    id: `count.${id}`,
    title: { zh, en },
    format: 'integer',
    read: ({ plan }) => read(plan),
  })
  return [
    count('goals', '目标数', 'Goals', plan => plan.goals.length),
    count('projects', '项目数', 'Projects', plan => plan.projects.length),
    count('lines', '预算行数', 'Budget lines', plan => plan.projects.flatMap(project => project.lines).length),
    count('milestones', '节点数', 'Milestones', plan => plan.projects.flatMap(project => project.milestones).length),
    count('reusing', '利用现有场地设备的硬件支出', 'Hardware lines that reuse premises', plan => hardware(plan, true)),
    count('building', '新建新购的硬件支出', 'Hardware lines that build or buy anew', plan => hardware(plan, false)),
  ]
}

const commitmentFields = (): ComparedField[] =>
  (Object.keys(commitmentQuestions) as (keyof typeof commitmentQuestions)[]).map(id => ({
    id: `commitment.${id}`,
    title: commitmentQuestions[id],
    format: 'text',
    read: ({ plan }) => (plan.commitments[id] ? '是' : '否'),
  }))

/** Every field by which the plans of a year are compared, in the order of the form. */
export const comparedFields = (pack: PolicyPack, year: number): ComparedField[] => [
  ...countFields(),
  ...moneyFields(pack, year),
  ...facilityFields(),
  ...areaFields(pack, year),
  ...goalFields(),
  ...declarationFields(),
  ...textFields(pack, year),
  ...commitmentFields(),
]
