import { assert } from '@jincun/kernel'
import { ruleBookFor } from '@jincun/policy'
import type { Finding, PolicyPack, RuleEntry } from '@jincun/policy'
import { checkApplicationCap } from './check-application-cap.ts'
import { checkEachEligible } from './check-each-eligible.ts'
import { checkLimitedProvinceMaximum } from './check-limited-province-maximum.ts'
import { checkInProvince, checkKnownCounties, checkNoDuplicates } from './check-listed-counties.ts'
import { checkOldBaseShare } from './check-old-base-share.ts'
import { checkPovertyShare } from './check-poverty-share.ts'
import { checkRanksFollowScores } from './check-ranks-follow-scores.ts'
import { checkShareOfUnsupported } from './check-share-of-unsupported.ts'
import { checkSubmittedInTime } from './check-submitted-in-time.ts'
import { numbersOf } from './list-check.ts'
import type { ListCheck } from './list-check.ts'
import type { ListSubject } from './ranked-list.ts'

/** Every check on lists the program knows; the rule book of a year says which of them apply. */
export const listChecks: Readonly<Record<string, ListCheck>> = {
  'known-counties': checkKnownCounties,
  'in-province': checkInProvince,
  'no-duplicates': checkNoDuplicates,
  'ranks-follow-scores': checkRanksFollowScores,
  'each-eligible': checkEachEligible,
  'application-cap': checkApplicationCap,
  'poverty-share': checkPovertyShare,
  'submitted-in-time': checkSubmittedInTime,
  'share-of-unsupported': checkShareOfUnsupported,
  'old-base-share': checkOldBaseShare,
  'limited-province-maximum': checkLimitedProvinceMaximum,
}

function judge(pack: PolicyPack, subject: ListSubject, rule: RuleEntry): Finding {
  const check = listChecks[rule.rule]
  assert(check, `rule ${rule.rule} of policy/rules/${subject.year}.yaml has a check`)
  return { code: rule.rule, force: rule.force, clause: rule.clause, ...check(subject, numbersOf(pack, rule, subject.year)) }
}

/**
 * All findings on a province's list by the rule book of its year, in the order of the book. The code of a finding is the id of its rule.
 * Throws a PolicyGap for a year or number that policy/ does not hold, and an Error for a rule that has no check.
 */
export const checkList = (pack: PolicyPack, subject: ListSubject): Finding[] =>
  ruleBookFor(pack, subject.year).list.map(rule => judge(pack, subject, rule))
