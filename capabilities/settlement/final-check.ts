import type { Judgement, NumberOf } from '@jincun/reviews'
import type { Finding } from '@jincun/policy'
import type { FinalListEntry, FinalSubject } from './final-list.ts'

/** One rule on final lists: a pure function of the subject and of the numbers the rule book points it to. */
export type FinalCheck = (subject: FinalSubject, number: NumberOf) => Judgement

/** How a county of the final list is called in findings. */
export const finalRow = (entry: FinalListEntry): Finding['rows'][number] => ({
  kind: 'county',
  key: entry.countyCode,
  label: `${entry.name} ${entry.countyCode}`,
})
