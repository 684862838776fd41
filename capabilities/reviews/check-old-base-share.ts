import { compareRatios } from '@jincun/kernel'
import { ratioOf } from '@jincun/policy'
import { liesIn, rowOf } from './list-check.ts'
import type { ListCheck } from './list-check.ts'
import type { ListedCounty } from './ranked-list.ts'

/** A county that is on both lists counts as a poverty county, because that is what it is supported as. */
const oldBase = (county: ListedCounty): boolean | null => {
  if (county.standing === null) return null
  return county.standing.nationalPovertyCounty ? false : county.standing.oldRevolutionaryBaseCounty
}

/**
 * 2017, 五（一）: 其中，革命老区县比例不超过20%. Exactly 20 % passes. It is part of the sentence on the share of unsupported counties, so the three
 * provinces with a number of their own are not bound. No coded list of old base counties is public, so the answer is often unknown.
 */
export const checkOldBaseShare: ListCheck = (subject, number) => {
  const maximum = number('maximum')
  const required = `≤ ${maximum.value}%`
  if (liesIn(subject.provinceCode, number.ids('limitedProvinces')))
    return {
      status: 'met',
      measured: null,
      required,
      message: { zh: '本省另有申报数上限，此条不适用。', en: 'The province has a maximum of its own; this rule does not apply.' },
      rows: [],
    }
  const total = subject.counties.length
  const known = subject.counties.filter(county => oldBase(county) === true)
  const open = subject.counties.filter(county => oldBase(county) === null)
  const within = (count: number) => compareRatios(BigInt(count), BigInt(total), ratioOf(maximum)) <= 0
  const unknown = within(known.length) !== within(known.length + open.length)
  const passes = within(known.length)
  return {
    status: unknown ? 'unknown' : passes ? 'met' : 'unmet',
    measured: `${known.length}/${total}`,
    required,
    message: {
      zh: `申报${total}个县，其中革命老区县${known.length}个${unknown ? `，另有${open.length}个县是否老区县未知` : ''}；不得超过${maximum.value}%。`,
      en: `${known.length} of ${total} are old revolutionary base counties${unknown ? `; ${open.length} are of unknown standing` : ''}; at most ${maximum.value}%.`,
    },
    rows: (unknown ? open : known).map(rowOf),
  }
}
