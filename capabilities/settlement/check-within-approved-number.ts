import type { FinalCheck } from './final-check.ts'

/**
 * 五（三）: 各省按照三部门提供数量确定最终示范县: at most as many counties as were approved. Fewer are allowed; the money follows the number. Whether
 * incentive counties (4.7) use up the number is a parameter, because the notice leaves it open; a year without them reads no parameter.
 */
export const checkWithinApprovedNumber: FinalCheck = (subject, number) => {
  const inside = number.optional('incentiveInside')?.value === true
  const counted = subject.entries.filter(entry => inside || entry.type !== 'directDesignation').length
  if (subject.approved === null)
    return {
      status: 'unknown',
      measured: String(counted),
      required: '≤ ?',
      message: { zh: '三部门尚未核定本省数量。', en: 'The centre has not yet approved a number for the province.' },
      rows: [],
    }
  const within = counted <= subject.approved
  return {
    status: within ? 'met' : 'unmet',
    measured: String(counted),
    required: `≤ ${subject.approved}`,
    message: {
      zh: `最终名单${counted}个县，核定${subject.approved}个${within ? '' : `，须减少${counted - subject.approved}个`}。`,
      en: `${counted} counties on the final list, ${subject.approved} approved${within ? '' : `: take ${counted - subject.approved} off`}.`,
    },
    rows: [],
  }
}
