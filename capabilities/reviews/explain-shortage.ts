import { refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { AssignmentInput } from './assign-reviewers.ts'
import type { ReviewedApplication } from './expert.ts'

const names = (applications: readonly ReviewedApplication[]): string => applications.map(each => each.countyName).join('、')

const shortage = (zh: string, en: string, details: Record<string, unknown>): Result<never, Refusal> =>
  refuse({ kind: 'conflict', code: 'reviewers-short', message: { zh, en }, details })

/** Reviewers who may review at least one of the applications. */
const reviewersOf = (input: AssignmentInput, applications: readonly ReviewedApplication[]) =>
  input.reviewers.filter(reviewer => applications.some(each => !input.forbidden(reviewer.id, each.applicationId)))

/**
 * Says why no assignment exists. Either an application has too few reviewers without a conflict; or a group of applications needs
 * more reviews than the reviewers who may take them can give (the source's side of a smallest cut: max-flow min-cut, Ahuja, Magnanti
 * and Orlin §6.5); or all can be covered but not with every reviewer's least load.
 */
export function explainShortage(
  input: AssignmentInput,
  withoutMinimum: { full: boolean; stuck: readonly ReviewedApplication[] },
): Result<never, Refusal> {
  const { reviewersPerApplication: wanted, loadMaximum, loadMinimum } = input.rules
  const free = (application: ReviewedApplication): number => reviewersOf(input, [application]).length
  const short = input.applications.filter(application => free(application) < wanted)
  if (short.length > 0) {
    const each = short.map(application => `${application.countyName}（可评${free(application)}人）`).join('、')
    const inEnglish = short.map(application => `${application.countyName} (${free(application)} may review)`).join(', ')
    return shortage(
      `每份申报需${wanted}名专家，下列申报回避后不足：${each}。请增补与其无利害关系的专家。`,
      `Each application needs ${wanted} reviewers; after conflicts there are too few for: ${inEnglish}. Add experts without ties to them.`,
      { applications: short.map(({ applicationId }) => applicationId), reason: 'conflicts' },
    )
  }
  if (!withoutMinimum.full) {
    const group = withoutMinimum.stuck
    const reviewers = reviewersOf(input, group)
    const capacity = reviewers.length * loadMaximum
    return shortage(
      `下列申报共需${group.length * wanted}份评审，可评的${reviewers.length}名专家每人最多${loadMaximum}份（共${capacity}份），不足以分配：${names(group)}。请增补专家或提高上限。`,
      `These applications need ${group.length * wanted} reviews; the ${reviewers.length} experts who may take them give at most ${loadMaximum} each (${capacity} in all), which cannot be spread over them: ${names(group)}. Add experts or raise the limit.`,
      { applications: group.map(({ applicationId }) => applicationId), reason: 'capacity' },
    )
  }
  return shortage(
    `${input.applications.length}份申报共需${input.applications.length * wanted}份评审，无法让${input.reviewers.length}名专家每人至少评${loadMinimum}份。请降低下限或减少专家。`,
    `The ${input.applications.length} applications need ${input.applications.length * wanted} reviews; ${input.reviewers.length} experts cannot all have at least ${loadMinimum}. Lower the least load or invite fewer experts.`,
    { applications: [], reason: 'minimum' },
  )
}
