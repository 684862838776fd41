import { listFor } from '@jincun/policy'
import { finding } from './check.ts'
import type { Check } from './check.ts'
import { isCentrallyFunded } from './plan-totals.ts'

/**
 * 2020 三, 2017 四: 鼓励各地优先采取…等支持方式. Every project paid from central funds says its mode; one outside the year's preferred modes is
 * possible with a reason.
 */
export const checkSupportModeStated: Check = context => {
  const modes = listFor(context.pack, 'support-modes', context.year)
  const required = modes.map(mode => mode.term.zh).join('、')
  const funded = context.content.plan.projects
    .map((project, index) => ({ project, index }))
    .filter(({ project }) => project.lines.some(isCentrallyFunded))
  const outside = funded.filter(({ project }) => !modes.some(mode => mode.id === project.supportMode))
  if (outside.length === 0) {
    const message = {
      zh: `${funded.length} 个中央资金项目都采用优先支持方式。`,
      en: `All ${funded.length} centrally funded projects use a preferred mode of support.`,
    }
    return [finding(context, { status: 'met', measured: `${funded.length}/${funded.length}`, required, message, where: 'plan.projects' })]
  }
  return outside.map(({ project, index }) => {
    const name = project.name || `第 ${index + 1} 个项目`
    const message = project.supportMode
      ? {
          zh: `“${name}”的支持方式不在优先方式之内，须写明理由。`,
          en: `“${name}” uses a mode outside the preferred ones; a reason is needed.`,
        }
      : {
          zh: `“${name}”没有说明支持方式，须补上或写明理由。`,
          en: `“${name}” does not state its mode of support; state it or give a reason.`,
        }
    const measured = project.supportMode || null
    return finding(context, { status: 'unmet', measured, required, message, where: `plan.projects[${index}].supportMode` })
  })
}
