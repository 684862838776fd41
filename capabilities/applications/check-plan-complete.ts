import { listFor, workPlanFor } from '@jincun/policy'
import type { Bilingual, WorkPlanStructure } from '@jincun/policy'
import { finding } from './check.ts'
import type { Check, CheckContext } from './check.ts'
import { linesOf } from './plan-totals.ts'
import type { PlacedLine } from './plan-totals.ts'
import type { PlanProject } from './work-plan.ts'

type Section = WorkPlanStructure['sections'][number]
/** Something the plan lacks, where, and what is asked. */
type Gap = { where: string; required: string; message: Bilingual }

const gap = (where: string, zh: string, en: string): Gap => ({ where, required: '应填写', message: { zh: `${zh}。`, en: `${en}.` } })

/** Characters that say something: white space does not count. */
const lengthOf = (text: string): number => [...text.replace(/\s/gu, '')].length

function textGaps({ content }: CheckContext, { id, title, minimumCharacters }: Section): Gap[] {
  const length = lengthOf(content.plan.sections[id] ?? '')
  const least = Math.max(1, minimumCharacters)
  if (length >= least) return []
  const zh = `“${title.zh}”现有 ${length} 字，至少要 ${least} 字。`
  const en = `“${title.en}” has ${length} characters; at least ${least} are needed.`
  return [{ where: `plan.sections.${id}`, required: `≥ ${least} 字`, message: { zh, en } }]
}

function lineGaps({ line, where }: PlacedLine): Gap[] {
  const name = line.name || '（未命名的预算行）'
  const amounts = [line.centralFen, line.localFen, line.enterpriseFen]
  return [
    ...(line.name.trim() ? [] : [gap(`${where}.name`, '预算行没有名称', 'A budget line has no name')]),
    ...(amounts.includes(null)
      ? [
          gap(
            `${where}.centralFen`,
            `“${name}”的三项资金来源没有填全（没有的填 0）`,
            `“${name}” lacks an amount by source (write 0 for none)`,
          ),
        ]
      : []),
    ...(line.hardware === null
      ? [gap(`${where}.hardware`, `“${name}”没有说明是否硬件`, `“${name}” does not say whether it is hardware`)]
      : []),
    ...(line.hardware && line.reusesExistingPremises === null
      ? [
          gap(
            `${where}.reusesExistingPremises`,
            `“${name}”没有说明是否利用现有场地设备`,
            `“${name}” does not say whether it reuses premises that are there`,
          ),
        ]
      : []),
  ]
}

function projectGaps(context: CheckContext, project: PlanProject, where: string): Gap[] {
  const name = project.name || '（未命名的项目）'
  const areas = listFor(context.pack, 'support-areas', context.year).map(area => area.id)
  return [
    ...(project.name.trim() ? [] : [gap(`${where}.name`, '项目没有名称', 'A project has no name')]),
    ...(project.content.trim() ? [] : [gap(`${where}.content`, `“${name}”没有建设内容`, `“${name}” has no content`)]),
    ...(areas.includes(project.supportArea)
      ? []
      : [gap(`${where}.supportArea`, `“${name}”没有选本年度的支持方向`, `“${name}” names no support area of the year`)]),
    ...(project.lines.length > 0 ? [] : [gap(`${where}.lines`, `“${name}”没有预算行`, `“${name}” has no budget line`)]),
    ...(project.acceptanceMethod.trim()
      ? []
      : [gap(`${where}.acceptanceMethod`, `“${name}”没有验收办法`, `“${name}” has no acceptance method`)]),
  ]
}

function scheduleGaps(project: PlanProject, where: string): Gap[] {
  const name = project.name || '（未命名的项目）'
  const { start, end, responsiblePerson: person } = project
  if (start && end && end < start) return [gap(`${where}.end`, `“${name}”的完成日期早于开始日期`, `“${name}” ends before it starts`)]
  return [
    ...(start && end ? [] : [gap(`${where}.${start ? 'end' : 'start'}`, `“${name}”没有起止日期`, `“${name}” has no first and last day`)]),
    ...(person.name.trim() && person.post.trim()
      ? []
      : [gap(`${where}.responsiblePerson`, `“${name}”没有责任人和职务`, `“${name}” names no responsible person with a post`)]),
  ]
}

const each = (context: CheckContext, gaps: (project: PlanProject, where: string) => Gap[]): Gap[] =>
  context.content.plan.projects.flatMap((project, index) => gaps(project, `plan.projects[${index}]`))

/** What each kind of section of the year's structure must hold. */
const gapsOf: Record<Section['kind'], (context: CheckContext, section: Section) => Gap[]> = {
  text: textGaps,
  goals: ({ content }) => (content.plan.goals.length > 0 ? [] : [gap('plan.goals', '没有工作目标', 'There is no goal')]),
  projects: context => [
    ...(context.content.plan.projects.length > 0 ? [] : [gap('plan.projects', '没有项目', 'There is no project')]),
    ...each(context, (project, where) => projectGaps(context, project, where)),
    ...linesOf(context.content.plan).flatMap(lineGaps),
  ],
  schedule: context => each(context, scheduleGaps),
  commitments: ({ content }) =>
    content.plan.commitments.truthfulness
      ? []
      : [gap('plan.commitments.truthfulness', '没有确认内容属实', 'It is not confirmed that the contents are true')],
}

/** 附件 A: a county plan holds every required section of the year's structure; each gap is its own finding, so all are shown at once. */
export const checkPlanComplete: Check = context => {
  const sections = workPlanFor(context.pack, context.year, 'county').sections.filter(section => section.required)
  const gaps = sections.flatMap(section => gapsOf[section.kind](context, section).map(found => ({ ...found, clause: section.clause })))
  if (gaps.length > 0)
    return gaps.map(({ clause, ...found }) => ({ ...finding(context, { status: 'unmet', measured: null, ...found }), clause }))
  const message = {
    zh: `工作方案的 ${sections.length} 个必填部分都已填写。`,
    en: `All ${sections.length} required sections of the work plan are filled in.`,
  }
  return [
    finding(context, {
      status: 'met',
      measured: `${sections.length}/${sections.length}`,
      required: '各必填部分齐全',
      message,
      where: 'plan',
    }),
  ]
}
