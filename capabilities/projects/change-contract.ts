import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { citing } from './citing.ts'
import { clausesOf } from './clauses.ts'
import type { ChangeKind, Contract, ContractChange } from './contract.ts'
import type { RulesNotMet } from './decide-plan-version.ts'

const refusals = {
  notSigned: {
    kind: 'wrong-state',
    code: 'contract-not-signed',
    message: { zh: '只有已签订的合同才需要变更。', en: 'Only a signed contract is changed.' },
  },
  waiting: {
    kind: 'wrong-state',
    code: 'contract-change-waiting',
    message: { zh: '这份合同已有一项变更待审批。', en: 'A change of this contract waits for a decision already.' },
  },
  identity: {
    kind: 'invalid',
    code: 'contract-party-fixed',
    message: {
      zh: '变更不能换当事人、项目或合同编号；请解除后另行采购签订。',
      en: 'A change cannot replace the party, project or number.',
    },
  },
  other: {
    kind: 'invalid',
    code: 'change-of-another-kind',
    message: { zh: '改动超出了所选的变更类型。', en: 'The contract differs in more than the chosen kind of change.' },
  },
  nothing: {
    kind: 'invalid',
    code: 'nothing-changed',
    message: { zh: '与原合同没有不同。', en: 'Nothing differs from the contract.' },
  },
  decided: {
    kind: 'wrong-state',
    code: 'contract-change-decided',
    message: { zh: '这项变更已经审批。', en: 'This change was decided already.' },
  },
  own: {
    kind: 'forbidden',
    code: 'own-proposal',
    message: { zh: '不能审批自己提出的变更，请由他人审批。', en: 'Nobody approves their own proposal.' },
  },
  moved: {
    kind: 'conflict',
    code: 'contract-moved',
    message: { zh: '提出变更后合同已有新版本，请重新提出。', en: 'The contract has moved on since; propose the change again.' },
  },
} as const satisfies Record<string, Refusal>

/** A no that names the clause of the contract's own year, in words and as data. */
function no(name: keyof typeof refusals, { year }: Contract): { ok: false; reason: Refusal } {
  return refuse(citing(refusals[name], clausesOf(year).register))
}

/** What each kind of change may touch; the reason is typed so that amounts and dates cannot slip in under another name. */
const touches: Record<ChangeKind, readonly (keyof Contract)[]> = {
  amount: ['amountFen', 'lines', 'milestones'],
  schedule: ['start', 'end', 'milestones'],
  scope: ['title', 'lines', 'amountFen', 'milestones'],
  milestones: ['milestones', 'advanceBasisPoints'],
  'party-details': ['party'],
  guarantee: ['guarantee'],
  termination: ['state'],
}

const differing = (before: Contract, after: Contract): (keyof Contract)[] =>
  (Object.keys(after) as (keyof Contract)[]).filter(
    key => !['version', 'reasons'].includes(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )

/** Proposes a change of a signed contract; it stands as signed until someone else approves. */
export function proposeContractChange(
  contract: Contract,
  wanted: { id: string; kind: ChangeKind; reason: string; after: Contract },
  by: string,
  waiting: boolean,
): Result<ContractChange> {
  if (contract.state !== 'signed') return no('notSigned', contract)
  if (waiting) return no('waiting', contract)
  const changed = differing(contract, wanted.after)
  const { party } = wanted.after
  if (
    changed.some(key => ['id', 'countyCode', 'projectId', 'contractorId', 'number', 'year', 'procurementId'].includes(key)) ||
    party.creditCode !== contract.party.creditCode
  )
    return no('identity', contract)
  if (changed.length === 0) return no('nothing', contract)
  if (changed.some(key => !touches[wanted.kind].includes(key))) return no('other', contract)
  if (wanted.kind === 'termination' && wanted.after.state !== 'terminated') return no('other', contract)
  const { countyCode, id: contractId } = contract
  return accept({ ...wanted, countyCode, contractId, state: 'proposed', proposedBy: by, decidedBy: null, decisionReason: '' })
}

/** Decides on a proposed change: the changed contract has to meet the same rules as a new one. */
export function decideContractChange(
  change: ContractChange,
  contract: Contract,
  wanted: { approve: boolean; reason: string },
  findings: readonly Finding[],
  by: { id: string; name: string },
  proposerId: string | null,
): Result<{ change: ContractChange; contract: Contract }, Refusal | RulesNotMet> {
  if (change.state !== 'proposed') return no('decided', contract)
  if (proposerId === by.id) return no('own', contract)
  const decided = { ...change, decidedBy: by.name, decisionReason: wanted.reason }
  if (!wanted.approve) return accept({ change: { ...decided, state: 'refused' }, contract })
  if (change.after.version !== contract.version) return no('moved', contract)
  if (change.kind !== 'termination' && !mayProceed(findings, { ...contract.reasons, ...change.after.reasons }))
    return refuse({
      kind: 'rules',
      code: 'contract-rules-not-met',
      message: { zh: '变更后的合同不符合规定，不能批准。', en: 'The changed contract does not meet the rules.' },
      findings,
    })
  return accept({ change: { ...decided, state: 'approved' }, contract: { ...change.after, version: contract.version + 1 } })
}
