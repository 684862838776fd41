import { fenFromWanYuanText } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { derivedId } from '@jincun/proof'
import { z } from 'zod'
import { ApplicationState, ApplicationType, emptyDeclarations } from './application.ts'
import type { ApplicationContent, RepeatDeclarations, Statement } from './application.ts'
import { DemoLine, demoPlan, usualGoals, usualProjects } from './demo-plan.ts'

/** An id that is the same for the same thing in every run. */
export const idFrom = (key: string): string => derivedId(`jincun application ${key}`)

/** The file every demonstration application shows as its evidence. */
export const evidenceId = (countyCode: string): string => idFrom(`${countyCode} evidence`)

/** One line of cases/demo-applications.yaml: what is peculiar to an application; everything else is usual. */
export const DemoCase = z.strictObject({
  county: z.string(),
  name: z.string(),
  year: z.number().default(2020),
  type: ApplicationType,
  state: ApplicationState,
  centralWan: z.number(),
  ruralGrowth: z.string().default('25'),
  produceGrowth: z.string().default('32'),
  repeat: z
    .strictObject({ receivedWan: z.string(), disbursedWan: z.string(), accepted: z.number(), total: z.number() })
    .nullable()
    .default(null),
  /** Lines added to the first project. */
  lines: z.array(DemoLine).default([]),
  /** Reasons for unmet shoulds, by finding code. */
  reasons: z.record(z.string(), z.string()).default({}),
  /** Leaves the first goal without its target, as an unfinished draft has it. */
  unfinished: z.boolean().default(false),
  why: z.string(),
  /** Codes that stop a submission, as the rules must find them. */
  stops: z.array(z.string()).default([]),
})
export type DemoCase = z.infer<typeof DemoCase>

function declarationsFrom({ repeat, county }: DemoCase): RepeatDeclarations | null {
  if (!repeat) return null
  const evidence = [evidenceId(county)]
  return {
    ...emptyDeclarations(),
    asOf: '2020-04-30',
    receivedFen: String(fenFromWanYuanText(repeat.receivedWan)),
    disbursedFen: String(fenFromWanYuanText(repeat.disbursedWan)),
    disbursementEvidence: evidence,
    acceptedProjects: repeat.accepted,
    totalProjects: repeat.total,
    acceptanceEvidence: evidence,
    results: { text: '（演示）前期示范工作成效说明。', evidence },
  }
}

/** What the authors of a demonstration application wrote. */
export function contentFrom(demo: DemoCase, pack: PolicyPack): ApplicationContent {
  const { county, name, year, type, centralWan, lines, ruralGrowth, produceGrowth, reasons, unfinished } = demo
  const said = (text: string): Statement => ({ text: `（演示）${text}`, evidence: [evidenceId(county)] })
  const projects = usualProjects(centralWan, year).map((project, index) =>
    index === 0 ? { ...project, lines: [...project.lines, ...lines] } : project,
  )
  const goals = usualGoals(year, ruralGrowth, produceGrowth).map((each, index) =>
    unfinished && index === 0 ? { ...each, target: null } : each,
  )
  return {
    type,
    operationBase: { operation: said('市场化运营情况说明。'), industry: said('特色产业情况说明。'), talent: said('电商人才情况说明。') },
    declarations: declarationsFrom(demo),
    plan: demoPlan(pack, year, name, projects, goals),
    reasons,
  }
}
