import type { Fault } from './fault.ts'
import { clauseOf } from './read.ts'
import { inForce } from './read-reports.ts'
import type { PolicyPack } from './schema.ts'
import type { SignalRule } from './signal-schema.ts'

/** The signal rules in force on a day, each in its last version, by code. */
export function signalRulesOn(pack: PolicyPack, day: string): SignalRule[] {
  const last = new Map<string, SignalRule>()
  for (const rule of pack.signalRules.values())
    if (inForce(rule, day) && rule.version > (last.get(rule.code)?.version ?? 0)) last.set(rule.code, rule)
  return [...last.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** What is wrong with the signal rules of a pack. */
export function* signalFaults(pack: PolicyPack): Generator<Fault> {
  for (const [key, { clause }] of pack.signalRules)
    if (!clauseOf(pack, clause)) {
      const message = { zh: `没有条款“${clause}”`, en: `there is no clause ${clause}` }
      yield { file: `policy/signals/${key}.yaml`, field: 'clause', message }
    }
}
