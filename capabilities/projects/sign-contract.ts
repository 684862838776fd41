import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { stops, wantsReason } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { citing } from './citing.ts'
import type { Bare } from './citing.ts'
import { clausesOf } from './clauses.ts'
import type { Contract } from './contract.ts'
import type { RulesNotMet } from './decide-plan-version.ts'

const notDraft: Bare = {
  kind: 'wrong-state',
  code: 'contract-not-draft',
  message: { zh: '合同已签订；要改须走合同变更。', en: 'The contract is signed; change it by a contract change.' },
}

/** A contract that is signed is changed by a contract change only; with the clause of its year. */
export const contractNotDraft = ({ year }: Pick<Contract, 'year'>): Refusal => citing(notDraft, clausesOf(year).selection)

/** Waiting for a ruling and nothing else: a doubtful line, all other rules met. */
const onlyReferred = (finding: Finding): boolean => finding.code === 'negative-list' && finding.status === 'unknown'

/**
 * Signs a contract (6.2, 6.3, 3.6, 6.4d). With a doubtful line and everything else in order it is referred for a ruling instead; a
 * prohibited line or any other unmet rule refuses it with all findings.
 */
export function signContract(contract: Contract, findings: readonly Finding[], on: string): Result<Contract, Refusal | RulesNotMet> {
  if (contract.state !== 'draft' && contract.state !== 'referred') return refuse(contractNotDraft(contract))
  const stopping = findings.filter(finding => stops(finding) || wantsReason(finding, contract.reasons))
  const next = { ...contract, version: contract.version + 1 }
  if (stopping.length === 0) return accept({ ...next, state: 'signed', signedOn: on })
  if (stopping.every(onlyReferred)) return accept({ ...next, state: 'referred' })
  return refuse({
    kind: 'rules',
    code: 'contract-rules-not-met',
    message: { zh: '合同不符合规定，不能签订；请按各条逐一改正。', en: 'The contract does not meet the rules; mend each of them.' },
    findings,
  })
}
