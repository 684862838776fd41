import type { Bilingual } from '@jincun/policy'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, FenText, ItemId, Line, Named, Prose } from './amounts.ts'
import { NodeKind } from './node-kind.ts'

/** Who answers for it: name, post, office telephone (6.2; the ministry's form asks for both). */
export const Responsible = z.strictObject({ name: Named(50), post: Line(100), phone: Line(30) })
export type Responsible = z.infer<typeof Responsible>

/** A step with the day it is due. */
export const ScheduleStep = z.strictObject({ id: ItemId, name: Named(200), due: DayText })
export type ScheduleStep = z.infer<typeof ScheduleStep>

/**
 * 项目台账 (6.2): what the ministry's project forms ask, once. Money by source follows from the plan lines, contractor and contract from the
 * contracts, progress from the reports; nothing is typed twice. The fields below that only one of the forms has are null elsewhere.
 */
export const Project = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  year: z.number().int(),
  version: z.number().int().min(1),
  /** 项目建设名称. */
  name: Named(200),
  planLineIds: z.array(ItemId).min(1).max(200),
  /** 中央财政资金支持建设内容. */
  content: Prose(5_000),
  supportArea: z.string().min(1).max(60),
  supportMode: z.string().min(1).max(60),
  responsible: Responsible,
  start: DayText,
  end: DayText,
  schedule: z.array(ScheduleStep).max(50),
  /** 详细地址, 主要功能, 服务站ID, 设施配置. */
  address: Line(200),
  functions: Line(200),
  stationId: Line(64),
  facilities: Line(500),
  /** 是否与县级物流配送中心共享场地和站点; 是否承担乡镇（村）级物流服务点功能. */
  sharesDistributionSite: z.boolean().nullable(),
  servesLogisticsPoint: z.boolean().nullable(),
  /** 政府决策单位或领导人, 决策文件, 信息公开网址. */
  decisionBody: Line(100),
  decisionDocument: Line(200),
  decisionFileId: z.uuid().nullable(),
  disclosureUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
})
export type Project = z.infer<typeof Project>

/** Where a project stands; each stage follows from records, and acceptance is written by the acceptance slice only. */
export const ProjectStage = z.enum(['planned', 'procuring', 'contracted', 'under-way', 'completed', 'accepted', 'stopped'])
export type ProjectStage = z.infer<typeof ProjectStage>

export const projectStageLabels: Record<ProjectStage, Bilingual> = {
  planned: { zh: '已列入计划', en: 'Planned' },
  procuring: { zh: '采购中', en: 'Procuring' },
  contracted: { zh: '已签合同', en: 'Contracted' },
  'under-way': { zh: '建设中', en: 'Under way' },
  completed: { zh: '建设完成待验收', en: 'Completed, to be accepted' },
  accepted: { zh: '已验收', en: 'Accepted' },
  stopped: { zh: '已终止', en: 'Stopped' },
}

/**
 * A supported place of a project: a centre, a station, a route. Caps, uniqueness, signs, checklists and later checks are per site.
 * Coordinates are WGS84 degrees as decimal text; null when nobody has been there.
 */
export const Site = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  projectId: z.uuid(),
  version: z.number().int().min(1),
  kind: NodeKind,
  name: Named(100),
  /** 9-digit township or 12-digit village code where the site serves one; '' for county-wide sites. */
  placeCode: z.string().regex(/^(\d{9}|\d{12})?$/, '应为9位乡镇或12位村代码 / a township code of 9 or a village code of 12 digits'),
  /** Name of the delivery route; only for routes. */
  route: Line(100),
  address: Line(200),
  longitude: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,7})?$/)
    .nullable(),
  latitude: z
    .string()
    .regex(/^-?\d{1,2}(\.\d{1,7})?$/)
    .nullable(),
  areaSquareMetres: z.number().int().min(0).max(1_000_000).nullable(),
  /** Both decide which area a village station needs (Hebei 2017). */
  residents: z.number().int().min(0).nullable(),
  poorVillage: z.boolean().nullable(),
  /** Central money for this site and all investment in it. */
  centralFen: FenText,
  investmentFen: FenText,
  /** New, rebuilt, or fitted out in premises that are there already (3.2). */
  premises: z.enum(['new', 'rebuilt', 'existing', 'none']),
})
export type Site = z.infer<typeof Site>
