import { shanghaiDate } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'

/** The round an instant belongs to: the latest year with a rule book that has begun; null before the first. */
export function roundYearAt(pack: PolicyPack, now: Date): number | null {
  const thisYear = Number(shanghaiDate(now).slice(0, 4))
  const begun = [...pack.ruleBooks.keys()].filter(year => year <= thisYear)
  return begun.length === 0 ? null : Math.max(...begun)
}
