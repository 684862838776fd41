import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import { z } from 'zod'
import {
  advanceCapFen,
  ChangeKind,
  checkAssetCards,
  checkContract,
  checkPaidKept,
  contractNotDraft,
  Contract,
  decideContractChange,
  keepSchedules,
  milestoneAmounts,
  projectOpen,
  proposeContractChange,
  requiredData,
  signContract,
  spendingCategories,
} from '../index.ts'
import type { ContractChange, ContractGround } from '../index.ts'
import { contractGround } from './contract-ground.ts'
import { wantFiles } from './file-store.ts'
import { holdOpen } from './fixed-sites.ts'
import { followContracts, mayTerminate } from './follow-contracts.ts'
import { assetCards, contractChanges, contractors, contracts } from './kinds.ts'
import { findRecord, listRecords, saveRecord } from './records.ts'
import { paidOnContract } from './paid-on-contract.ts'
import { proposerOf } from './plan-store.ts'
import { registered, setStage } from './register.ts'
import { addOnce, saveVersioned } from './save-record.ts'
import { AtCounty, AtRecord, auditRecord, byOf, notFound, place, stale, stampOf, today, Year } from './work.ts'
import type { Work } from './work.ts'

const path = '/api/projects/:county/contracts' as const
const action = 'projects.write'

/** What the rules say of a changed contract: those of a new one on the day it was signed, and what was paid or is held already. */
const changeFindings = async ({ tx }: Pick<Work, 'tx'>, contract: Contract, { after }: ContractChange, ground: ContractGround) => [
  ...checkContract(after, { ...ground, on: contract.signedOn ?? ground.on }),
  ...checkPaidKept(after, await paidOnContract(tx, contract.countyCode, contract.id)),
]

const list = route({
  method: 'GET',
  path,
  action: 'projects.read',
  summary: 'Contracts of a county and year',
  clauses: ['notice-2020/6.3'],
  params: AtCounty,
  query: z.strictObject({ year: Year }),
  place,
  handle: async ({ tx, params, query, now, may }) => {
    const rows = (await listRecords(tx, contracts, sql`county_code = ${params.county}`)).filter(({ year }) => year === query.year)
    return accept({ rows, mayWrite: may(action, params.county), asOf: now.toISOString() })
  },
})

const read = route({
  method: 'GET',
  path: `${path}/:id`,
  action: 'projects.read',
  summary: 'One contract with its findings, amounts by milestone, changes and assets',
  clauses: ['notice-2020/6.3', 'notice-2020/6.4d', 'notice-2020/3.6'],
  params: AtRecord,
  place,
  handle: async context => {
    const { tx, params, policy, now, may } = context
    const contract = await findRecord(tx, contracts, params.county, params.id)
    if (!contract) return refuse(notFound)
    const ground = await contractGround(context, contract)
    if (!ground.ok) return ground
    const changes = await listRecords(tx, contractChanges, sql`county_code = ${params.county} and contract_id = ${params.id}`)
    const waiting = changes.find(({ state }) => state === 'proposed')
    const cards = await listRecords(tx, assetCards, sql`county_code = ${params.county} and contract_id = ${params.id}`)
    return accept({
      contract,
      project: ground.value.project,
      planLines: ground.value.plan?.lines.filter(line => ground.value.project.planLineIds.includes(line.id)) ?? [],
      findings: checkContract(contract, ground.value),
      advanceCapFen: advanceCapFen(contract),
      milestoneFen: Object.fromEntries(milestoneAmounts(contract)),
      requiredData: requiredData(policy, contract.year, ground.value.nodeKinds),
      dataItems: listFor(policy, 'activity-data', contract.year),
      categories: spendingCategories(policy, contract.year),
      assets: cards,
      assetFindings: checkAssetCards(contract, cards),
      changes,
      changeFindings: waiting ? await changeFindings(context, contract, waiting, ground.value) : [],
      mayWrite: may(action, params.county),
      mayDecide: may('projects.decide-change', params.county),
      asOf: now.toISOString(),
    })
  },
})

const Content = Contract.omit({
  id: true,
  countyCode: true,
  version: true,
  state: true,
  signedOn: true,
  party: true,
  earlierSchedules: true,
})

const save = route({
  method: 'PUT',
  path: `${path}/:id`,
  action,
  summary: 'Write a contract before it is signed; its party is taken from the file of the contractor',
  clauses: ['notice-2020/6.3'],
  params: AtRecord,
  body: Content.extend({ seenVersion: z.number().int().min(0) }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const { seenVersion, ...content } = body
    const contractor = await findRecord(tx, contractors, params.county, body.contractorId)
    const [project] = await registered(tx, params.county, body.year, body.projectId)
    if (!contractor || !project) return refuse(notFound)
    const open = projectOpen(project.stage, project.project.year)
    if (!open.ok) return open
    const files = await wantFiles(tx, params.county, [body.fileId, body.dataAgreement?.fileId ?? null])
    if (!files.ok) return files
    const party = { name: contractor.name, creditCode: contractor.creditCode }
    const wanted: Contract = { ...content, party, id: params.id, countyCode: params.county, version: 1, state: 'draft', signedOn: null }
    const may = (standing: Contract) =>
      standing.state === 'draft' || standing.state === 'referred' ? accept(true) : refuse(contractNotDraft(standing))
    return saveVersioned(context, contracts, wanted, seenVersion, action, may, ['version', 'state', 'amount_fen'])
  },
})

const signature = route({
  method: 'POST',
  path: `${path}/:id/signature`,
  action,
  summary: 'Sign a contract: all rules at once; a doubtful line is referred for a ruling',
  clauses: ['notice-2020/3.6', 'notice-2020/6.2', 'notice-2020/6.3', 'notice-2020/6.4d'],
  params: AtRecord,
  body: z.strictObject({ seenVersion: z.number().int().min(1) }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const standing = await findRecord(tx, contracts, params.county, params.id, true)
    if (!standing) return refuse(notFound)
    if (standing.state === 'signed' && standing.version === body.seenVersion + 1) return accept(standing)
    if (standing.version !== body.seenVersion) return refuse(stale(standing.version, standing))
    const open = await holdOpen(tx, params.county, standing.projectId)
    if (!open.ok) return open
    const ground = await contractGround(context, standing, true)
    if (!ground.ok) return ground
    const signed = signContract(standing, checkContract(standing, ground.value), today(context))
    if (!signed.ok) return signed
    await saveRecord(tx, contracts, signed.value, stampOf(context), ['version', 'state'])
    await auditRecord(context, {
      countyCode: params.county,
      action,
      recordKind: 'contract',
      recordId: params.id,
      before: standing,
      after: signed.value,
    })
    const [found] = await registered(tx, params.county, null, standing.projectId)
    if (found && signed.value.state === 'signed' && ['planned', 'procuring'].includes(found.stage))
      await setStage(tx, found.project, 'contracted')
    return accept(signed.value)
  },
})

const change = route({
  method: 'POST',
  path: `${path}/:id/changes`,
  action,
  summary: 'Propose a change of a signed contract, with its kind and reason',
  clauses: ['notice-2020/6.2'],
  params: AtRecord,
  body: z.strictObject({
    id: z.uuid(),
    kind: ChangeKind,
    reason: z.string().trim().min(1, '请写明理由 / give the reason').max(2_000),
    after: Contract,
  }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    const contract = await findRecord(tx, contracts, params.county, params.id, true)
    if (!contract) return refuse(notFound)
    const changes = await listRecords(tx, contractChanges, sql`county_code = ${params.county} and contract_id = ${params.id}`)
    const same = changes.find(({ id }) => id === body.id)
    if (same) return accept(same)
    const proposed = proposeContractChange(
      contract,
      body,
      byOf(context),
      changes.some(({ state }) => state === 'proposed'),
    )
    return proposed.ok ? addOnce(context, contractChanges, proposed.value, action) : proposed
  },
})

const decision = route({
  method: 'POST',
  path: '/api/projects/:county/contract-changes/:id/decision',
  action: 'projects.decide-change',
  summary: 'Approve or refuse a change of a contract; nobody decides on their own',
  clauses: ['notice-2020/6.2'],
  params: AtRecord,
  body: z.strictObject({ approve: z.boolean(), reason: z.string().trim().min(1, '请写明意见 / give your reason').max(2_000) }),
  place,
  handle: async context => {
    const { tx, params, body, caller } = context
    const proposed = await findRecord(tx, contractChanges, params.county, params.id, true)
    const contract = proposed && (await findRecord(tx, contracts, params.county, proposed.contractId, true))
    if (!proposed || !contract) return refuse(notFound)
    const possible = body.approve ? await mayTerminate(tx, proposed, contract) : accept(true)
    if (!possible.ok) return possible
    const ground = await contractGround(context, proposed.after, true)
    if (!ground.ok) return ground
    const by = { id: caller.personId ?? '', name: byOf(context) }
    const decided = decideContractChange(
      proposed,
      contract,
      body,
      await changeFindings(context, contract, proposed, ground.value),
      by,
      await proposerOf(tx, params.county, params.id),
    )
    if (!decided.ok) return decided
    await saveRecord(tx, contractChanges, decided.value.change, stampOf(context), ['state'])
    const changed = keepSchedules(contract, decided.value.contract, today(context))
    if (body.approve) await saveRecord(tx, contracts, changed, stampOf(context), ['version', 'state', 'amount_fen'])
    await auditRecord(context, {
      countyCode: params.county,
      action: 'projects.decide-change',
      recordKind: 'contract_change',
      recordId: params.id,
      before: proposed,
      after: decided.value.change,
      reason: body.reason,
    })
    if (changed.state === 'terminated') await followContracts(context, changed, 'projects.decide-change')
    return accept({ ...decided.value, contract: changed })
  },
})

export const contractRoutes = [list, read, save, signature, change, decision]
