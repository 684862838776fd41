import { formatYuan } from '@jincun/kernel'
import { fenOf as fenOfParameter, listFor } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { fenOf } from './amounts.ts'
import { checkContractSums, checkPlanDiscipline } from './check-contract-money.ts'
import { checkContractor } from './check-contractor.ts'
import { clausesOf } from './clauses.ts'
import type { ContractGround } from './contract-ground.ts'
import type { Contract, ContractLine } from './contract.ts'
import { gateFinding, judgeAtGate } from './gate.ts'
import type { GatedSpending, GateVerdict } from './gate.ts'
import { judge } from './judge.ts'
import type { NodeKind } from './node-kind.ts'
import type { Project } from './project.ts'
import { numberIn } from './provincial-number.ts'
import { spendingCategory } from './spending-category.ts'

/** A contract line before the gate. */
export const spendingOf = (line: ContractLine, project: Pick<Project, 'name'>): GatedSpending => ({
  lineId: line.id,
  name: line.name,
  category: line.category,
  under: project.name,
  centralFen: fenOf(line.centralFen),
})

export const gateVerdictsOf = (contract: Contract, { project, rulings, pack }: ContractGround): GateVerdict[] =>
  contract.lines.map(line => judgeAtGate(spendingOf(line, project), rulings, pack, contract.year))

const rowOf = ({ id, name }: ContractLine) => ({ kind: 'contract-line', key: id, label: name })

/** 3.2: hardware is practical and thrifty and uses what stands already; asked of every building line. */
function reuse(contract: Contract, { pack }: ContractGround): Finding[] {
  const clause = clausesOf(contract.year).reuse
  const building = contract.lines.filter(line => spendingCategory(pack, contract.year, line.category)?.parent === 'premises')
  const unasked = building.filter(line => line.premises === 'not-building')
  const unreasoned = building.filter(line => line.premises === 'new' && line.premisesReason === '')
  return [
    judge({
      code: 'reuse-of-premises-asked',
      clause,
      ok: unasked.length === 0,
      measured: unasked.length,
      required: 0,
      zh: unasked.length === 0 ? '每条场地类支出都说明了是否利用现有场地。' : `${unasked.length}条场地类支出没有说明是否利用现有场地。`,
      en:
        unasked.length === 0
          ? 'Every building line says whether existing premises are used.'
          : `${unasked.length} building lines do not say whether existing premises are used.`,
      where: 'lines',
      rows: unasked.map(rowOf),
    }),
    judge({
      code: 'new-premises-reasoned',
      clause,
      ok: unreasoned.length === 0,
      measured: unreasoned.length,
      required: 0,
      zh: unreasoned.length === 0 ? '不利用现有场地的都写明了理由。' : `${unreasoned.length}条新建支出没有写明为何不能利用现有场地。`,
      en:
        unreasoned.length === 0
          ? 'New premises are reasoned.'
          : `${unreasoned.length} lines do not say why existing premises cannot be used.`,
      where: 'lines',
      rows: unreasoned.map(rowOf),
    }),
  ]
}

/** What an agreement must ask for, by the kinds of site of the project (6.4d). */
export const requiredData = (pack: PolicyPack, year: number, nodeKinds: readonly NodeKind[]) => {
  const kinds: readonly string[] = nodeKinds.length > 0 ? nodeKinds : ['other']
  return listFor(pack, 'activity-data', year).filter(entry => entry.keywords?.some(kind => kinds.includes(kind)))
}

function dataAgreement(contract: Contract, { pack, nodeKinds }: ContractGround): Finding[] {
  const clause = clausesOf(contract.year).data
  const required = requiredData(pack, contract.year, nodeKinds)
  const agreed = contract.dataAgreement?.items ?? []
  const lacking = required.filter(({ id }) => !agreed.includes(id))
  const there = contract.dataAgreement !== null
  return [
    judge({
      code: 'data-agreement',
      clause,
      ok: there && lacking.length === 0,
      measured: `${required.length - lacking.length}/${required.length}`,
      required: `${required.length}/${required.length}`,
      zh: !there
        ? '合同没有数据协议；受补贴的承办单位须签订协议提供交易和活动信息，否则不能验收。'
        : lacking.length === 0
          ? '数据协议覆盖应报的全部数据。'
          : `数据协议缺：${lacking.map(({ term }) => term.zh).join('、')}。`,
      en: !there
        ? 'The contract has no data agreement; without complete data there is no acceptance.'
        : lacking.length === 0
          ? 'The agreement covers all data to be given.'
          : `The agreement lacks: ${lacking.map(({ term }) => term.en).join(', ')}.`,
      where: 'dataAgreement',
      rows: lacking.map(({ id, term }) => ({ kind: 'activity-data', key: id, label: term.zh })),
    }),
  ]
}

/** 6.3: above the limit the party must be the winner of a lawful procedure of this project, at no more than its bid. */
function lawfulSelection(contract: Contract, { pack, procurement }: ContractGround): Finding[] {
  const works = contract.lines.some(line => spendingCategory(pack, contract.year, line.category)?.parent === 'premises')
  const limit = numberIn(pack, works ? 'procurement-works-from' : 'procurement-goods-services-from', contract)
  const price = fenOf(contract.amountFen)
  const needed = price >= fenOfParameter(limit)
  const won = procurement?.bids.find(bid => bid.id === procurement.award?.bidId)
  const lawful =
    procurement?.projectId === contract.projectId &&
    procurement.state === 'awarded' &&
    won?.bidder.creditCode === contract.party.creditCode &&
    price <= fenOf(won.amountFen)
  return [
    judge({
      code: 'lawful-selection',
      clause: limit.clause,
      ok: procurement ? lawful : !needed,
      measured: procurement ? procurement.number || procurement.title : '—',
      required: needed ? '依法采购的中标结果' : '限额以下',
      zh: procurement
        ? lawful
          ? '合同当事人是本项目采购的中标人，价格不高于中标价。'
          : '合同当事人不是本项目采购的中标人，或合同价高于中标价。'
        : needed
          ? `合同价${formatYuan(price)}元达到采购限额，须先依法采购并按中标结果签订。`
          : '低于采购限额，可以直接签订。',
      en: procurement
        ? lawful
          ? 'The party won the procedure of this project, at no more than its bid.'
          : 'The party did not win the procedure of this project, or the price is above its bid.'
        : needed
          ? 'The price reaches the limit: run a lawful procedure and sign with its winner.'
          : 'Below the limit; it may be signed directly.',
      where: 'procurementId',
    }),
  ]
}

function guarantee(contract: Contract): Finding[] {
  if (contract.advanceBasisPoints === 0) return []
  const ends = contract.guarantee?.expiresOn ?? null
  return [
    judge({
      code: 'guarantee-covers-contract',
      clause: clausesOf(contract.year).selection,
      force: 'should',
      ok: ends !== null && ends >= contract.end,
      measured: ends,
      required: `≥ ${contract.end}`,
      zh:
        ends === null
          ? '有预付款而没有担保，请写明理由。'
          : ends >= contract.end
            ? '担保覆盖合同期。'
            : '担保在合同结束前到期，请写明理由。',
      en: ends === null ? 'There is an advance but no guarantee; record why.' : 'The guarantee is set against the end of the contract.',
      where: 'guarantee',
    }),
  ]
}

/** All findings on a contract that is to be signed. */
export function checkContract(contract: Contract, ground: ContractGround): Finding[] {
  const { contractor, on, pack, project } = ground
  const verdicts = gateVerdictsOf(contract, ground)
  return [
    ...checkPlanDiscipline(contract, ground),
    ...contract.lines.map((line, index) =>
      gateFinding(
        spendingOf(line, project),
        verdicts[index] ?? judgeAtGate(spendingOf(line, project), [], pack, contract.year),
        pack,
        contract.year,
        `lines[${index}].name`,
      ),
    ),
    ...checkContractSums(contract, ground),
    ...reuse(contract, ground),
    ...dataAgreement(contract, ground),
    ...lawfulSelection(contract, ground),
    ...checkContractor(contractor, contract.year, { from: on, until: contract.end }),
    ...guarantee(contract),
  ]
}
