import { parseArgs } from 'node:util'
import { stationRules } from '../capabilities/signals/index.ts'
import { signalRulesOn } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { fraudMakers } from './signals/fraud.ts'
import { judgeCounties, onePercentLine, scoreOf } from './signals/score.ts'
import type { Judged, Score } from './signals/score.ts'

/**
 * Precision and recall of every signal on made-up counties with planted fraud, and of the whole at one false alarm in a hundred honest stations.
 * The line of the whole is drawn on other counties than those it is tried on. Whoever made the fraud made the rules: the figures say that the
 * rules find what they were written for beside honest stations that look odd, not how much fraud there is or would be found anywhere.
 */
const { values } = parseArgs({
  options: {
    stations: { type: 'string', default: '400' },
    days: { type: 'string', default: '120' },
    fraud: { type: 'string', default: '0.2' },
    odd: { type: 'string', default: '0.2' },
    counties: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})
const made = {
  stations: Number(values.stations),
  days: Number(values.days),
  fraudShare: Number(values.fraud),
  oddShare: Number(values.odd),
}
const seeds = (first: number): number[] => Array.from({ length: Number(values.counties) }, (_, index) => first + index)
const rules = signalRulesOn(loadPolicy(), '2020-06-01').filter(({ code }) => code in stationRules)

/** The fraud each rule was written for. */
const meantFor: Readonly<Record<string, readonly string[]>> = {
  'no-waybill': ['ring', 'script', 'typed-in', 'feed', 'month-again'],
  'waybill-used-again': ['old-papers'],
  'payment-used-again': ['old-papers', 'month-again'],
  'refunded-after-report': ['refunded-later'],
  'at-night': ['script', 'brushers'],
  'in-bursts': ['typed-in', 'brushers'],
  'evenly-spaced': ['script', 'typed-in', 'feed'],
  'caught-up': ['typed-in', 'refunded-later'],
  'round-amounts': ['typed-in'],
  'same-baskets': ['brushers'],
  'unusual-digits': ['script', 'feed', 'wrong-category'],
  'unusual-prices': ['wrong-category'],
  'sold-at-home': ['ring'],
  'in-rings': ['ring'],
  'even-steps': ['feed'],
  'orders-are-categories': ['form-rows'],
  'month-repeated': ['month-again'],
  'one-service': ['ring', 'wrong-category'],
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part * 100) / whole).toFixed(1)} %`)
const line = (name: string, { raised, right, of }: Score, fraud: number): string =>
  `| ${name} | ${raised} | ${percent(fraud, raised)} | ${percent(right, raised)} | ${percent(right, of)} |`

const trained = judgeCounties(made, seeds(Number(values.seed) + 1000), rules)
const judged = judgeCounties(made, seeds(Number(values.seed)), rules)
const whole = onePercentLine(trained)
const isFraud = ({ fraud }: Judged): boolean => fraud

process.stdout.write(
  `${judged.length} made-up stations of ${values.counties} counties over ${made.days} days, ${judged.filter(isFraud).length} with planted fraud\n\n`,
)
process.stdout.write('| signal | raised | any fraud | fraud it is meant for | recall of that |\n| --- | ---: | ---: | ---: | ---: |\n')
for (const { code } of rules) {
  const raised = ({ signals }: Judged): boolean => signals.has(code)
  const score = scoreOf(judged, raised, ({ kind }) => (meantFor[code] ?? []).includes(kind))
  process.stdout.write(`${line(code, score, judged.filter(each => raised(each) && each.fraud).length)}\n`)
}
const found = scoreOf(judged, ({ total }) => total >= whole, isFraud)
const honest = judged.length - found.of
process.stdout.write(
  `\nThe whole at ${whole} (one false alarm in a hundred on other counties): false alarms ${percent(found.raised - found.right, honest)}, `,
)
process.stdout.write(
  `precision ${percent(found.right, found.raised)}, recall ${percent(found.right, found.of)}\n\n| kind | stations | raised |\n| --- | ---: | ---: |\n`,
)
for (const [kind, own] of Map.groupBy(judged, each => each.kind))
  process.stdout.write(
    `| ${kind}${kind in fraudMakers ? ' (fraud)' : ''} | ${own.length} | ${percent(own.filter(({ total }) => total >= whole).length, own.length)} |\n`,
  )
