import { centralShareFinding } from './central-share.ts'
import type { Check } from './check.ts'

/** 2017 四（一）: 中央财政资金支持农村产品上行的比例原则上不低于50%. Counted by the support area of the project. */
export const checkProduceToCityShare: Check = context => [
  centralShareFinding(context, {
    role: 'minimum',
    name: { zh: '农村产品上行', en: 'produce to the city' },
    belongs: ({ project }) => project.supportArea === 'produce-to-city',
  }),
]
