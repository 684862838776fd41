import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { PolicyPack } from '@jincun/policy'
import { addMoney, forecastEnd, lightsOf, noMoney, plannedPercent, Project, totalFen, worstLight } from '../index.ts'
import type {
  Contract,
  Contractor,
  Light,
  LightTone,
  MoneyBySource,
  PlanLine,
  PlanVersion,
  ProgressReport,
  ProjectStage,
  SignPhoto,
  Site,
} from '../index.ts'
import { planInForce } from './front-door.ts'
import { contractors, contracts, progressReports, signPhotos, sites } from './kinds.ts'
import { listRecords } from './records.ts'

export type Registered = { project: Project; stage: ProjectStage }

/** Projects with their stage, as the register has them. */
export async function registered(tx: Transaction, countyCode: string, year: number | null, id?: string): Promise<Registered[]> {
  const rows = await tx.rows<{
    content: unknown
    stage: ProjectStage
  }>(sql`select content, stage from project where county_code = ${countyCode}
    ${year === null ? sql`` : sql`and year = ${year}`} ${id ? sql`and id = ${id}` : sql``} order by content->>'start', id`)
  return rows.map(({ content, stage }) => ({ project: Project.parse(content), stage }))
}

/** All of one county and year that the register is made of, in a constant number of queries. */
export type RegisterData = {
  plan: PlanVersion | null
  projects: Registered[]
  contracts: Contract[]
  contractors: Contractor[]
  progress: ProgressReport[]
  sites: Site[]
  signs: SignPhoto[]
}

export async function loadRegister(tx: Transaction, countyCode: string, year: number): Promise<RegisterData> {
  const here = sql`county_code = ${countyCode}`
  return {
    plan: await planInForce(tx, countyCode, year),
    projects: await registered(tx, countyCode, year),
    contracts: (await listRecords(tx, contracts, here)).filter(contract => contract.year === year),
    contractors: await listRecords(tx, contractors, here),
    progress: await listRecords(tx, progressReports, here, sql`as_of, recorded_at, id`),
    sites: await listRecords(tx, sites, here),
    signs: await listRecords(tx, signPhotos, here),
  }
}

export type RegisterEntry = {
  project: Project
  stage: ProjectStage
  lines: PlanLine[]
  money: MoneyBySource
  totalFen: bigint
  contracted: bigint
  contractorNames: string[]
  percent: number | null
  reportedAsOf: string | null
  plannedPercent: number
  forecastEnd: string | null
  light: LightTone
  lights: Light[]
  sites: number
  signed: number
}

/** One line of the register: money from the plan, contractor from the contracts, progress from the reports. */
export function entryOf(data: RegisterData, { project, stage }: Registered, policy: PolicyPack, today: string): RegisterEntry {
  const lines = (data.plan?.lines ?? []).filter(line => project.planLineIds.includes(line.id))
  const own = data.contracts.filter(
    contract => contract.projectId === project.id && contract.state !== 'draft' && contract.state !== 'referred',
  )
  const progress = data.progress.filter(report => report.projectId === project.id)
  const last = progress.at(-1) ?? null
  const lights = lightsOf({ project, stage, progress, contracts: own }, policy, today)
  const money = lines.length > 0 ? addMoney(lines.map(line => line.money)) : noMoney
  const ownSites = data.sites.filter(site => site.projectId === project.id)
  return {
    project,
    stage,
    lines,
    money,
    totalFen: totalFen(money),
    contracted: own.filter(({ state }) => state !== 'terminated').reduce((sum, contract) => sum + BigInt(contract.amountFen), 0n),
    contractorNames: [...new Set(own.map(contract => contract.party.name))],
    percent: last?.percent ?? null,
    reportedAsOf: last?.asOf ?? null,
    plannedPercent: plannedPercent(project, today),
    forecastEnd: forecastEnd(project, last),
    light: worstLight(lights),
    lights,
    sites: ownSites.length,
    signed: ownSites.filter(site => data.signs.some(sign => sign.siteId === site.id)).length,
  }
}

/** Moves a project's stage; only ever by a record of this slice or by acceptance. */
export const setStage = (tx: Transaction, { countyCode, id }: Pick<Project, 'countyCode' | 'id'>, stage: ProjectStage): Promise<number> =>
  tx.run(sql`update project set stage = ${stage} where county_code = ${countyCode} and id = ${id}`)

/** The forms' money columns, for the Excel of the register. */
export const registerColumns = [
  '项目建设名称',
  '支持方向',
  '支持方式',
  '责任人',
  '计划开始',
  '计划完成',
  '承办单位',
  '决策单位',
  '决策文件',
  '信息公开网址',
  '阶段',
  '实际进度%',
  '计划进度%',
  '预警',
] as const
