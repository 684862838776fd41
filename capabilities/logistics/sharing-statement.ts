import { namesOf } from '@jincun/routing/sharing'
import type { Coalition, RuleShares, SharingReport } from '@jincun/routing/sharing'

const ruleNames: Record<string, { zh: string; en: string }> = {
  shapley: { zh: '沙普利值', en: 'Shapley value' },
  nucleolus: { zh: '核仁', en: 'nucleolus' },
  'equal-profit': { zh: '等比例节约法', en: 'equal profit method' },
  alone: { zh: '按单独成本比例', en: 'proportional to the cost alone' },
}
const nameOf = (rule: string): { zh: string; en: string } => ruleNames[rule] ?? { zh: `按${rule}比例`, en: `proportional to ${rule}` }

/** Money as the file counts it, without the noise of binary fractions. */
const money = (units: number, unit: number): number => Math.round(units * unit * 1e6) / 1e6
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100)

export type Statement = ReturnType<typeof sharingStatement>

function ruleStatement(report: SharingReport, { rule, amounts, savings, halfWidths, stability }: RuleShares, unit: number) {
  const { partners, alone } = report
  const by = <T>(value: (index: number) => T): Record<string, T> =>
    Object.fromEntries(partners.map((partner, index) => [partner, value(index)]))
  return {
    rule,
    name: nameOf(rule),
    amounts: by(index => money(amounts[index] ?? 0, unit)),
    savings: by(index => money(savings[index] ?? 0, unit)),
    savingPercent: by(index => percent(savings[index] ?? 0, alone[index] ?? 0)),
    ...(halfWidths ? { confidence95: by(index => money(halfWidths[index] ?? 0, unit)) } : {}),
    individuallyRational: stability.individuallyRational,
    inCore: stability.inCore,
    leaving: stability.leaving.slice(0, 10).map(({ coalition, pays, alone: byItself, gain }) => ({
      coalition: namesOf(report, coalition),
      pays: money(pays, unit),
      alone: money(byItself, unit),
      gain: money(gain, unit),
    })),
  }
}

/** The report in the file's money, with names: every rule, what each saves, who would leave and why. */
export function sharingStatement(report: SharingReport, unit: number) {
  const label = (coalition: Coalition): string => namesOf(report, coalition).join('+')
  return {
    partners: report.partners,
    unit,
    total: money(report.total, unit),
    alone: Object.fromEntries(report.partners.map((partner, index) => [partner, money(report.alone[index] ?? 0, unit)])),
    saving: money(report.saving, unit),
    savingPercent: percent(report.saving, report.saving + report.total),
    complete: report.game.complete,
    coreIsEmpty: report.coreDeficit > 0,
    coreDeficit: money(report.coreDeficit, unit),
    repairs: report.repairs.map(({ coalition, from, to, why, by }) => ({
      coalition: label(coalition),
      from: money(from, unit),
      to: money(to, unit),
      why,
      by: by.map(label),
    })),
    rules: report.rules.map(rule => ruleStatement(report, rule, unit)),
    costs: Object.fromEntries(
      [...report.game.costs].sort(([one], [other]) => one - other).map(([coalition, cost]) => [label(coalition), money(cost, unit)]),
    ),
  }
}

/** The same as a table to read. */
export function statementText(statement: Statement): string {
  const { partners, rules } = statement
  const head = `${'rule'.padEnd(16)}${partners.map(partner => partner.padStart(14)).join('')}   core`
  const lines = rules.map(({ rule, amounts, savingPercent, inCore, leaving }) => {
    const cells = partners.map(partner => `${amounts[partner]} (${savingPercent[partner]}%)`.padStart(14)).join(' ')
    const [first] = leaving
    const gain = first ? `; ${first.coalition.join('+')} would gain ${first.gain}` : ''
    return `${rule.padEnd(16)}${cells}   ${inCore ? 'yes' : `no${gain}`}`
  })
  const repaired =
    statement.repairs.length > 0 ? `\n${statement.repairs.length} coalition costs were lowered to what other plans prove` : ''
  const empty = statement.coreIsEmpty ? `\nthe core is empty; ${statement.coreDeficit} from outside would fill it` : ''
  return [
    `together ${statement.total}, alone ${partners.map(partner => `${partner} ${statement.alone[partner]}`).join(', ')}`,
    `saving ${statement.saving} (${statement.savingPercent}%)${repaired}${empty}`,
    '',
    head,
    ...lines,
  ].join('\n')
}
