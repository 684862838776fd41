import type { SignalLine } from './view.ts'

/** What was measured, for people: a share in percent; of rules that count days or yuan, the number itself. */
export function measuredText({ rule, count, of }: Pick<SignalLine, 'rule' | 'count' | 'of'>): string {
  if (rule === 'dormant-station') return count === 0 ? '—' : `${count}`
  if (rule === 'cost-per-active-station') return of === 0 ? `${count} / 0` : String(Math.round(count / of))
  if (rule === 'unusual-digits') return (count / of).toFixed(1)
  return of === 0 ? '—' : `${((100 * count) / of).toFixed(1)} %`
}

/** The threshold in the same unit. */
export function thresholdText(rule: string, threshold: number): string {
  if (rule === 'dormant-station' || rule === 'cost-per-active-station' || rule === 'unusual-digits') return String(threshold / 1000)
  return `${threshold / 10} %`
}
