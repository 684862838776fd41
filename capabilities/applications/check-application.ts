import type { CountyStanding } from '@jincun/designation'
import { ruleBookFor } from '@jincun/policy'
import type { Finding, PolicyPack, RuleEntry } from '@jincun/policy'
import { emptyContent } from './application.ts'
import type { ApplicationType } from './application.ts'
import type { Applicant, Check } from './check.ts'
import { settleByConfirmation } from './confirm-fact.ts'
import { nothingMeasured } from './measured.ts'
import type { Measured } from './measured.ts'
import { checkDataCommitment } from './check-data-commitment.ts'
import { checkDisclosureCommitment } from './check-disclosure-commitment.ts'
import { checkEligibleScope } from './check-eligible-scope.ts'
import { checkGoalsQuantified } from './check-goals-quantified.ts'
import { checkGrowthAboveNational } from './check-growth-above-national.ts'
import { checkGrowthTargets } from './check-growth-targets.ts'
import { checkHardwareReuse } from './check-hardware-reuse.ts'
import { checkIncentiveNeedNotApply } from './check-incentive-need-not-apply.ts'
import { checkNegativeList } from './check-negative-list.ts'
import { checkNotSupportedBefore } from './check-not-supported-before.ts'
import { checkOperationBase } from './check-operation-base.ts'
import { checkPlanComplete } from './check-plan-complete.ts'
import { checkProduceToCityShare } from './check-produce-to-city-share.ts'
import { checkRegionWideType } from './check-region-wide-type.ts'
import { checkRepeatAcceptance } from './check-repeat-acceptance.ts'
import { checkRepeatDisbursementRate } from './check-repeat-disbursement-rate.ts'
import { checkRepeatOutstandingResults } from './check-repeat-outstanding-results.ts'
import { checkServiceCentreShare } from './check-service-centre-share.ts'
import { checkSupportModeStated } from './check-support-mode-stated.ts'

/** The checks by the rule ids of policy/rules; which of them apply in a year is data. */
export const checks: Readonly<Record<string, Check>> = {
  'eligible-scope': checkEligibleScope,
  'not-supported-before': checkNotSupportedBefore,
  'operation-base': checkOperationBase,
  'repeat-disbursement-rate': checkRepeatDisbursementRate,
  'repeat-acceptance': checkRepeatAcceptance,
  'repeat-outstanding-results': checkRepeatOutstandingResults,
  'region-wide-type': checkRegionWideType,
  'incentive-need-not-apply': checkIncentiveNeedNotApply,
  'plan-complete': checkPlanComplete,
  'goals-quantified': checkGoalsQuantified,
  'growth-above-national': checkGrowthAboveNational,
  'growth-targets': checkGrowthTargets,
  'negative-list': checkNegativeList,
  'support-mode-stated': checkSupportModeStated,
  'hardware-reuse': checkHardwareReuse,
  'produce-to-city-share': checkProduceToCityShare,
  'service-centre-share': checkServiceCentreShare,
  'data-commitment': checkDataCommitment,
  'disclosure-commitment': checkDisclosureCommitment,
}

type Grounds = { standing: CountyStanding; measured: Measured; pack: PolicyPack }

function run(entries: readonly RuleEntry[], applicant: Applicant, grounds: Grounds): Finding[] {
  return entries.flatMap(entry => {
    const check = checks[entry.rule]
    if (!check)
      throw new Error(`Rule ${entry.rule} of ${applicant.year} has no check. Write capabilities/applications/check-${entry.rule}.ts.`)
    return check({ ...applicant, ...grounds, entry }).map(finding => settleByConfirmation(finding, applicant.confirmations))
  })
}

/**
 * Everything the year's rules say of an application: the county first, then its plan. Throws when the year has no rule book or check.
 * @param measured what the records of this system say; nothing where they are not asked.
 */
export function checkApplication(
  applicant: Applicant,
  standing: CountyStanding,
  pack: PolicyPack,
  measured: Measured = nothingMeasured,
): Finding[] {
  const { county, plan } = ruleBookFor(pack, applicant.year)
  return run([...county, ...plan], applicant, { standing, measured, pack })
}

/** The type a county would apply under, as far as the public lists tell. */
export function likelyType(standing: CountyStanding, pack: PolicyPack): ApplicationType {
  const { county } = ruleBookFor(pack, standing.year)
  const asks = (rule: string, role: string): readonly string[] => {
    const id = county.find(entry => entry.rule === rule)?.parameters[role]
    const value = id ? pack.parameters.get(id)?.values[standing.year]?.value : undefined
    return Array.isArray(value) ? value : []
  }
  if (asks('incentive-need-not-apply', 'counties').includes(standing.countyCode)) return 'directDesignation'
  if (asks('region-wide-type', 'provinces').some(code => standing.countyCode.startsWith(code))) return 'regionWide'
  return standing.supportedBefore === 'yes' && county.some(entry => entry.rule.startsWith('repeat-')) ? 'repeat' : 'first'
}

/**
 * What the year's rules say of a county before it has written anything, under the type it would apply as. What only an application can
 * show is unknown. Made for all counties at once: nothing is read or copied per call.
 */
export function checkCounty(standing: CountyStanding, pack: PolicyPack): Finding[] {
  const { countyCode, year } = standing
  const applicant: Applicant = {
    countyCode,
    year,
    content: emptyContent(likelyType(standing, pack)),
    attachments: [],
    rulings: [],
    confirmations: [],
  }
  return run(ruleBookFor(pack, year).county, applicant, { standing, measured: nothingMeasured, pack })
}
