import type { Measure } from './measure.ts'
import type { OrderRow } from './order-row.ts'
import type { Peers } from './peers.ts'
import { roundAmounts, sameBaskets, unusualDigits, unusualPrices } from './rules/amounts.ts'
import { evenSteps, monthRepeated, oneService, ordersAreCategories } from './rules/days.ts'
import { noWaybill, paymentUsedAgain, refundedAfterReport, waybillUsedAgain } from './rules/papers.ts'
import { inRings, soldAtHome } from './rules/places.ts'
import { atNight, caughtUp, evenlySpaced, inBursts } from './rules/times.ts'

export type StationRule = (rows: readonly OrderRow[], peers: Peers) => Measure

/** Every rule that looks at one station's orders, by its permanent code; `policy/signals/` holds its threshold, basis and words. */
export const stationRules = {
  'no-waybill': noWaybill,
  'waybill-used-again': waybillUsedAgain,
  'payment-used-again': paymentUsedAgain,
  'refunded-after-report': refundedAfterReport,
  'at-night': atNight,
  'in-bursts': rows => inBursts(rows),
  'evenly-spaced': evenlySpaced,
  'caught-up': caughtUp,
  'round-amounts': roundAmounts,
  'same-baskets': sameBaskets,
  'unusual-digits': unusualDigits,
  'unusual-prices': unusualPrices,
  'sold-at-home': soldAtHome,
  'in-rings': inRings,
  'even-steps': evenSteps,
  'orders-are-categories': ordersAreCategories,
  'month-repeated': monthRepeated,
  'one-service': oneService,
} as const satisfies Record<string, StationRule>

export type StationRuleCode = keyof typeof stationRules
