import type { PolicyPack } from '@jincun/policy'
import { workPlanFor } from '@jincun/policy'
import { fenFromWanYuanText } from '@jincun/kernel'
import { z } from 'zod'
import type { BudgetLine, Goal, PlanProject, WorkPlan } from './work-plan.ts'

/** 万元 as text in a case file, 分 as text in the plan. */
const fen = (wan: string): string => {
  const amount = fenFromWanYuanText(wan)
  if (amount === null) throw new Error(`Not an amount in 万元: ${wan}`)
  return amount.toString()
}

export const DemoLine = z.strictObject({
  name: z.string(),
  category: z.string().default(''),
  centralWan: z.string(),
  localWan: z.string().default('0'),
  enterpriseWan: z.string().default('0'),
  hardware: z.boolean().default(false),
  reuses: z.boolean().nullable().default(null),
  facility: z.enum(['service-centre', 'service-station', 'distribution-centre', 'none']).default('none'),
})
export type DemoLine = z.infer<typeof DemoLine>

export const DemoProject = z.strictObject({ name: z.string(), area: z.string(), mode: z.string(), lines: z.array(DemoLine) })
export type DemoProject = z.infer<typeof DemoProject>

/** A line of a plan from a line of a case file. */
export const lineFrom = (line: z.input<typeof DemoLine>, id: string): BudgetLine => {
  const { name, category, centralWan, localWan, enterpriseWan, hardware, reuses, facility } = DemoLine.parse(line)
  return {
    id,
    name,
    category,
    facility,
    centralFen: fen(centralWan),
    localFen: fen(localWan),
    enterpriseFen: fen(enterpriseWan),
    hardware,
    reusesExistingPremises: hardware ? reuses : null,
  }
}

export const projectFrom = ({ name, area, mode, lines }: DemoProject, id: string, year: number): PlanProject => ({
  id,
  name,
  content: `（演示）${name}的建设内容、规模和运营方式。`,
  supportArea: area,
  supportMode: mode,
  lines: lines.map((line, index) => lineFrom(line, `${id}-line-${index + 1}`)),
  start: `${year}-07-01`,
  end: `${year + 1}-06-30`,
  milestones: [{ id: `${id}-contract`, name: '确定承办单位', due: `${year}-09-30` }],
  responsiblePerson: { name: '（演示）项目负责人', post: '商务局副局长' },
  acceptanceMethod: '（演示）县自验、市复核、省抽查；数据不完整的不验收。',
})

/** The areas and modes of the usual plan in a year's own terms. */
const termsOf = (year: number) =>
  year === 2017 ? { delivery: 'produce-to-city', service: 'reward-in-lieu' } : { delivery: 'joint-delivery', service: 'service-purchase' }

/** A usual plan: delivery, produce and training, premises reused, no line near the negative list. */
export const usualProjects = (centralWan: number, year: number): DemoProject[] => {
  const { delivery, service } = termsOf(year)
  const wan = (perMille: number): string => ((centralWan * perMille) / 1000).toFixed(2)
  const line = (wish: z.input<typeof DemoLine>) => DemoLine.parse(wish)
  return [
    {
      name: '县乡村三级共同配送改造',
      area: delivery,
      mode: 'reward-in-lieu',
      lines: [
        line({
          name: '县级仓储物流配送中心分拣设备',
          centralWan: wan(260),
          enterpriseWan: wan(200),
          hardware: true,
          reuses: true,
          facility: 'distribution-centre',
        }),
        line({ name: '快递共同配送线路补助', centralWan: wan(180), enterpriseWan: wan(120) }),
      ],
    },
    {
      name: '农产品进城公共服务提升',
      area: 'produce-to-city',
      mode: service,
      lines: [
        line({ name: '农产品品控检测服务', centralWan: wan(200), localWan: wan(40) }),
        line({ name: '区域公用品牌设计与推广', centralWan: wan(140), enterpriseWan: wan(60) }),
        line({ name: '乡村服务站点设备更新', centralWan: wan(70), hardware: true, reuses: true, facility: 'service-station' }),
      ],
    },
    {
      name: '农村电商技能培训',
      area: 'training',
      mode: service,
      lines: [
        line({ name: '返乡农民工和贫困户电商技能培训', centralWan: wan(100) }),
        line({ name: '培训后续跟踪服务', centralWan: wan(50) }),
      ],
    },
  ]
}

export const goal = (
  id: string,
  kind: Goal['kind'],
  indicator: string,
  unit: string,
  baseline: string,
  target: string,
  year: number,
): Goal => ({
  id,
  kind,
  indicator,
  unit,
  baseline,
  baselineDate: `${year - 1}-12-31`,
  target,
  targetDate: `${year}-12-31`,
  scope: '（演示）全县口径，演示数据',
})

export const usualGoals = (year: number, ruralGrowth: string, produceGrowth: string): Goal[] => [
  goal('rural-growth', 'rural-online-retail-growth', '农村网络零售额增速', '%', '15.0', ruralGrowth, year),
  goal('produce-growth', 'produce-online-retail-growth', '农产品网络零售额增速', '%', '18.0', produceGrowth, year),
  goal('training', 'training-attendances', '电商培训人次', '人次', '0', '3000', year),
  goal('coverage', 'station-coverage', '行政村站点覆盖率', '%', '35', '60', year),
  goal('coverage-poor', 'station-coverage-poor-villages', '建档立卡贫困村站点覆盖率', '%', '40', '70', year),
]

/** A text long enough for its section, openly a demonstration. */
const demoText = (title: string, county: string, least: number): string => {
  const sentence = `（演示文本，不是${county}的真实材料）${title}：说明本县在县乡村物流、农产品进城、工业品下乡和人才培训方面的现状、短板与做法，写明负责部门、时间和衡量办法。`
  return sentence.repeat(Math.max(1, Math.ceil((least + 10) / sentence.length)))
}

export function demoPlan(
  pack: PolicyPack,
  year: number,
  county: string,
  projects: readonly DemoProject[],
  goals: readonly Goal[],
): WorkPlan {
  const texts = workPlanFor(pack, year, 'county').sections.filter(section => section.kind === 'text')
  return {
    sections: Object.fromEntries(texts.map(({ id, title, minimumCharacters }) => [id, demoText(title.zh, county, minimumCharacters)])),
    goals: [...goals],
    projects: projects.map((project, index) => projectFrom(project, `project-${index + 1}`, year)),
    commitments: { data: true, disclosure: true, sign: true, truthfulness: true },
  }
}
