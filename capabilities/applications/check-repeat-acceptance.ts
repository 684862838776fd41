import { appliesAgain } from './check.ts'
import type { Check } from './check.ts'
import { declaredShareFinding } from './declared-share.ts'

/** 2020 四: 项目验收基本完成. The notice gives no number; which share of the projects counts as "basically complete" is policy data. */
export const checkRepeatAcceptance: Check = context => {
  if (!appliesAgain(context)) return []
  const declared = context.content.declarations
  const known = declared && declared.acceptedProjects !== null && declared.totalProjects !== null
  return [
    declaredShareFinding(context, {
      numbers: known ? { part: BigInt(declared.acceptedProjects ?? 0), whole: BigInt(declared.totalProjects ?? 0) } : null,
      evidence: declared?.acceptanceEvidence ?? [],
      where: 'declarations.acceptedProjects',
      title: { zh: '项目验收比例', en: 'The share of accepted projects' },
      part: { zh: '已验收项目数', en: 'the number of accepted projects' },
      whole: { zh: '项目总数', en: 'the number of projects' },
    }),
  ]
}
