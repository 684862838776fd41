import { compareRatios } from '@jincun/kernel'
import { ratioOf } from '@jincun/policy'
import { liesIn } from './list-check.ts'
import type { Judgement, ListCheck } from './list-check.ts'

const notApplicable = (required: string, zh: string, en: string): Judgement => ({
  status: 'met',
  measured: null,
  required,
  message: { zh, en },
  rows: [],
})

/**
 * 2017, 五（一）: 原则上…申报的示范县数量为尚未支持的国家级贫困县和革命老区县数量的1/3—1/2. Both bounds belong to the range. Five provinces may apply for all
 * their unsupported poverty counties, so for them only the lower bound is asked; three provinces have a number of their own instead
 * (`check-limited-province-maximum.ts`), so the share does not bind them.
 */
export const checkShareOfUnsupported: ListCheck = (subject, number) => {
  const [minimum, maximum] = [number('minimum'), number('maximum')]
  const mayTakeAll = liesIn(subject.provinceCode, number.ids('allAllowedProvinces'))
  const required = mayTakeAll ? `≥ ${minimum.value}` : `${minimum.value}–${maximum.value}`
  if (liesIn(subject.provinceCode, number.ids('limitedProvinces')))
    return notApplicable(required, '本省另有申报数上限，此条不适用。', 'The province has a maximum of its own; this rule does not apply.')
  const applied = subject.counties.length
  if (subject.unsupported === null)
    return {
      status: 'unknown',
      measured: String(applied),
      required,
      message: {
        zh: '尚未支持的国家级贫困县和革命老区县数量未知，无法核对申报比例。',
        en: 'The number of counties not yet supported is unknown, so the share cannot be checked.',
      },
      rows: [],
    }
  const whole = subject.unsupported.poverty + subject.unsupported.oldBase
  const compare = (bound: typeof minimum) => compareRatios(BigInt(applied), BigInt(whole), ratioOf(bound))
  const inRange = compare(minimum) >= 0 && (mayTakeAll || compare(maximum) <= 0)
  return {
    status: inRange ? 'met' : 'unmet',
    measured: `${applied}/${whole}`,
    required,
    message: {
      zh: `申报${applied}个县，尚未支持的县${whole}个；原则上应为${required}${inRange ? '' : '，否则须写明理由'}。`,
      en: `${applied} counties applied for of ${whole} not yet supported; in principle ${required}${inRange ? '' : ', otherwise record a reason'}.`,
    },
    rows: [],
  }
}
