import { compareRatios } from '@jincun/kernel'
import { ratioOf } from '@jincun/policy'
import { appliedCounties } from './applied-counties.ts'
import type { ListCheck } from './list-check.ts'

/**
 * 五（二）: 各省可按照不超过预下达示范县数量150%的上限组织申报. Compared by multiplication: 15 of 10 is exactly 150 % and passes, 16 does not;
 * 25 of 17 passes, 26 (25.5 allowed) does not. Which rows count: `applied-counties.ts`.
 */
export const checkApplicationCap: ListCheck = (subject, number) => {
  const maximum = number('maximum')
  const applied = appliedCounties(subject, number).length
  const exempt = subject.counties.length - applied
  const apart = {
    zh: exempt ? `，另有${exempt}个直接纳入或整区推进的县不计入` : '',
    en: exempt ? `; ${exempt} incentive or region-wide counties are not counted` : '',
  }
  const required = `≤ ${maximum.value}% × ${subject.quota ?? '?'}`
  if (subject.quota === null)
    return {
      status: 'unknown',
      measured: String(applied),
      required,
      message: {
        zh: '本省预下达数量未知，无法核对申报上限；请先录入预下达数量。',
        en: 'The provisional number of the province is unknown, so the cap cannot be checked; enter it first.',
      },
      rows: [],
    }
  const ratio = ratioOf(maximum)
  const within = compareRatios(BigInt(applied), BigInt(subject.quota), ratio) <= 0
  const most = (BigInt(subject.quota) * ratio.numerator) / ratio.denominator
  return {
    status: within ? 'met' : 'unmet',
    measured: `${applied}/${subject.quota}`,
    required,
    message: {
      zh: `申报${applied}个县${apart.zh}；预下达${subject.quota}个，上限为${most}个${within ? '' : `，须减少${BigInt(applied) - most}个`}。`,
      en: `${applied} counties applied for${apart.en}; the provisional number is ${subject.quota}, at most ${most}${within ? '' : `: take ${BigInt(applied) - most} off`}.`,
    },
    rows: [],
  }
}
