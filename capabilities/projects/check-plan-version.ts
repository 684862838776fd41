import { formatWanYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import { listFor, standardFor } from '@jincun/policy'
import type { Finding, PolicyPack, RowRef } from '@jincun/policy'
import { fenOf, sumFen } from './amounts.ts'
import type { PlanLine, PlanVersion } from './approved-plan.ts'
import { clausesOf } from './clauses.ts'
import { gateFinding, judgeAtGate } from './gate.ts'
import type { GatedSpending } from './gate.ts'
import type { GateRuling } from './gate-ruling.ts'
import { judge } from './judge.ts'
import { provinceOf } from './provincial-number.ts'

/** What of a version the rules look at. */
export type JudgedPlan = Pick<PlanVersion, 'countyCode' | 'year' | 'lines'>

/** What a proposed version is measured against. */
export type PlanGround = {
  pack: PolicyPack
  /** The version in force; null for the first. */
  standing: PlanVersion | null
  /** Central money already bound by signed contracts, by plan line. */
  committed: ReadonlyMap<string, Fen>
  rulings: readonly GateRuling[]
}

const row = ({ id, name }: PlanLine): RowRef => ({ kind: 'plan-line', key: id, label: name })
const centralOf = (lines: readonly PlanLine[]): Fen => sumFen(lines, line => line.money.centralFen)

/** A plan line before the gate. */
export const plannedSpending = (line: PlanLine): GatedSpending => ({
  lineId: line.id,
  name: line.name,
  category: line.category,
  under: line.projectName,
  centralFen: fenOf(line.money.centralFen),
})

/** The negative list at the door "plan line" (3.6). A plan entered before kinds of spending were confirmed is judged by its words. */
function negativeList(plan: JudgedPlan, { pack, rulings }: PlanGround): Finding[] {
  return plan.lines.flatMap((line, index) => {
    const spending = plannedSpending(line)
    const verdict = judgeAtGate(spending, rulings, pack, plan.year)
    return verdict.verdict === 'passes' ? [] : [gateFinding(spending, verdict, pack, plan.year, `lines[${index}].name`)]
  })
}

function centralTotal(plan: JudgedPlan, { standing }: PlanGround): Finding[] {
  if (!standing) return []
  const [now, before] = [centralOf(plan.lines), centralOf(standing.lines)]
  return [
    judge({
      code: 'central-total-not-raised',
      clause: clausesOf(plan.year).register,
      ok: now <= before,
      measured: formatWanYuan(now),
      required: `≤ ${formatWanYuan(before)}`,
      zh:
        now <= before
          ? '中央资金总额没有增加。'
          : `中央资金总额${formatWanYuan(now)}万元超过已批准的${formatWanYuan(before)}万元，变更不能增加中央资金。`,
      en: now <= before ? 'The central money does not grow.' : 'A change of the plan cannot raise the central money; lower some line.',
    }),
  ]
}

/** What is under contract cannot be planned away. */
function committedKept(plan: JudgedPlan, { committed }: PlanGround): Finding[] {
  const clause = clausesOf(plan.year).register
  return [...committed].flatMap(([lineId, bound]) => {
    const line = plan.lines.find(each => each.id === lineId)
    const planned = line ? fenOf(line.money.centralFen) : 0n
    if (planned >= bound) return []
    return [
      judge({
        code: 'committed-money-kept',
        clause,
        ok: false,
        measured: formatWanYuan(planned),
        required: `≥ ${formatWanYuan(bound)}`,
        zh: `“${line?.name ?? lineId}”已签合同${formatWanYuan(bound)}万元，变更后只有${formatWanYuan(planned)}万元。`,
        en: `Contracts of ${formatWanYuan(bound)} 万元 stand on this line, but the change leaves ${formatWanYuan(planned)}.`,
        rows: [{ kind: 'plan-line', key: lineId, label: line?.name ?? lineId }],
      }),
    ]
  })
}

function knownAreasAndModes(plan: JudgedPlan, { pack }: PlanGround): Finding[] {
  const { modes } = clausesOf(plan.year)
  const areas = listFor(pack, 'support-areas', plan.year).map(({ id }) => id)
  const ways = listFor(pack, 'support-modes', plan.year).map(({ id }) => id)
  const strange = plan.lines.filter(line => !areas.includes(line.supportArea))
  const other = plan.lines.filter(line => !ways.includes(line.supportMode))
  return [
    judge({
      code: 'support-area-known',
      clause: modes,
      ok: strange.length === 0,
      measured: strange.length,
      required: 0,
      zh: strange.length === 0 ? '各行都在支持方向内。' : `${strange.length}行不属于当年的支持方向。`,
      en: strange.length === 0 ? 'Every line is within the support areas.' : `${strange.length} lines are outside the support areas.`,
      rows: strange.map(row),
    }),
    judge({
      code: 'support-mode-preferred',
      clause: modes,
      force: 'should',
      ok: other.length === 0,
      measured: other.length,
      required: 0,
      zh: other.length === 0 ? '各行都用通知列出的支持方式。' : `${other.length}行不是通知列出的支持方式，请写明理由。`,
      en: other.length === 0 ? 'Every line uses a preferred mode.' : `${other.length} lines use another mode; record why.`,
      rows: other.map(row),
    }),
  ]
}

/** Shares of the plan's central money that the province limits (6.2). No standard on file is unknown, not "no limit". */
function facilityShares(plan: JudgedPlan, { pack }: PlanGround): Finding[] {
  const standard = standardFor(pack, provinceOf(plan.countyCode), plan.year)
  if (!standard)
    return [
      judge({
        code: 'provincial-standard-on-file',
        clause: clausesOf(plan.year).register,
        ok: null,
        required: '省级奖补标准',
        zh: '系统中没有本省当年的奖补标准，无法核对上限，不能批准；请先把标准录入系统。',
        en: 'The standard of the province for this year is not on file, so its caps cannot be checked; put the standard on file first.',
      }),
    ]
  const whole = centralOf(plan.lines)
  return standard.facilityShares.map(({ id, facility, maximumPercent }) => {
    const part = centralOf(plan.lines.filter(line => line.facility === facility))
    const ok = part * 100n <= whole * BigInt(maximumPercent)
    return judge({
      code: id,
      clause: standard.clause,
      ok,
      measured: `${formatWanYuan(part)} / ${formatWanYuan(whole)}`,
      required: `≤ ${maximumPercent}%`,
      zh: `中央资金占比${ok ? '不超过' : '超过'}${maximumPercent}%（${standard.title.zh}）。`,
      en: `The share is ${ok ? 'within' : 'above'} ${maximumPercent}% (${standard.title.en}).`,
      rows: plan.lines.filter(line => line.facility === facility).map(row),
    })
  })
}

/** All findings on a version of a county's plan before it may be spent on. */
export const checkPlanVersion = (plan: JudgedPlan, ground: PlanGround): Finding[] => [
  ...centralTotal(plan, ground),
  ...committedKept(plan, ground),
  ...knownAreasAndModes(plan, ground),
  ...facilityShares(plan, ground),
  ...negativeList(plan, ground),
]
