import type { Bilingual } from '@jincun/policy'
import { finding } from './check.ts'
import type { Check } from './check.ts'

/** A check that one of the plan's commitments is made; a box that is not ticked is not met, never unknown. */
export const commitmentCheck =
  (id: 'data' | 'disclosure', name: Bilingual): Check =>
  context => {
    const made = context.content.plan.commitments[id]
    const message = made
      ? { zh: `已作出${name.zh}。`, en: `The ${name.en} is made.` }
      : { zh: `还没有作出${name.zh}。`, en: `The ${name.en} is not made yet.` }
    const measured = made ? '已承诺' : '未承诺'
    return [finding(context, { status: made ? 'met' : 'unmet', measured, required: '已承诺', message, where: `plan.commitments.${id}` })]
  }
