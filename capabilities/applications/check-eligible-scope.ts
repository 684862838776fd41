import type { Bilingual, FindingStatus } from '@jincun/policy'
import { countyRow, finding } from './check.ts'
import type { Check } from './check.ts'

const messages: Record<FindingStatus, (name: string) => Bilingual> = {
  met: name => ({ zh: `${name}在支持范围内。`, en: `${name} is within the scope of support.` }),
  unmet: name => ({
    zh: `${name}既不是国家级贫困县，也不是革命老区县，不在支持范围内。`,
    en: `${name} is neither a national poverty county nor an old revolutionary base county: it is out of scope.`,
  }),
  unknown: name => ({
    zh: `${name}不是国家级贫困县；是否革命老区县没有公开的编码名单可查，须由省级主管部门确认。`,
    en: `${name} is no national poverty county; whether it is an old revolutionary base county stands on no public coded list, so the provincial authority must confirm it.`,
  }),
}

/**
 * 2017 三: open to national poverty counties and to old revolutionary base counties. A county that is not a poverty county and whose base
 * status is on no list is unknown, not refused.
 */
export const checkEligibleScope: Check = context => {
  const { nationalPovertyCounty, oldRevolutionaryBaseCounty, name } = context.standing
  const inScope = nationalPovertyCounty || oldRevolutionaryBaseCounty === true
  const status = inScope ? 'met' : oldRevolutionaryBaseCounty === null ? 'unknown' : 'unmet'
  const measured = nationalPovertyCounty ? '国家级贫困县' : inScope ? '革命老区县' : status === 'unmet' ? '两者都不是' : null
  return [
    finding(context, {
      status,
      measured,
      required: '国家级贫困县或革命老区县',
      message: messages[status](name),
      rows: [countyRow(context)],
    }),
  ]
}
