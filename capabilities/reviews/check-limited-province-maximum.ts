import { countOf } from '@jincun/policy'
import { liesIn } from './list-check.ts'
import type { ListCheck } from './list-check.ts'

/** 2017, 五（一）: 福建、山东、广东申报的示范县数量不超过7个. Seven passes, eight does not; other provinces are not asked. */
export const checkLimitedProvinceMaximum: ListCheck = (subject, number) => {
  const maximum = countOf(number('maximum'))
  const applied = subject.counties.length
  const bound = liesIn(subject.provinceCode, number.ids('provinces'))
  const within = applied <= maximum
  return {
    status: !bound || within ? 'met' : 'unmet',
    measured: bound ? String(applied) : null,
    required: `≤ ${maximum}`,
    message: bound
      ? {
          zh: `本省申报${applied}个县，最多${maximum}个${within ? '' : `，须减少${applied - maximum}个`}。`,
          en: `${applied} counties applied for, at most ${maximum}${within ? '' : `: take ${applied - maximum} off`}.`,
        }
      : { zh: '本省没有单独的申报数上限，此条不适用。', en: 'The province has no maximum of its own; this rule does not apply.' },
    rows: [],
  }
}
