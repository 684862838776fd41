import { centralShareFinding } from './central-share.ts'
import { finding } from './check.ts'
import type { Check } from './check.ts'
import { isCentrallyFunded, linesOf } from './plan-totals.ts'

/**
 * 2017 四（二）: 公共服务中心…资金使用比例原则上不得高于15%. The bound is on the centre, not on the stations that share its support area, so lines of
 * that area must say which of the two they are for.
 */
export const checkServiceCentreShare: Check = context => {
  const unsaid = linesOf(context.content.plan).filter(
    ({ project, line }) => project.supportArea === 'service-centre-and-stations' && line.facility === null && isCentrallyFunded(line),
  )
  if (unsaid.length > 0) {
    return unsaid.map(({ line, where }) => {
      const message = {
        zh: `“${line.name}”没有说明用于公共服务中心还是站点。`,
        en: `“${line.name}” does not say whether it is for the service centre or for stations.`,
      }
      return finding(context, { status: 'unknown', measured: null, required: '已说明用途', message, where: `${where}.facility` })
    })
  }
  return [
    centralShareFinding(context, {
      role: 'maximum',
      name: { zh: '县级公共服务中心', en: 'the county service centre' },
      belongs: ({ line }) => line.facility === 'service-centre',
    }),
  ]
}
