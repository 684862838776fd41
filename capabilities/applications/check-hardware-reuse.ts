import { finding } from './check.ts'
import type { Check } from './check.ts'
import { isCentrallyFunded, linesOf } from './plan-totals.ts'

/**
 * 2020 三（二）, 2017 四（四）: 硬件…充分利用现有园区厂房、设施设备. Every centrally funded hardware line says whether it reuses what is there; new
 * building is unmet, which the year's rule book makes a matter of reason (2020) or a stop (2017).
 */
export const checkHardwareReuse: Check = context => {
  const hardware = linesOf(context.content.plan).filter(({ line }) => line.hardware === true && isCentrallyFunded(line))
  const open = hardware.filter(({ line }) => line.reusesExistingPremises !== true)
  const required = '利用现有场地设备'
  if (open.length === 0) {
    const message = {
      zh: `${hardware.length} 项中央资金硬件支出都利用现有场地设备。`,
      en: `All ${hardware.length} centrally funded hardware lines reuse premises or equipment.`,
    }
    return [
      finding(context, { status: 'met', measured: `${hardware.length}/${hardware.length}`, required, message, where: 'plan.projects' }),
    ]
  }
  return open.map(({ line, where }) => {
    const said = line.reusesExistingPremises === false
    const message = said
      ? { zh: `“${line.name}”不利用现有场地设备。`, en: `“${line.name}” does not reuse premises or equipment that are there.` }
      : { zh: `“${line.name}”没有说明是否利用现有场地设备。`, en: `“${line.name}” does not say whether it reuses premises or equipment.` }
    const rows = [{ kind: 'budget-line', key: line.id, label: line.name }]
    return finding(context, {
      status: said ? 'unmet' : 'unknown',
      measured: said ? '新建新购' : null,
      required,
      message,
      where: `${where}.reusesExistingPremises`,
      rows,
    })
  })
}
