import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { permitted } from './action-entry.ts'
import type { Moment } from './action-entry.ts'
import type { Application } from './application.ts'
import { differenceBetween } from './difference.ts'
import { applyEdits, changedSections, sectionOf } from './sections.ts'
import type { Edits } from './sections.ts'
import { projectsMaximum } from './work-plan.ts'

/** A save that came after the version its author saw: by whom, and which sections it changed. */
export type LaterSave = { version: number; savedBy: string; sections: readonly string[] }

export type Save = {
  edits: Edits
  /** The version the author had before their eyes. */
  seen: number
  /** Every save after `seen`. */
  later: readonly LaterSave[]
}

/** What a save comes to: the application, and the edits to keep; none when nothing changed. */
export type Saved = { application: Application; edits: Edits }

/** Sections that someone else changed in the meantime, to something other than what this author wants. */
function collisions(application: Application, { edits, later }: Save): string[] {
  const touched = new Set(later.flatMap(save => save.sections))
  return changedSections(application.content, edits).filter(key => touched.has(key))
}

function staleRefusal(application: Application, save: Save, sections: readonly string[], { pack }: Moment): Refusal {
  const theirs = Object.fromEntries(sections.map(key => [key, save.edits[key] ?? null]))
  const wanted = applyEdits(application.content, theirs)
  const others = [...new Set(save.later.filter(each => each.sections.some(key => sections.includes(key))).map(each => each.savedBy))]
  return {
    kind: 'conflict',
    code: 'application-changed-meanwhile',
    message: {
      zh: `${others.join('、')}在您编辑时改过同一部分，您的修改没有保存。请对照差异后再保存。`,
      en: `${others.join(', ')} changed the same section while you were editing. Yours is not saved: compare, then save again.`,
    },
    details: {
      version: application.version,
      sections,
      current: Object.fromEntries(sections.map(key => [key, sectionOf(application.content, key)])),
      difference: differenceBetween(application.content, wanted, pack, application.year),
    },
  }
}

const futureRefusal: Refusal = {
  kind: 'invalid',
  code: 'version-unknown',
  message: { zh: '所依据的版本不存在，请重新打开申报。', en: 'The version you saw does not exist. Open the application again.' },
  where: 'version',
}

const tooManyProjects: Refusal = {
  kind: 'too-large',
  code: 'too-many-projects',
  message: {
    zh: `一份方案最多 ${projectsMaximum} 个项目，请合并或删去一些。`,
    en: `A plan holds at most ${projectsMaximum} projects; merge or remove some.`,
  },
  where: 'plan.projects',
}

/**
 * Saves sections. Authors who write in different sections never collide; a section that someone else changed since the version seen is
 * refused with the readable difference. Saving what is already there makes no version.
 */
export function saveApplication(application: Application, save: Save, moment: Moment): Result<Saved> {
  const open = permitted(application, 'save', moment.pack, moment.now)
  if (!open.ok) return open
  if (save.seen > application.version) return refuse(futureRefusal)
  const collided = collisions(application, save)
  if (collided.length > 0) return refuse(staleRefusal(application, save, collided, moment))
  const changed = changedSections(application.content, save.edits)
  if (changed.length === 0) return accept({ application: open.value, edits: {} })
  const edits = Object.fromEntries(changed.map(key => [key, save.edits[key] ?? null]))
  const content = applyEdits(application.content, edits)
  if (content.plan.projects.length > projectsMaximum) return refuse(tooManyProjects)
  return accept({ application: { ...open.value, version: application.version + 1, content }, edits })
}
