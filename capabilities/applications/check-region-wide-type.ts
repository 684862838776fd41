import { idsOf } from '@jincun/policy'
import { countyRow, coversPlace, finding, numberIn } from './check.ts'
import type { Check } from './check.ts'

/** 2020 四: 继续支持西藏自治区以整区推进形式开展工作. Counties there take part in the roll-out; elsewhere the type does not exist. */
export const checkRegionWideType: Check = context => {
  const { standing, content } = context
  const inRegion = coversPlace(idsOf(numberIn(context, 'provinces')), standing.countyCode)
  const isRegionWide = content.type === 'regionWide'
  if (!inRegion && !isRegionWide) return []
  const right = inRegion === isRegionWide
  const message = inRegion
    ? {
        zh: `${standing.name}所在自治区以整区推进形式开展工作，${right ? '类型正确' : '申报类型应为“整区推进”'}。`,
        en: `${standing.name} lies in a region supported as a whole: ${right ? 'the type is right' : 'apply as region-wide roll-out'}.`,
      }
    : {
        zh: `“整区推进”只适用于通知点名的自治区，${standing.name}不在其中，请改选申报类型。`,
        en: `Region-wide roll-out is only for the regions the notice names; ${standing.name} is not in one. Choose another type.`,
      }
  const status = right ? 'met' : 'unmet'
  const required = inRegion ? '整区推进' : '首次或二次申报'
  return [finding(context, { status, measured: content.type, required, message, where: 'type', rows: [countyRow(context)] })]
}
