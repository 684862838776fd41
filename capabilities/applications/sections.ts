import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { z } from 'zod'
import { ApplicationContent, ApplicationType, emptyDeclarations, OperationBase, RepeatDeclarations } from './application.ts'
import { Prose } from './amounts.ts'
import { Commitments, Goal, PlanProject } from './work-plan.ts'

/**
 * An application is saved section by section, so that two authors who write in different ones never collide. Keys: type, operationBase,
 * declarations, goals, commitments, reasons, text:<section id>, project:<project id>. A project saved as null is taken out.
 */
export type Edits = Readonly<Record<string, JsonValue>>

const noTwice = <T extends { id: string }>(items: readonly T[]): boolean => new Set(items.map(item => item.id)).size === items.length

const wholeSections: Record<string, z.ZodType> = {
  type: ApplicationType,
  operationBase: OperationBase,
  declarations: RepeatDeclarations.nullable(),
  goals: z.array(Goal).max(60).refine(noTwice, '标识重复 / the same id twice'),
  commitments: Commitments,
  reasons: ApplicationContent.shape.reasons,
}

const Project = PlanProject.refine(({ lines, milestones }) => noTwice(lines) && noTwice(milestones), '标识重复 / the same id twice')

/** The schema of a section, or null for a key that is none; texts are those of the year's structure. */
export function schemaOf(key: string, textIds: readonly string[]): z.ZodType | null {
  const [kind = '', id = ''] = key.split(':')
  if (Object.hasOwn(wholeSections, key)) return wholeSections[key] ?? null
  if (kind === 'text' && textIds.includes(id)) return Prose(20_000)
  return kind === 'project' && /^[0-9a-z][0-9a-z-]{0,63}$/.test(id) ? Project.nullable() : null
}

/** What a section holds now; null for a text, project or declaration that is not there. */
export function sectionOf(content: ApplicationContent, key: string): JsonValue {
  const { plan } = content
  const whole: Record<string, JsonValue> = {
    type: content.type,
    operationBase: content.operationBase,
    declarations: content.declarations,
    goals: plan.goals,
    commitments: plan.commitments,
    reasons: content.reasons,
  }
  const id = key.slice(key.indexOf(':') + 1)
  if (key.startsWith('text:')) return plan.sections[id] ?? null
  return key.startsWith('project:') ? (plan.projects.find(project => project.id === id) ?? null) : (whole[key] ?? null)
}

function withProject(projects: readonly PlanProject[], id: string, value: PlanProject | null): PlanProject[] {
  if (value === null) return projects.filter(project => project.id !== id)
  return projects.some(project => project.id === id) ? projects.map(project => (project.id === id ? value : project)) : [...projects, value]
}

function withSection(content: ApplicationContent, key: string, value: JsonValue): ApplicationContent {
  const { plan } = content
  const id = key.slice(key.indexOf(':') + 1)
  if (key.startsWith('text:')) return { ...content, plan: { ...plan, sections: { ...plan.sections, [id]: String(value) } } }
  if (key.startsWith('project:'))
    return { ...content, plan: { ...plan, projects: withProject(plan.projects, id, value as PlanProject | null) } }
  if (key === 'goals' || key === 'commitments') return { ...content, plan: { ...plan, [key]: value } }
  const declarations = key === 'type' && value === 'repeat' ? (content.declarations ?? emptyDeclarations()) : content.declarations
  return { ...content, declarations, [key]: value }
}

/** The content after a save; a fold over an application's saves gives each of its versions. */
export const applyEdits = (content: ApplicationContent, edits: Edits): ApplicationContent =>
  Object.entries(edits).reduce((before, [key, value]) => withSection(before, key, value), content)

/** The sections a save would really change. */
export const changedSections = (content: ApplicationContent, edits: Edits): string[] =>
  Object.entries(edits)
    .filter(([key, value]) => canonicalJson(sectionOf(content, key)) !== canonicalJson(value))
    .map(([key]) => key)
