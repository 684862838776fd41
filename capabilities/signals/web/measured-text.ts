import { useText } from '@jincun/ui'
import { messages } from './messages.ts'
import type { SignalLine } from './view.ts'

/** Rules whose measure is a number of its own; all others measure a share. */
const units = { 'dormant-station': 'days', 'cost-per-active-station': 'yuanEach', 'unusual-digits': 'statistic' } as const

const unitOf = (rule: string) => (rule in units ? units[rule as keyof typeof units] : null)

/** What was measured and its threshold, for people, in one unit. */
export function useMeasured() {
  const t = useText(messages)
  const measured = ({ rule, count, of }: Pick<SignalLine, 'rule' | 'count' | 'of'>): string => {
    const unit = unitOf(rule)
    if (unit === 'days') return count === 0 ? t('none') : t(unit, { n: count })
    if (of === 0) return t('none')
    return unit === null ? `${((100 * count) / of).toFixed(1)} %` : t(unit, { n: Math.round((10 * count) / of) / 10 })
  }
  const threshold = (rule: string, thousandths: number): string => {
    const unit = unitOf(rule)
    return unit === null ? `${thousandths / 10} %` : t(unit, { n: (thousandths / 1000).toLocaleString('en-US') })
  }
  return { measured, threshold }
}
