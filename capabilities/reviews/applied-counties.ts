import { liesIn } from './list-check.ts'
import type { NumberOf } from './list-check.ts'
import type { ListedCounty, ListSubject } from './ranked-list.ts'

/**
 * 申报县: the rows of a list that count as counties applied for (2020: 四, 五（二）). The reading chosen:
 * - typical incentive counties need not apply and enter directly (4.7), so a row of type `directDesignation` is not an application;
 * - a region that is supported as a whole (4.6) does not choose among its counties, so the cap, which limits choice, does not bind its
 *   `regionWide` rows, and they are no part of the poverty share either;
 * - an exemption must be proved: a row called `directDesignation` whose county is not on the year's list, or `regionWide` in a province the
 *   notice does not name, counts like any other. A year whose rule names no such list has no exemption (2017).
 */
export function appliedCounties(subject: ListSubject, number: NumberOf): readonly ListedCounty[] {
  const incentive = number.ids('incentiveCounties')
  const wholeRegion = liesIn(subject.provinceCode, number.ids('regionWideProvinces'))
  const exempt = (county: ListedCounty) =>
    (county.type === 'directDesignation' && incentive.includes(county.countyCode)) || (county.type === 'regionWide' && wholeRegion)
  return subject.counties.filter(county => !exempt(county))
}
