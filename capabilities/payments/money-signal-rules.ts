import { listFor, PolicyGap } from '@jincun/policy'
import type { Bilingual, ClauseRef, PolicyPack } from '@jincun/policy'

/** A rule on money of a year: what it is called, the clause it serves, and the parameters it compares with. The year is its version. */
export type MoneySignalRule = { code: string; title: Bilingual; clause: ClauseRef; year: number; numbers: readonly string[] }

/** The rules of a year as policy/lists/money-signals.yaml has them; throws a PolicyGap that names the file for a year nobody wrote. */
export const moneySignalRules = (pack: PolicyPack, year: number): MoneySignalRule[] =>
  listFor(pack, 'money-signals', year).map(({ id, term, clause, keywords }) => ({
    code: id,
    title: term,
    clause,
    year,
    numbers: keywords ?? [],
  }))

/** Whether a rule is in force in a year: one that the year's notice gives no ground for is not asked. */
export const moneyRuleInForce = (pack: PolicyPack, year: number, code: string): boolean =>
  moneySignalRules(pack, year).some(rule => rule.code === code)

/** The file to fill when a year has no rules on money; nothing when it has. An answer that judged nothing says so. */
export function missingMoneyRules(pack: PolicyPack, year: number): string[] {
  try {
    moneySignalRules(pack, year)
    return []
  } catch (gap) {
    if (gap instanceof PolicyGap) return [gap.file]
    throw gap
  }
}
