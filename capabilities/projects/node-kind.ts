import type { Bilingual } from '@jincun/policy'
import { z } from 'zod'

/** What a supported site is: caps, uniqueness and acceptance checklists are written per kind of node (6.2). */
export const NodeKind = z.enum([
  'county-service-centre',
  'distribution-centre',
  'township-station',
  'village-station',
  'delivery-route',
  'training',
  'other',
])
export type NodeKind = z.infer<typeof NodeKind>

export const nodeKindLabels: Record<NodeKind, Bilingual> = {
  'county-service-centre': { zh: '县级电商公共服务中心', en: 'County service centre' },
  'distribution-centre': { zh: '县级仓储物流配送中心', en: 'County distribution centre' },
  'township-station': { zh: '乡镇服务站（配送中心）', en: 'Township station' },
  'village-station': { zh: '村级服务站点', en: 'Village station' },
  'delivery-route': { zh: '配送线路', en: 'Delivery route' },
  training: { zh: '培训', en: 'Training' },
  other: { zh: '其他建设内容', en: 'Other work' },
}
