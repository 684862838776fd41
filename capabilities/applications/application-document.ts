import { formatWanYuan } from '@jincun/kernel'
import { listFor, workPlanFor } from '@jincun/policy'
import type { Finding, PolicyPack, WorkPlanStructure } from '@jincun/policy'
import { fenOf } from './amounts.ts'
import type { Application, ApplicationContent, Fact, RepeatDeclarations } from './application.ts'
import { totalOf, totalsOf } from './plan-totals.ts'
import { commitmentQuestions, declarationQuestions, goalQuestions, lineQuestions, operationBaseQuestions, typeLabels } from './questions.ts'
import type { BudgetLine, PlanProject } from './work-plan.ts'

/** Stands on everything a demonstration gives out, so that no copy of it passes as real. */
export const demoMark = '演示文件，不具效力'

/** A part of the printed application; Word export and print page are made of the same parts. */
export type DocumentBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | {
      kind: 'table'
      columns: readonly { title: string; weight: number; align?: 'left' | 'center' | 'right' }[]
      rows: readonly (readonly string[])[]
    }

/** What is printed: the application, what was filled in beforehand, and what the rules say of it. */
export type Printed = { application: Application; facts: readonly Fact[]; findings: readonly Finding[] }

const heading = (level: 1 | 2 | 3, text: string): DocumentBlock => ({ kind: 'heading', level, text })
const paragraphs = (text: string): DocumentBlock[] =>
  text
    .split('\n')
    .filter(line => line.trim())
    .map(line => ({ kind: 'paragraph', text: line.trim() }))
const orNone = (text: string | null | undefined): string => text?.trim() || '（未填）'
const wan = (fen: string | null): string => (fen === null ? '（未填）' : formatWanYuan(fenOf(fen)))

const table = (
  columns: readonly (readonly [title: string, weight: number, align?: 'right'])[],
  rows: readonly (readonly string[])[],
): DocumentBlock => ({
  kind: 'table',
  columns: columns.map(([title, weight, align]) => ({ title, weight, ...(align ? { align } : {}) })),
  rows,
})

const factBlocks = (facts: readonly Fact[]): DocumentBlock[] => [
  heading(1, '名单与区划所载事实'),
  table(
    [
      ['事项', 3],
      ['内容', 3],
      ['来源', 4],
    ],
    facts.map(({ label, value, source }) => [label.zh, value ?? '不明', source]),
  ),
]

function baseBlocks({ operationBase, type }: ApplicationContent): DocumentBlock[] {
  const parts = Object.entries(operationBaseQuestions).flatMap(([id, title]) => [
    heading(2, title.zh),
    ...paragraphs(orNone(operationBase[id as keyof typeof operationBase].text)),
  ])
  return [heading(1, '申报类型与工作基础'), { kind: 'paragraph', text: `申报类型：${typeLabels[type].zh}。` }, ...parts]
}

function declarationBlocks(declared: RepeatDeclarations): DocumentBlock[] {
  const rows = [
    [declarationQuestions.asOf.zh, orNone(declared.asOf)],
    [declarationQuestions.receivedFen.zh, wan(declared.receivedFen)],
    [declarationQuestions.disbursedFen.zh, wan(declared.disbursedFen)],
    [declarationQuestions.acceptedProjects.zh, declared.acceptedProjects?.toString() ?? '（未填）'],
    [declarationQuestions.totalProjects.zh, declared.totalProjects?.toString() ?? '（未填）'],
  ]
  return [
    heading(1, '前期示范情况（申报数，附证明材料）'),
    table(
      [
        ['事项', 6],
        ['申报', 4],
      ],
      rows,
    ),
    ...paragraphs(orNone(declared.results.text)),
  ]
}

const goalBlock = ({ plan }: ApplicationContent): DocumentBlock =>
  table(
    [
      [goalQuestions.indicator.zh, 4],
      [goalQuestions.unit.zh, 2],
      [goalQuestions.baseline.zh, 2, 'right'],
      [goalQuestions.baselineDate.zh, 3],
      [goalQuestions.target.zh, 2, 'right'],
      [goalQuestions.targetDate.zh, 3],
    ],
    plan.goals.map(goal => [
      orNone(goal.indicator),
      orNone(goal.unit),
      orNone(goal.baseline),
      orNone(goal.baselineDate),
      orNone(goal.target),
      orNone(goal.targetDate),
    ]),
  )

const lineTable = (lines: readonly BudgetLine[]): DocumentBlock =>
  table(
    [
      [lineQuestions.name.zh, 5],
      [lineQuestions.centralFen.zh, 3, 'right'],
      [lineQuestions.localFen.zh, 3, 'right'],
      [lineQuestions.enterpriseFen.zh, 3, 'right'],
    ],
    lines.map(line => [orNone(line.name), wan(line.centralFen), wan(line.localFen), wan(line.enterpriseFen)]),
  )

function projectBlocks(project: PlanProject, term: (list: string, id: string) => string): DocumentBlock[] {
  const sums = totalsOf(project.lines)
  const said = `支持方向：${term('support-areas', project.supportArea)}；支持方式：${term('support-modes', project.supportMode)}。总投入 ${formatWanYuan(totalOf(sums))} 万元，其中中央 ${formatWanYuan(sums.central)} 万元、地方 ${formatWanYuan(sums.local)} 万元、企业 ${formatWanYuan(sums.enterprise)} 万元。`
  return [
    heading(2, orNone(project.name)),
    { kind: 'paragraph', text: said },
    ...paragraphs(orNone(project.content)),
    lineTable(project.lines),
    { kind: 'paragraph', text: `验收办法：${orNone(project.acceptanceMethod)}` },
  ]
}

const scheduleBlock = ({ plan }: ApplicationContent): DocumentBlock =>
  table(
    [
      ['项目', 4],
      ['起止', 4],
      ['节点', 5],
      ['责任人', 3],
    ],
    plan.projects.map(({ name, start, end, milestones, responsiblePerson: person }) => [
      orNone(name),
      `${orNone(start)} 至 ${orNone(end)}`,
      milestones.map(step => `${step.due ?? ''} ${step.name}`).join('；') || '—',
      orNone([person.name, person.post].filter(Boolean).join(' ')),
    ]),
  )

type Section = WorkPlanStructure['sections'][number]

function sectionBlocks(section: Section, content: ApplicationContent, pack: PolicyPack, year: number): DocumentBlock[] {
  const term = (list: string, id: string) => listFor(pack, list, year).find(entry => entry.id === id)?.term.zh ?? orNone(id)
  const body: Record<Section['kind'], () => DocumentBlock[]> = {
    text: () => paragraphs(orNone(content.plan.sections[section.id])),
    goals: () => [goalBlock(content)],
    projects: () => content.plan.projects.flatMap(project => projectBlocks(project, term)),
    schedule: () => [scheduleBlock(content)],
    commitments: () =>
      Object.entries(commitmentQuestions).map(([id, words]) => ({
        kind: 'paragraph',
        text: `${words.zh}（${content.plan.commitments[id as keyof typeof commitmentQuestions] ? '已承诺' : '未承诺'}）`,
      })),
  }
  return [heading(1, section.title.zh), ...body[section.kind]()]
}

const statusWords = { met: '符合', unmet: '未达到', unknown: '无法认定' } as const

function findingBlocks(findings: readonly Finding[], reasons: ApplicationContent['reasons']): DocumentBlock[] {
  const rows = findings.map(({ clause, message, status, code }) => [clause, message.zh, statusWords[status], reasons[code] ?? ''])
  return [
    heading(1, '规则核对结果'),
    table(
      [
        ['条款', 3],
        ['核对', 6],
        ['结论', 2],
        ['理由', 3],
      ],
      rows,
    ),
  ]
}

/** An application as a document, in the order of the year's work-plan structure (A.1); the same input gives the same blocks. */
export function applicationBlocks({ application, facts, findings }: Printed, pack: PolicyPack): DocumentBlock[] {
  const { content, year, attachments } = application
  const files = attachments.map(({ name, size, sha256 }) => [name, String(size), sha256])
  return [
    ...factBlocks(facts),
    ...baseBlocks(content),
    ...(content.type === 'repeat' && content.declarations ? declarationBlocks(content.declarations) : []),
    ...workPlanFor(pack, year, 'county').sections.flatMap(section => sectionBlocks(section, content, pack, year)),
    ...findingBlocks(findings, content.reasons),
    heading(1, '附件清单'),
    table(
      [
        ['文件', 4],
        ['字节', 2, 'right'],
        ['SHA-256', 6],
      ],
      files,
    ),
  ]
}
