import { assert } from '@jincun/kernel'
import { ruleBookFor } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { judgeDeadline, numbersOf } from '@jincun/reviews'
import { checkFollowsRankedOrder, checkFromRankedList } from './check-from-ranked-list.ts'
import { checkWithinApprovedNumber } from './check-within-approved-number.ts'
import { finalRow } from './final-check.ts'
import type { FinalCheck } from './final-check.ts'
import type { FinalSubject } from './final-list.ts'

/** 五（三）: 于6月25日前，将最终的示范县名单…报送三部门. The notice does not call a late final list forfeited; it is not accepted without a ruling. */
const checkSubmittedInTime: FinalCheck = (subject, number) =>
  judgeDeadline(subject, number('deadline'), {
    zh: '须由三部门作出裁定后方可报送。',
    en: 'it can be handed in only by a recorded ruling of the centre.',
  })

/** 五（三）: 最终的示范县名单和省级、县级工作方案: every county the province determined comes with its plan; incentive counties did not apply. */
const checkPlansAttached: FinalCheck = subject => {
  const asked = subject.entries.filter(entry => entry.type !== 'directDesignation')
  const lacking = asked.filter(entry => entry.planHash === null)
  return {
    status: lacking.length === 0 ? 'met' : 'unmet',
    measured: `${asked.length - lacking.length}/${asked.length}`,
    required: `${asked.length}/${asked.length}`,
    message:
      lacking.length === 0
        ? { zh: '各县工作方案齐全。', en: 'Every county comes with its work plan.' }
        : {
            zh: `以下县没有随附工作方案：${lacking.map(entry => finalRow(entry).label).join('、')}。`,
            en: `The work plans of ${lacking.map(entry => entry.countyCode).join(', ')} are missing.`,
          },
    rows: lacking.map(finalRow),
  }
}

/** The finding that is of the instant of handing in: a list that came in time does not turn late while the centre reads it. */
const inTime = 'submitted-in-time'

/** Every check on final lists the program knows; the rule book of a year says which of them apply. */
export const finalChecks: Readonly<Record<string, FinalCheck>> = {
  'within-approved-number': checkWithinApprovedNumber,
  'from-ranked-list': checkFromRankedList,
  'follows-ranked-order': checkFollowsRankedOrder,
  'plans-attached': checkPlansAttached,
  [inTime]: checkSubmittedInTime,
}

/** All findings on a province's final list by the rule book of its year; a rule without a check throws. */
export const checkFinalList = (pack: PolicyPack, subject: FinalSubject): Finding[] =>
  ruleBookFor(pack, subject.year).final.map(rule => {
    const check = finalChecks[rule.rule]
    assert(check, `rule ${rule.rule} of policy/rules/${subject.year}.yaml has a check`)
    return { code: rule.rule, force: rule.force, clause: rule.clause, ...check(subject, numbersOf(pack, rule, subject.year)) }
  })

/** What is judged again before a submitted list is published: everything but its deadline, by the facts of this moment. */
export const recheckFinalList = (pack: PolicyPack, subject: FinalSubject): Finding[] =>
  checkFinalList(pack, subject).filter(finding => finding.code !== inTime)
